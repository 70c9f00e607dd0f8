/**
 * What a page reader reports. The shapes are parsed where a report enters the background, because the page it was
 * read from is hostile ground; content scripts import the types only.
 */
import { type Helpdesk, helpdeskSchema } from "./contract/helpdesk";
import { z } from "./contract/zod";

export { type Helpdesk, helpdeskSchema };

/** `note` is internal text; a message whose role is unclear counts as `note`. */
export const authorRoleSchema = z.enum(["customer", "agent", "bot", "note"]);
export type AuthorRole = z.infer<typeof authorRoleSchema>;

/** Longest text, in characters, that a reader reports of one message, of one short value, and most messages and tags. */
export const TICKET_LIMITS = { messageText: 20_000, shortText: 1_000, messages: 200, tags: 100, fields: 100 } as const;

const shortTextSchema = z.string().max(TICKET_LIMITS.shortText);

export const ticketMessageSchema = z.object({
  /** The helpdesk's id of the message, when the page shows one. */
  id: shortTextSchema.nullable(),
  role: authorRoleSchema,
  /** ISO 8601, null when the page shows only localised words. */
  sentAt: shortTextSchema.nullable(),
  text: z.string().max(TICKET_LIMITS.messageText),
});
export type TicketMessage = z.infer<typeof ticketMessageSchema>;

/** A ticket as it stands in the page. Messages are oldest first and hold plain text with line breaks. */
export const ticketSchema = z.object({
  helpdesk: helpdeskSchema,
  id: z.string().regex(/^\d{1,20}$/),
  url: z.url({ protocol: /^https?$/ }).max(TICKET_LIMITS.shortText),
  subject: shortTextSchema,
  messages: z.array(ticketMessageSchema).max(TICKET_LIMITS.messages),
  tags: z.array(shortTextSchema).max(TICKET_LIMITS.tags),
  /** Values as shown, by the helpdesk's own field name (`priority`, `type`, a custom field's id). */
  fields: z.record(shortTextSchema, shortTextSchema),
  channel: shortTextSchema.nullable(),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** Per field of the ticket, the name of the strategy that read it; null when none did. */
export const readBySchema = z.record(shortTextSchema, shortTextSchema.nullable());
export type ReadBy = z.infer<typeof readBySchema>;

/**
 * What the reader knows to be lacking. `older`: the page has older messages that are not drawn. `roles`: some messages
 * do not tell who wrote them and were withheld as notes. `messages`: none were found although they had their time.
 */
export const gapSchema = z.enum(["older", "roles", "messages"]);
export type Gap = z.infer<typeof gapSchema>;
const gapsSchema = z.array(gapSchema).max(gapSchema.options.length);

/**
 * What the page in a tab shows. `reading`: the address is a ticket's, the page is still being drawn.
 * `unreadable`: the deadline passed; `missing` names the fields no strategy found. `none`: a helpdesk page, no ticket.
 */
export const pageReportSchema = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("ticket"),
    helpdesk: helpdeskSchema,
    ticket: ticketSchema,
    readBy: readBySchema,
    /** Fields of `subject`, `messages`, `body` that no strategy found, as for `unreadable`. */
    missing: z.array(shortTextSchema).max(20),
    gaps: gapsSchema,
  }),
  z.object({ state: z.literal("reading"), helpdesk: helpdeskSchema, ticketId: ticketSchema.shape.id }),
  z.object({
    state: z.literal("unreadable"),
    helpdesk: helpdeskSchema,
    ticketId: ticketSchema.shape.id,
    missing: z.array(shortTextSchema).max(20),
    readBy: readBySchema,
  }),
  z.object({ state: z.literal("none"), helpdesk: helpdeskSchema }),
]);
export type PageReport = z.infer<typeof pageReportSchema>;
