import type { TicketMessage } from "../../lib/ticket";
import type { CleaningRules, MessageReading, PageReading, Strategy } from "../adapter";
import { cleanText } from "./clean-text";
import { elementText } from "./element-text";
import { findAll } from "./find";
import { LIMITS, truncate } from "./limits";
import { findInPage, type PageScope } from "./page-scope";
import { readRole } from "./read-role";
import { readValue } from "./read-value";

/** A message where it stands in the page. */
export type FoundMessage = {
  element: Element;
  message: TicketMessage;
  body: string | null;
  strategies: MessageStrategies;
};

type MessageStrategies = { role: string | null; sentAt: string | null; messageId: string | null };

/** Raw text kept of a body before cleaning: quotes below a long answer are not worth walking. */
const RAW_LENGTH = 4 * LIMITS.messageText;

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function readFirst(message: Element, strategies: Strategy[], cleaning: CleaningRules, untrusted: string) {
  for (const strategy of strategies) {
    for (const element of findAll(message, strategy.selector, strategy.inBody ? "" : untrusted)) {
      const value = readValue(element, strategy, cleaning);
      if (value !== null) return { value, strategy: strategy.name };
    }
  }
  return { value: null, strategy: null };
}

/** A machine-readable time as ISO 8601 in UTC; null for localised words. */
function isoTime(value: string | null): string | null {
  if (value === null || !ISO_TIME.test(value)) return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function readBody(message: Element, reading: MessageReading, cleaning: CleaningRules) {
  const rules = {
    drop: cleaning.drop.join(", "),
    dropCustomElements: cleaning.dropCustomElements,
    maxLength: RAW_LENGTH,
  };
  for (const strategy of reading.body) {
    const bodies = findAll(message, strategy.selector, "");
    if (bodies.length === 0) continue;
    const preformatted = strategy.preformatted === true;
    const raw = bodies.map((body) => elementText(body, { ...rules, preformatted })).join("\n\n");
    return { text: truncate(cleanText(raw, cleaning), LIMITS.messageText), strategy: strategy.name };
  }
  return { text: "", strategy: null };
}

/** Messages read before, by element. Whoever keeps it takes out those whose element changes. */
export type MessageCache = WeakMap<Element, FoundMessage>;

function readMessage(element: Element, reading: PageReading, untrusted: string): FoundMessage {
  const { messages, cleaning } = reading;
  const id = readFirst(element, messages.id, cleaning, untrusted);
  const time = readFirst(element, messages.sentAt, cleaning, untrusted);
  const sentAt = isoTime(time.value);
  const { role, strategy } = readRole(element, messages.roles, untrusted);
  const body = readBody(element, messages, cleaning);
  return {
    element,
    message: { id: id.value, role, sentAt, text: body.text },
    body: body.strategy,
    strategies: { role: strategy, sentAt: sentAt === null ? null : time.strategy, messageId: id.strategy },
  };
}

/** The elements that hold messages, the opening one first, and the name of the strategy that found them. */
export function messageElements(
  page: PageScope,
  reading: MessageReading,
): { elements: Element[]; strategy: string | null } {
  const firstThatFinds = (strategies: MessageReading["elements"]) => {
    for (const { name, selector } of strategies) {
      const elements = findInPage(page, selector, undefined).filter((element) => !element.matches(exclude));
      if (elements.length > 0) return { elements, name };
    }
    return { elements: [], name: null };
  };
  const exclude = reading.exclude.join(", ");
  const opening = firstThatFinds(reading.opening);
  const others = firstThatFinds(reading.elements);
  const first = opening.elements[0];
  if (first === undefined) return { elements: others.elements, strategy: others.name };
  const holder = others.elements.find((element) => element.contains(first)) ?? first;
  const rest = others.elements.filter((element) => element !== holder && !holder.contains(element));
  return { elements: [holder, ...rest], strategy: others.name ?? opening.name };
}

/** The newest messages, as many as may be reported: pages draw the oldest first. */
function withinLimit(elements: Element[]): Element[] {
  return elements.length <= LIMITS.messages ? elements : elements.slice(-LIMITS.messages);
}

/** The ticket's messages, oldest first, and the name of the strategy that found them. Those without text are left out. */
export function readMessages(
  page: PageScope,
  reading: PageReading,
  cache: MessageCache,
): { messages: FoundMessage[]; strategy: string | null; body: string | null } {
  const { elements, strategy } = messageElements(page, reading.messages);
  const found = withinLimit(elements).map((element) => {
    const message = cache.get(element) ?? readMessage(element, reading, page.untrusted);
    cache.set(element, message);
    return message;
  });
  const body = found.findLast((message) => message.body !== null)?.body ?? null;
  const messages = found.filter(({ message }) => message.text !== "");
  if (messages.every(({ message }) => message.sentAt !== null)) {
    messages.sort((one, other) => (one.message.sentAt ?? "").localeCompare(other.message.sentAt ?? ""));
  }
  return { messages, strategy, body };
}
