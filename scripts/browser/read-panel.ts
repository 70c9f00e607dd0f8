/** What the side panel shows, read from the panel itself. */
import type { Page } from "puppeteer-core";
import { waitUntil } from "./wait-until";

/** A card of the list: what an agent reads of one suggestion. */
export type ShownCard = { id: string; title: string; passage: string; trust: string };

/**
 * The list for the ticket in front. `ticketId` is null when no ticket is in front. `state` is one of `found`, `nothingFits`,
 * `libraryEmpty`, `waiting`, `noHelpdesk`, `noTicket`, `unreadable`, `failed`.
 */
export type ShownSuggestions = { ticketId: string | null; state: string; cards: ShownCard[] };

/** Reads the list as it stands; null when the panel has not drawn yet or shows something else. */
export function readPanel(panel: Page): Promise<ShownSuggestions | null> {
  // No named function inside: what the TypeScript runner adds to keep names does not exist in the page.
  return panel.evaluate(() => {
    const list = document.querySelector<HTMLElement>("[data-suggestions]");
    if (!list) return null;
    return {
      ticketId: list.dataset.ticket ?? null,
      state: list.dataset.suggestions ?? "",
      cards: [...list.querySelectorAll<HTMLElement>(".card[data-card]")].map((card) => ({
        id: card.dataset.card ?? "",
        title: card.querySelector("[data-action=open]")?.textContent?.trim() ?? "",
        passage: card.querySelector(".card-passage")?.textContent?.trim() ?? "",
        trust: [...card.querySelectorAll(".fact")].map((fact) => fact.textContent?.trim()).join(" · "),
      })),
    };
  });
}

/** Waits until the panel has an answer for a ticket, and gives it. Throws when none comes. */
export async function waitForAnswer(panel: Page, ticketId: string): Promise<ShownSuggestions> {
  const isAnswered = (shown: ShownSuggestions | null) =>
    shown?.ticketId === ticketId && (shown.state === "found" || shown.state === "nothingFits");
  return waitUntil(`suggestions for ticket ${ticketId}`, async () => {
    const shown = await readPanel(panel);
    return shown !== null && isAnswered(shown) ? shown : null;
  });
}

/** How long a list must stand unchanged to count as settled. */
const SETTLED_MS = 800;

/** Like `waitForAnswer`, once the list no longer changes: pages are drawn in steps, and suggestions follow each. */
export async function waitForSettledAnswer(panel: Page, ticketId: string): Promise<ShownSuggestions> {
  let last = await waitForAnswer(panel, ticketId);
  let sinceMs = performance.now();
  return waitUntil(`an unchanging list for ticket ${ticketId}`, async () => {
    const shown = await waitForAnswer(panel, ticketId);
    if (JSON.stringify(shown) !== JSON.stringify(last)) sinceMs = performance.now();
    last = shown;
    return performance.now() - sinceMs >= SETTLED_MS ? shown : null;
  });
}
