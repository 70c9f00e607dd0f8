/**
 * Freshdesk's documented API, version 2. The description is the first message and comes with the ticket. The app's own
 * private API is not used: nobody promises its shape, and it would go round the limits an account has set.
 */
import type { AuthorRole } from "../../lib/ticket";
import type { ApiMessage, ApiMessages, ApiSource, ApiTicketHead } from "./api-source";
import { fieldValue, fieldValues } from "./field-values";
import { asJson, asList, flagAt, idAt, type Json, jsonAt, textAt, textsAt } from "./json-fields";

const SOURCES: Readonly<Record<string, string>> = {
  1: "email",
  2: "portal",
  3: "phone",
  7: "chat",
  9: "feedback",
  10: "email",
};

/** A mail that the team wrote first. */
const OUTBOUND_MAIL = "10";

const PRIORITIES: Readonly<Record<string, string>> = { 1: "low", 2: "medium", 3: "high", 4: "urgent" };

/** The most that one answer may hold. Presumably oldest first: of a longer ticket the newest are not in it. */
const PAGE_SIZE = 100;

const path = (ticketId: string) => `/api/v2/tickets/${ticketId}`;

function readBody(from: Json, htmlKey: string, plainKey: string): ApiMessage["body"] {
  const html = textAt(from, htmlKey);
  const plain = textAt(from, plainKey);
  return html !== null ? { html } : plain !== null ? { plain } : null;
}

function readFields(ticket: Json): Record<string, string> {
  const custom = jsonAt(ticket, "custom_fields");
  const priority = PRIORITIES[idAt(ticket, "priority") ?? ""];
  return {
    ...(priority !== undefined && { priority }),
    ...fieldValues(ticket, ["type", "product_id"]),
    ...fieldValues(
      custom,
      Object.keys(custom).filter((name) => fieldValue(custom, name) !== null),
    ),
  };
}

function readTicket(answer: unknown, ticketId: string): ApiTicketHead | null {
  const ticket = asJson(answer);
  if (ticket === null || idAt(ticket, "id") !== ticketId) return null;
  const source = idAt(ticket, "source") ?? "";
  return {
    updatedAt: textAt(ticket, "updated_at"),
    subject: textAt(ticket, "subject"),
    tags: textsAt(ticket, "tags"),
    fields: readFields(ticket),
    channel: SOURCES[source] ?? null,
    opening: {
      ids: [`ticket_${ticketId}`],
      role: source === OUTBOUND_MAIL ? "agent" : "customer",
      sentAt: textAt(ticket, "created_at"),
      body: readBody(ticket, "description", "description_text"),
    },
    messagesPath: `${path(ticketId)}/conversations?per_page=${PAGE_SIZE}`,
    requesterId: idAt(ticket, "requester_id"),
  };
}

/** `source` tells neither direction nor privacy, whatever its documentation says. Not said to be open: a note. */
function conversationRole(conversation: Json): AuthorRole {
  if (flagAt(conversation, "private") !== false) return "note";
  const isIncoming = flagAt(conversation, "incoming");
  return isIncoming === null ? "note" : isIncoming ? "customer" : "agent";
}

function readConversation(conversation: Json): ApiMessage {
  const id = idAt(conversation, "id");
  return {
    ids: id === null ? [] : [`note_${id}`, id],
    role: conversationRole(conversation),
    sentAt: textAt(conversation, "created_at"),
    body: readBody(conversation, "body", "body_text"),
  };
}

/** A full page does not tell whether another follows. */
function readMessages(answer: unknown, ticketId: string): ApiMessages | null {
  const conversations = asList(answer);
  if (conversations === null) return null;
  const isOwn = (conversation: Json) => (idAt(conversation, "ticket_id") ?? ticketId) === ticketId;
  return {
    messages: conversations.filter(isOwn).map(readConversation),
    hasMore: conversations.length >= PAGE_SIZE,
  };
}

export const freshdeskApi: ApiSource = { ticketPath: path, readTicket, readMessages };
