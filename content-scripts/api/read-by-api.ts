/**
 * The ticket as the helpdesk's own API tells it, asked from inside the page with the agent's session. What is not
 * picked here (people, addresses, attachments, where a message came from, the text of notes) does not leave the page.
 */
import type { ApiHelpdesk, ApiReadAnswer, ApiReadRequest, ApiTicket } from "../../lib/page-commands";
import type { Helpdesk, TicketMessage } from "../../lib/ticket";
import type { Adapter } from "../adapter";
import { LIMITS, truncate } from "../engine/limits";
import type { ToolPage } from "../page-tools";
import type { UpdatedAdapter } from "../update/update-adapter";
import type { ApiMessage, ApiMessages, ApiSource, ApiTicketHead } from "./api-source";
import { freshdeskApi } from "./freshdesk-api";
import { getJson, refused } from "./get-json";
import { messageText } from "./message-text";
import { zendeskApi } from "./zendesk-api";

/** Helpdesks that are not here are read from their pages alone. */
const SOURCES: Readonly<Record<ApiHelpdesk, ApiSource> & Partial<Record<Helpdesk, ApiSource>>> = {
  zendesk: zendeskApi,
  freshdesk: freshdeskApi,
};

/** Most ids of notes that the answer may carry. */
const MAX_NOTE_IDS = 1_000;

/** An answer that was understood, but is none to what was asked. */
const WRONG_ANSWER = refused(200);

const short = (text: string) => truncate(text.replace(/\s+/g, " ").trim(), LIMITS.shortText);

function isoTime(value: string | null): string | null {
  const time = new Date(value ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** Oldest first where all messages say when they were sent; else in the order of the answer. */
function inOrder<Message extends { sentAt: string | null }>(messages: Message[]): Message[] {
  if (messages.some(({ sentAt }) => sentAt === null)) return messages;
  return messages.toSorted((one, other) => (one.sentAt ?? "").localeCompare(other.sentAt ?? ""));
}

function toMessages(messages: ApiMessage[], { reading }: Adapter, document: Document): TicketMessage[] {
  const open = messages
    .filter(({ role }) => role !== "note")
    .map((said) => ({ ...said, sentAt: isoTime(said.sentAt) }));
  return inOrder(open)
    .slice(-LIMITS.messages)
    .map(({ ids: [id = null], role, sentAt, body }) => ({
      id: id === null ? null : short(id),
      role,
      sentAt,
      text: messageText(body, reading.cleaning, document),
    }))
    .filter(({ text }) => text !== "");
}

function toFields(fields: Record<string, string>): Record<string, string> {
  const entries = Object.entries(fields).slice(0, LIMITS.fields);
  return Object.fromEntries(entries.map(([name, value]) => [short(name), short(value)]));
}

function toTicket(
  adapter: Adapter,
  page: ToolPage,
  ticketId: string,
  head: ApiTicketHead,
  said: ApiMessages,
): ApiTicket {
  const messages = head.opening === null ? said.messages : [head.opening, ...said.messages];
  return {
    updatedAt: head.updatedAt === null ? null : short(head.updatedAt),
    ticket: {
      helpdesk: adapter.helpdesk,
      id: ticketId,
      url: page.getUrl().origin + adapter.reading.ticketPath.replace("{id}", ticketId),
      subject: short(head.subject ?? ""),
      messages: toMessages(messages, adapter, page.document),
      tags: head.tags.slice(0, LIMITS.tags).map(short),
      fields: toFields(head.fields),
      channel: head.channel === null ? null : short(head.channel),
    },
    noteIds: messages
      .filter(({ role }) => role === "note")
      .flatMap(({ ids }) => ids.map(short))
      .slice(-MAX_NOTE_IDS),
    isComplete: !said.hasMore,
  };
}

/** Reads the ticket by the helpdesk's own API with at most two GET requests. Never writes. */
export async function readByApi(
  { adapter }: UpdatedAdapter,
  page: ToolPage,
  request: ApiReadRequest,
): Promise<ApiReadAnswer> {
  // A page that is left or reloaded ends its requests: that says nothing of the helpdesk.
  let isBeingLeft = false;
  const leave = () => {
    isBeingLeft = true;
  };
  const window = page.document.defaultView;
  window?.addEventListener("beforeunload", leave);
  // The agent may move on at any moment; what was asked for then is not this ticket's any more.
  const hasMovedOn = () => isBeingLeft || adapter.ticketIdFromUrl(page.getUrl()) !== request.ticketId;
  try {
    return await readUnlessMovedOn(adapter, page, request, hasMovedOn);
  } finally {
    window?.removeEventListener("beforeunload", leave);
  }
}

async function readUnlessMovedOn(
  adapter: Adapter,
  page: ToolPage,
  { helpdesk, ticketId, knownUpdatedAt }: ApiReadRequest,
  hasMovedOn: () => boolean,
): Promise<ApiReadAnswer> {
  const source = SOURCES[helpdesk];
  if (source === undefined) return refused(null);
  if (hasMovedOn()) return { outcome: "otherTicket" };
  const first = await getJson(page, source.ticketPath(ticketId));
  if (hasMovedOn()) return { outcome: "otherTicket" };
  if (first.outcome === "refused") return first;
  const head = source.readTicket(first.json, ticketId);
  if (head === null) return WRONG_ANSWER;
  if (head.updatedAt !== null && head.updatedAt === knownUpdatedAt) return { outcome: "unchanged" };
  const second = await getJson(page, head.messagesPath);
  if (hasMovedOn()) return { outcome: "otherTicket" };
  if (second.outcome === "refused") return second;
  const said = source.readMessages(second.json, ticketId, head);
  if (said === null) return WRONG_ANSWER;
  return { outcome: "answered", answer: toTicket(adapter, page, ticketId, head, said) };
}
