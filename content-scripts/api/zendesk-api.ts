/**
 * Zendesk's documented API. Comments come in two page styles that differ only in what stands beside them. Messaging
 * has its texts in the conversation log, whose shape few have described: every field of it may be missing.
 */
import type { AuthorRole } from "../../lib/ticket";
import type { ApiMessage, ApiMessages, ApiSource, ApiTicketHead } from "./api-source";
import { fieldValue, fieldValues } from "./field-values";
import { asJson, asList, flagAt, idAt, type Json, jsonAt, textAt, textsAt } from "./json-fields";

/** Channels whose messages are no comments until the conversation ends. An open set: the ticket may say so itself. */
const MESSAGING =
  /^(?:native_messaging|messaging|chat|whatsapp|line|wechat|telegram|sms|instagram_dm|facebook_messenger)$/;

const path = (ticketId: string) => `/api/v2/tickets/${ticketId}`;

function readFields(ticket: Json): Record<string, string> {
  const custom = (asList(ticket.custom_fields) ?? []).map((field) => [idAt(field, "id"), fieldValue(field, "value")]);
  return {
    ...fieldValues(ticket, ["priority", "type", "ticket_form_id", "brand_id"]),
    ...Object.fromEntries(custom.filter(([id, value]) => id !== null && value !== null)),
  };
}

function readTicket(answer: unknown, ticketId: string): ApiTicketHead | null {
  const ticket = asJson(asJson(answer)?.ticket);
  if (ticket === null || idAt(ticket, "id") !== ticketId) return null;
  const channel = textAt(jsonAt(ticket, "via"), "channel");
  const isMessaging = flagAt(ticket, "from_messaging_channel") === true || MESSAGING.test(channel ?? "");
  return {
    updatedAt: textAt(ticket, "updated_at"),
    subject: textAt(ticket, "subject"),
    tags: textsAt(ticket, "tags"),
    fields: readFields(ticket),
    channel,
    opening: null,
    messagesPath: path(ticketId) + (isMessaging ? "/conversation_log" : "/comments.json?sort_order=desc&include=users"),
    requesterId: idAt(ticket, "requester_id"),
  };
}

/** A comment that is not said to be public is a note, and so is what was said beside the customer's conversation. */
function commentRole(comment: Json, roles: Map<string, string>, requesterId: string | null): AuthorRole {
  const isAside = textAt(jsonAt(comment, "via"), "channel") === "side_conversation";
  if (flagAt(comment, "public") !== true || isAside) return "note";
  const authorId = idAt(comment, "author_id") ?? "";
  // The system's own author is -1.
  if (authorId.startsWith("-")) return "bot";
  const role = roles.get(authorId) ?? (authorId === requesterId ? "end-user" : "agent");
  return role === "end-user" ? "customer" : "agent";
}

const given = (ids: (string | null)[]) => ids.filter((id) => id !== null);

function readComments(comments: Json[], users: Json[], head: ApiTicketHead): ApiMessage[] {
  const roles = new Map(users.map((user) => [idAt(user, "id") ?? "", textAt(user, "role") ?? "agent"]));
  return comments.map((comment) => {
    const html = textAt(comment, "html_body");
    const plain = textAt(comment, "plain_body") ?? textAt(comment, "body");
    return {
      // The page names an article after the audit.
      ids: given([idAt(comment, "audit_id"), idAt(comment, "id")]),
      role: commentRole(comment, roles, head.requesterId),
      sentAt: textAt(comment, "created_at"),
      body: html !== null ? { html } : plain !== null ? { plain } : null,
    };
  });
}

const EVENT_ROLES: Readonly<Record<string, AuthorRole>> = {
  user: "customer",
  "end-user": "customer",
  agent: "agent",
  business: "agent",
  bot: "bot",
};

/** What customer and team write to each other in messaging is public by nature; all else has to say that it is. */
function eventRole(event: Json): AuthorRole {
  const isMessage = textAt(event, "type") === "Messaging::ConversationMessage";
  const isPublic = flagAt(jsonAt(event, "metadata"), "public") ?? flagAt(event, "public") ?? isMessage;
  return (isPublic ? EVENT_ROLES[textAt(jsonAt(event, "author"), "type") ?? ""] : undefined) ?? "note";
}

function readEvents(events: Json[]): ApiMessage[] {
  return events.map((event) => {
    const content = jsonAt(event, "content");
    const text = textAt(content, "text");
    const body = textAt(content, "body");
    const isPlain = textAt(content, "type") === "text";
    const reference = /^zen:ticket_event:(\d+)$/.exec(textAt(event, "reference") ?? "")?.[1] ?? null;
    return {
      ids: given([idAt(event, "id"), reference]),
      role: eventRole(event),
      sentAt: textAt(event, "created_at"),
      body: text !== null ? { plain: text } : body === null ? null : isPlain ? { plain: body } : { html: body },
    };
  });
}

/** Each page style says it in its own way; what says nothing is taken for all there is. */
function saysMore(answer: Json, count: number): boolean {
  const isMarked = textAt(answer, "next_page") !== null || flagAt(jsonAt(answer, "meta"), "has_more") === true;
  return isMarked || Number(idAt(answer, "count") ?? 0) > count;
}

function readMessages(answer: unknown, _ticketId: string, head: ApiTicketHead): ApiMessages | null {
  const json = asJson(answer) ?? {};
  const comments = asList(json.comments);
  const events = asList(json.events) ?? asList(json.conversation_log);
  if (comments !== null) {
    // Newest first, as they were asked for.
    const messages = readComments(comments, asList(json.users) ?? [], head).reverse();
    return { messages, hasMore: saysMore(json, comments.length) };
  }
  return events === null ? null : { messages: readEvents(events), hasMore: saysMore(json, events.length) };
}

export const zendeskApi: ApiSource = { ticketPath: (ticketId) => `${path(ticketId)}.json`, readTicket, readMessages };
