/** Whether the page shows the very ticket that is asked for. What is not certain is told apart from another ticket. */
import type { PageReading } from "../adapter";
import { findAll, isShown } from "../engine/find";
import { selectorOfOthers } from "../engine/find-root";
import type { PageScope } from "../engine/page-scope";
import type { TicketReading } from "../engine/read-ticket";
import { readValues } from "../engine/read-value";

/** `other`: the page names another ticket, and not this one. `unsure`: it names none, or does not agree with itself. */
export type Shown = "same" | "other" | "unsure";

const idsIn = (page: PageScope, { confirmation, cleaning }: PageReading): string[] =>
  readValues(page, confirmation, cleaning).map(({ value }) => value);

/** How many places in the page name a ticket. An update may read the same place in two ways. */
function countMarks(page: PageScope, { identity, cleaning }: PageReading): number {
  const found = identity.flatMap((strategy) => readValues(page, [strategy], cleaning));
  return new Set(found.map(({ element }) => element)).size;
}

/**
 * What a reading is worth for writing. Freshdesk's content bears the ticket's number or, on some accounts, an internal
 * one: alone against one mark it makes unsure, against two it is taken for an internal one.
 */
export function whichTicket(
  reading: PageReading,
  page: PageScope,
  { identity }: TicketReading,
  ticketId: string,
): Shown {
  if (identity === "other") return "other";
  if (identity === "mixed") return "unsure";
  const ids = idsIn(page, reading);
  const isConfirmed = ids.length > 0 && ids.every((id) => id === ticketId);
  if (identity === "silent") return isConfirmed ? "same" : "unsure";
  const isContradicted = ids.length > 0 && !ids.includes(ticketId);
  return isContradicted && countMarks(page, reading) < 2 ? "unsure" : "same";
}

/** Whether another ticket's part of the page is shown, for a ticket whose own part is hidden. */
export function isOtherShown({ root, untrusted }: PageReading, document: Document, ticketId: string): boolean {
  return root.some(({ selector }) => {
    const others = selectorOfOthers(selector, ticketId);
    return others !== null && findAll(document, others, untrusted.join(", ")).some(isShown);
  });
}
