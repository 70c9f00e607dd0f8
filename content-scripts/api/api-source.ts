import type { AuthorRole } from "../../lib/ticket";

/** A body as the API has it. */
export type ApiBody = { html: string } | { plain: string };

/** A message as the API tells it. Of a `note` only the ids go on. The first id is the one the page shows. */
export type ApiMessage = { ids: string[]; role: AuthorRole; sentAt: string | null; body: ApiBody | null };

/** What the first answer says of the ticket, and where its messages are. */
export type ApiTicketHead = {
  updatedAt: string | null;
  subject: string | null;
  tags: string[];
  fields: Record<string, string>;
  channel: string | null;
  /** A message that the first answer holds already. */
  opening: ApiMessage | null;
  /** Path and query of the second request. */
  messagesPath: string;
  /** Whoever this id belongs to has asked for help. */
  requesterId: string | null;
};

/** `hasMore`: the helpdesk has messages that this answer leaves out, or may have. */
export type ApiMessages = { messages: ApiMessage[]; hasMore: boolean };

/** The documented read API of one helpdesk. Both readers answer null for what is no such answer. */
export type ApiSource = {
  ticketPath(ticketId: string): string;
  readTicket(answer: unknown, ticketId: string): ApiTicketHead | null;
  readMessages(answer: unknown, ticketId: string, head: ApiTicketHead): ApiMessages | null;
};
