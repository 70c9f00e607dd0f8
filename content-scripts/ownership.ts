/**
 * Whose text is this? A page may go on showing ticket A's text under ticket B's address and title. So what was read
 * of a ticket is remembered as that ticket's own, and until it has gone or changed, the page is not believed to show
 * another one. Elements are remembered weakly; of message texts, only those of the ticket left last.
 */
import type { FoundMessage } from "./engine/read-messages";
import type { Leftovers, TicketReading } from "./engine/read-ticket";

/** Memory of one page load. */
export type Ownership = {
  settleMs: number;
  nowMs: () => number;
  /** Who owned an element when it had this mark: a message's id or text, or a short value. */
  elements: WeakMap<Element, { ticketId: string; mark: string }>;
  messageIds: Map<string, string>;
  /** What the ticket in the address has been read with so far. */
  current: Claimed;
  left: { atMs: number; texts: Set<string>; hadMessages: boolean };
  unrelatedSinceMs: number | null;
};

type Claimed = { firstAtMs: number | null; ids: Set<string>; texts: Set<string> };

/** Enough for a day's tickets; the oldest go first. */
const MOST_MESSAGE_IDS = 5_000;

const nothingClaimed = (): Claimed => ({ firstAtMs: null, ids: new Set(), texts: new Set() });

const hasMessages = ({ ids, texts }: Claimed) => ids.size + texts.size > 0;

/** For `settleMs` after a switch, what merely looks like the ticket left is distrusted as well; 0 turns that off. */
export function createOwnership(settleMs: number, nowMs: () => number): Ownership {
  return {
    settleMs,
    nowMs,
    elements: new WeakMap(),
    messageIds: new Map(),
    current: nothingClaimed(),
    left: { atMs: Number.NEGATIVE_INFINITY, texts: new Set(), hadMessages: true },
    unrelatedSinceMs: null,
  };
}

/** The address changed less than `settleMs` ago. */
export const isSettling = (ownership: Ownership): boolean =>
  ownership.nowMs() - ownership.left.atMs < ownership.settleMs;

function ownerOf(ownership: Ownership, element: Element, mark: string): string | null {
  const owner = ownership.elements.get(element);
  return owner?.mark === mark ? owner.ticketId : null;
}

function isOthers(ownership: Ownership, ticketId: string, element: Element, mark: string): boolean {
  const owner = ownerOf(ownership, element, mark);
  return owner !== null && owner !== ticketId;
}

const markOf = ({ message }: FoundMessage) => message.id ?? message.text;

/** All that a reading shows, element by element, with what it shows there. */
function marksOf({ messages, subject, values }: TicketReading): { element: Element; mark: string }[] {
  const shortValues = subject === null ? values : [subject, ...values];
  return [
    ...messages.map((found) => ({ element: found.element, mark: markOf(found) })),
    ...shortValues.map(({ element, value }) => ({ element, mark: value })),
  ];
}

/** Remembers what a trusted reading shows as the ticket's own. */
export function claim(ownership: Ownership, ticketId: string, reading: TicketReading): void {
  const { current, messageIds } = ownership;
  for (const { element, mark } of marksOf(reading)) ownership.elements.set(element, { ticketId, mark });
  current.firstAtMs ??= ownership.nowMs();
  for (const { message } of reading.messages) {
    if (message.id === null) {
      current.texts.add(message.text);
    } else {
      current.ids.add(message.id);
      messageIds.set(message.id, ticketId);
    }
  }
  for (const id of messageIds.keys()) {
    if (messageIds.size <= MOST_MESSAGE_IDS) break;
    messageIds.delete(id);
  }
}

/** Whether the page still shows the ticket as it was last read: its messages, or its subject where it had none yet. */
function isStillShown(ownership: Ownership, ticketId: string, { messages, subject }: TicketReading): boolean {
  const { current } = ownership;
  if (current.firstAtMs === null) return true;
  if (hasMessages(current)) {
    return messages.some(({ message }) => current.ids.has(message.id ?? "") || current.texts.has(message.text));
  }
  return subject !== null && ownerOf(ownership, subject.element, subject.value) === ticketId;
}

/**
 * The address moved on; `reading` is what the page still shows of the ticket left, null when nothing. What was drawn
 * there after the last reading is that ticket's as well, unless what was known of it has gone already: then the page
 * was ahead of its address.
 */
export function leave(ownership: Ownership, ticketId: string, reading: TicketReading | null): void {
  const { current } = ownership;
  if (reading !== null && isStillShown(ownership, ticketId, reading)) {
    for (const { element, mark } of marksOf(reading)) {
      if (ownerOf(ownership, element, mark) === null) ownership.elements.set(element, { ticketId, mark });
    }
  }
  ownership.left = { atMs: ownership.nowMs(), texts: current.texts, hadMessages: hasMessages(current) };
  ownership.current = nothingClaimed();
  ownership.unrelatedSinceMs = null;
}

/** A redraw brings new elements: known ids tell it from the next ticket, and so, for a while, do equal texts. */
function looksLikeTicketLeft(ownership: Ownership, ticketId: string, reading: TicketReading): boolean {
  const { left, messageIds } = ownership;
  const isKnown = ({ message }: FoundMessage) => {
    if (message.id === null) return left.texts.has(message.text);
    const owner = messageIds.get(message.id);
    return owner !== undefined && owner !== ticketId;
  };
  return reading.messages.some(isKnown) || (reading.skippedSubject && !left.hadMessages);
}

/** The same ticket with none of its known messages: perhaps the next one's text, drawn before the address changed. */
function isUnrelated(ownership: Ownership, reading: TicketReading): boolean {
  const ids = reading.messages.flatMap(({ message }) => message.id ?? []);
  const known = ownership.current.ids;
  const isUnknown = known.size > 0 && ids.length > 0 && !ids.some((id) => known.has(id));
  ownership.unrelatedSinceMs = isUnknown ? (ownership.unrelatedSinceMs ?? ownership.nowMs()) : null;
  const sinceMs = ownership.unrelatedSinceMs;
  return sinceMs !== null && ownership.nowMs() - sinceMs < ownership.settleMs;
}

/** Whether a reading shows the ticket of the address, as far as memory can tell. */
export function isOwn(ownership: Ownership, ticketId: string, reading: TicketReading): boolean {
  if (reading.messages.some((found) => isOthers(ownership, ticketId, found.element, markOf(found)))) return false;
  if (isUnrelated(ownership, reading)) return false;
  return !isSettling(ownership) || !looksLikeTicketLeft(ownership, ticketId, reading);
}

/** What a reading is to leave out. Values change over with the text or later, so they settle from its first reading on. */
export function leftovers(ownership: Ownership, ticketId: string): Leftovers {
  const { settleMs, nowMs, current } = ownership;
  return {
    isForeign: (element, value) => isOthers(ownership, ticketId, element, value),
    isSettling: settleMs > 0 && (current.firstAtMs === null || nowMs() - current.firstAtMs < settleMs),
  };
}
