/** One list of messages out of two tellings of the same ticket: the page's, and the helpdesk's API. */
import { TICKET_LIMITS, type TicketMessage } from "../ticket";

/** The list, and how many of its messages only the API told of. */
export type MergedMessages = { messages: TicketMessage[]; addedCount: number; pairedCount: number };

/** An id as both sides would write it. The page may name the opening message after an internal id. */
export function commonId(id: string): string {
  return id.replace(/^(?:comment-|note_)/, "").replace(/^ticket_.*$/, "ticket");
}

/** Clocks of page and API are the same; only the last digits may be cut off in one of them. */
const SAME_TIME_MS = 1_000;

function isSameTime(one: TicketMessage, other: TicketMessage): boolean {
  if (one.sentAt === null || other.sentAt === null) return true;
  return Math.abs(Date.parse(one.sentAt) - Date.parse(other.sentAt)) <= SAME_TIME_MS;
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

/** For each message of the page the place of the same message in the API's list: by id, else by text and time. */
function pairUp(own: TicketMessage[], told: TicketMessage[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (isSame: (mine: TicketMessage, theirs: TicketMessage) => boolean) => {
    own.forEach((mine, at) => {
      if (pairs.has(at)) return;
      const found = told.findIndex((theirs, place) => !taken.has(place) && isSame(mine, theirs));
      if (found === -1) return;
      pairs.set(at, found);
      taken.add(found);
    });
  };
  pair((mine, theirs) => mine.id !== null && theirs.id !== null && commonId(mine.id) === commonId(theirs.id));
  const texts = new Map([...own, ...told].map((message) => [message, squeeze(message.text)]));
  pair((mine, theirs) => texts.get(mine) === texts.get(theirs) && isSameTime(mine, theirs));
  return pairs;
}

/** The page's words are the fresher ones; the API knows better who wrote them. Bots it does not always tell apart. */
function combine(own: TicketMessage, told: TicketMessage): TicketMessage {
  return {
    id: own.id ?? told.id,
    role: own.role === "bot" ? "bot" : told.role,
    sentAt: own.sentAt ?? told.sentAt,
    text: own.text,
  };
}

/** In the API's order; what only the page has stays beside its neighbours there, or comes last. */
function weave(own: TicketMessage[], told: TicketMessage[], pairs: Map<number, number>): TicketMessage[] {
  const before = new Map<number, TicketMessage[]>();
  const last: TicketMessage[] = [];
  const combined = [...told];
  let waiting: TicketMessage[] = [];
  let place: number | null = null;
  own.forEach((mine, at) => {
    const pair = pairs.get(at);
    const theirs = pair === undefined ? undefined : told[pair];
    if (pair === undefined || theirs === undefined) {
      waiting.push(mine);
      return;
    }
    combined[pair] = combine(mine, theirs);
    // Directly after the neighbour above, or, where there is none, before the one below.
    const next = place === null ? pair : place + 1;
    before.set(next, [...(before.get(next) ?? []), ...waiting]);
    waiting = [];
    place = pair;
  });
  last.push(...waiting);
  return [...combined.flatMap((message, at) => [...(before.get(at) ?? []), message]), ...last];
}

/** Both tellings as one, oldest first, each message once, within the limit of a ticket. */
export function mergeMessages(own: TicketMessage[], told: TicketMessage[]): MergedMessages {
  const pairs = pairUp(own, told);
  const woven = weave(own, told, pairs);
  const messages = woven.every(({ sentAt }) => sentAt !== null)
    ? woven.toSorted((one, other) => Date.parse(one.sentAt ?? "") - Date.parse(other.sentAt ?? ""))
    : woven;
  return {
    messages: messages.slice(-TICKET_LIMITS.messages),
    addedCount: told.length - pairs.size,
    pairedCount: pairs.size,
  };
}
