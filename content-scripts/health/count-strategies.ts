/** How often each strategy of an adapter finds something in a page, and which ones a reading used. Never what they find. */
import type { Diagnosis } from "../../lib/page-commands";
import type { ElementStrategy, MessageReading, PageReading, RoleRule, Strategy } from "../adapter";
import { findAll } from "../engine/find";
import { findAnchors } from "../engine/find-root";
import { LIMITS, truncate } from "../engine/limits";
import { createPageScope, findInPage, type PageScope } from "../engine/page-scope";
import { messageElements } from "../engine/read-messages";
import { fits } from "../engine/read-role";
import type { TicketReading } from "../engine/read-ticket";
import { readValues } from "../engine/read-value";

type Field = Diagnosis["fields"][number];
type Count = Field["strategies"][number];

/** A ticket's page; `root` and `reading` are null where the page does not have them. */
export type ReadPage = {
  document: Document;
  ticketId: string | null;
  root: Element | null;
  reading: TicketReading | null;
};

type Named = { name: string; lastSeen: string };

function toCount({ name, lastSeen }: Named, selector: string, found: number, isUsed: boolean): Count {
  return { name, lastSeen, selector: truncate(selector, LIMITS.shortText), found, isUsed };
}

function countRoots(page: PageReading, { document, ticketId, reading }: ReadPage): Count[] {
  return page.root.map((strategy) => {
    const found = ticketId === null ? 0 : findAnchors(page, document, strategy.selector, ticketId).length;
    return toCount(strategy, strategy.selector, found, reading?.readBy.ticket === strategy.name);
  });
}

type Searched = ElementStrategy & Pick<Strategy, "within" | "inBody">;

function countInPage(scope: PageScope | null, strategies: Searched[], used: (string | null | undefined)[]): Count[] {
  return strategies.map((strategy) => {
    const found = scope === null ? 0 : findInPage(scope, strategy.selector, strategy.within).length;
    return toCount(strategy, strategy.selector, found, used.includes(strategy.name));
  });
}

/** Identity is asked of all strategies at once: used is what says that the ticket is the address's. */
function countIdentity(page: PageReading, scope: PageScope | null, ticketId: string | null): Count[] {
  const strategies = [...page.identity, ...page.confirmation];
  const saysTicket = (strategy: Strategy) =>
    scope !== null && readValues(scope, [strategy], page.cleaning).some(({ value }) => value === ticketId);
  return countInPage(
    scope,
    strategies,
    strategies.filter(saysTicket).map(({ name }) => name),
  );
}

/** Only the first strategy that finds anything is asked for the message that opens the ticket. */
function countOpening(scope: PageScope | null, { opening }: MessageReading): Count[] {
  const counts = countInPage(scope, opening, []);
  const first = counts.find(({ found }) => found > 0);
  return counts.map((count) => ({ ...count, isUsed: count === first }));
}

/** In the messages as elements, so that those whose text no strategy reads count as well. */
function countInMessages(
  elements: Element[],
  strategies: Searched[],
  untrusted: string,
  used: (string | null)[],
): Count[] {
  return strategies.map((strategy) => {
    const outside = strategy.inBody ? "" : untrusted;
    const found = elements.reduce((sum, element) => sum + findAll(element, strategy.selector, outside).length, 0);
    return toCount(strategy, strategy.selector, found, used.includes(strategy.name));
  });
}

function countRoles(elements: Element[], rules: RoleRule[], untrusted: string): Count[] {
  const deciding = elements.map((element) => rules.findIndex((rule) => fits(element, rule, untrusted)));
  return rules.map((rule, index) => {
    const found = elements.filter((element) => fits(element, rule, untrusted)).length;
    return toCount(rule, rule.when.join(" & "), found, deciding.includes(index));
  });
}

/** Per field the strategies in order. The fields have the names of `readBy`; `opening` is the message that opens the ticket. */
export function countStrategies(page: PageReading, read: ReadPage): Field[] {
  const { reading, root, document, ticketId } = read;
  const untrusted = page.untrusted.join(", ");
  const scope = root === null ? null : createPageScope(page, document, root);
  const { messages } = page;
  const elements = scope === null ? [] : messageElements(scope, messages).elements;
  const readBy = reading?.readBy ?? {};
  const found = reading?.messages ?? [];
  const bodies = found.map(({ body }) => body);
  const times = found.map(({ strategies }) => strategies.sentAt);
  const ids = found.map(({ strategies }) => strategies.messageId);
  const values = reading?.values.map(({ strategy }) => strategy) ?? [];
  const fields: Record<string, Count[]> = {
    ticket: countRoots(page, read),
    identity: countIdentity(page, scope, ticketId),
    subject: countInPage(scope, page.subject, [readBy.subject]),
    opening: countOpening(scope, messages),
    messages: countInPage(scope, messages.elements, [readBy.messages]),
    body: countInMessages(elements, messages.body, "", bodies),
    role: countRoles(elements, messages.roles, untrusted),
    sentAt: countInMessages(elements, messages.sentAt, untrusted, times),
    messageId: countInMessages(elements, messages.id, untrusted, ids),
    tags: countInPage(scope, page.tags, [readBy.tags]),
    fields: countInPage(scope, page.fields, values),
    channel: countInPage(scope, page.channel, [readBy.channel]),
  };
  return Object.entries(fields).map(([field, strategies]) => ({ field, strategies: strategies.slice(0, 100) }));
}
