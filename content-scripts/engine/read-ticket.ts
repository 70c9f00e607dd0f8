/** One look at the page: what it shows of a ticket, and whether it says that it is that ticket. No memory. */
import type { Gap, ReadBy, Ticket } from "../../lib/ticket";
import type { Adapter, PageReading, Strategy } from "../adapter";
import { findAll, isShown } from "./find";
import { findRoot } from "./find-root";
import { LIMITS } from "./limits";
import { createPageScope, type PageScope } from "./page-scope";
import { type FoundField, readFields } from "./read-fields";
import { type FoundMessage, type MessageCache, readMessages } from "./read-messages";
import { type Found, type IsForeign, readValues } from "./read-value";

/** Which ticket the page says it shows. `mixed`: its marks disagree; `silent`: it has none. */
export type Identity = "same" | "mixed" | "other" | "silent";

export type TicketReading = {
  root: Element;
  identity: Identity;
  /** An id inside the content equals the address's. */
  isConfirmed: boolean;
  ticket: Ticket;
  /** The page holds the ticket's text, be it only the subject so far. */
  isReadable: boolean;
  readBy: ReadBy;
  gaps: Gap[];
  messages: FoundMessage[];
  subject: Found | null;
  /** The page still shows a subject that is another ticket's. */
  skippedSubject: boolean;
  /** Values of the ticket apart from messages and subject. */
  values: Found[];
  /** Shadow roots that were searched; a page observer does not see into them by itself. */
  shadowRoots: ShadowRoot[];
};

/** Which short values are another ticket's, by the watcher's memory, and whether the page may still be changing over. */
export type Leftovers = { isForeign: IsForeign; isSettling: boolean };

export const NO_LEFTOVERS: Leftovers = { isForeign: () => false, isSettling: false };

function readIdentity(page: PageScope, reading: PageReading, ticketId: string): Identity {
  if (reading.identity.length === 0) return "same";
  const ids = reading.identity.flatMap((strategy) => readIds(page, [strategy], reading));
  if (ids.length === 0) return "silent";
  if (!ids.includes(ticketId)) return "other";
  return ids.every((id) => id === ticketId) ? "same" : "mixed";
}

function readIds(page: PageScope, strategies: Strategy[], reading: PageReading): string[] {
  return readValues(page, strategies, reading.cleaning).map(({ value }) => value);
}

function lastStrategy(messages: FoundMessage[], field: keyof FoundMessage["strategies"]): string | null {
  return messages.findLast(({ strategies }) => strategies[field] !== null)?.strategies[field] ?? null;
}

function readSubject(page: PageScope, reading: PageReading, { isForeign }: Leftovers) {
  let skippedSubject = false;
  const skipForeign: IsForeign = (element, value) => {
    const isSkipped = isForeign(element, value);
    skippedSubject ||= isSkipped;
    return isSkipped;
  };
  const subject = readValues(page, reading.subject, reading.cleaning, skipForeign)[0] ?? null;
  return { subject, skippedSubject };
}

function readParts(page: PageScope, reading: PageReading, leftovers: Leftovers, cache: MessageCache) {
  const { cleaning } = reading;
  const isForeign: IsForeign = (element, value) => leftovers.isSettling && leftovers.isForeign(element, value);
  const messages = readMessages(page, reading, cache);
  const tags = readValues(page, reading.tags, cleaning, isForeign).slice(0, LIMITS.tags);
  const fields = readFields(page, reading.fields, cleaning, isForeign);
  const channel = readValues(page, reading.channel, cleaning, isForeign)[0] ?? null;
  return { messages, tags, fields, channel, ...readSubject(page, reading, leftovers) };
}

type Parts = ReturnType<typeof readParts>;

function toReadBy(root: string, { messages, subject, tags, fields, channel }: Parts): ReadBy {
  return {
    ticket: root,
    subject: subject?.strategy ?? null,
    messages: messages.strategy,
    body: messages.body,
    role: lastStrategy(messages.messages, "role"),
    sentAt: lastStrategy(messages.messages, "sentAt"),
    messageId: lastStrategy(messages.messages, "messageId"),
    tags: tags[0]?.strategy ?? null,
    fields: fields[0]?.strategy ?? null,
    channel: channel?.strategy ?? null,
  };
}

/** Looked for where messages are looked for. A search of all shadow roots for a button alone would cost too much. */
function hasOlder(page: PageScope, { messages }: PageReading): boolean {
  return [page.root, ...page.searchedShadowRoots()].some((scope) =>
    messages.older.some((selector) => findAll(scope, selector, page.untrusted).some(isShown)),
  );
}

function gapsOf(page: PageScope, reading: PageReading, { messages }: Parts): Gap[] {
  const gaps: Gap[] = hasOlder(page, reading) ? ["older"] : [];
  return messages.messages.some(({ strategies }) => strategies.role === null) ? [...gaps, "roles"] : gaps;
}

const byName = (fields: FoundField[]) => Object.fromEntries(fields.map(({ field, value }) => [field, value]));

/**
 * Reads ticket `ticketId` at `url`. `absent`: no part of the page is that ticket's; `hidden`: it is there, but another
 * one is shown. Whether a reading may be trusted is the caller's to decide.
 */
export function readTicket(
  { helpdesk, reading }: Adapter,
  document: Document,
  url: URL,
  ticketId: string,
  leftovers: Leftovers = NO_LEFTOVERS,
  cache: MessageCache = new WeakMap(),
): TicketReading | "absent" | "hidden" {
  const root = findRoot(reading, document, ticketId);
  if (root.state !== "shown") return root.state;
  const page = createPageScope(reading, document, root.element);
  const parts = readParts(page, reading, leftovers, cache);
  const { subject, skippedSubject, messages, tags, fields, channel } = parts;
  return {
    root: root.element,
    identity: readIdentity(page, reading, ticketId),
    isConfirmed: readIds(page, reading.confirmation, reading).includes(ticketId),
    ticket: {
      helpdesk,
      id: ticketId,
      url: url.origin + reading.ticketPath.replace("{id}", ticketId),
      subject: subject?.value ?? "",
      messages: messages.messages.map(({ message }) => message),
      tags: tags.map(({ value }) => value),
      fields: byName(fields),
      channel: channel?.value ?? null,
    },
    isReadable:
      messages.messages.length > 0 || (subject !== null && !reading.subjectFallbacks.includes(subject.strategy)),
    readBy: toReadBy(root.strategy, parts),
    gaps: gapsOf(page, reading, parts),
    messages: messages.messages,
    subject,
    skippedSubject,
    values: [...tags, ...fields, ...(channel === null ? [] : [channel])],
    shadowRoots: page.searchedShadowRoots(),
  };
}
