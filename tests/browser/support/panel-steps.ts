/** What an agent does in the panel, and what a test waits for in it. */
import { expect } from "@playwright/test";
import type { Page } from "puppeteer-core";
import { readPanel, type ShownCard } from "../../../scripts/browser/read-panel";

/** Long enough for a busy machine; a state that comes sooner is seen sooner. */
const WAIT_MS = 20_000;

/** What can be read in a page now. */
export function pageText(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text cannot be read.
  return page.evaluate(() => document.body.innerText);
}

/** Waits until a text stands in the page. */
export async function expectText(page: Page, text: string): Promise<void> {
  await expect.poll(() => pageText(page), { timeout: WAIT_MS, message: `text in the panel: ${text}` }).toContain(text);
}

/** Waits until a text no longer stands in the page. */
export async function expectNoText(page: Page, text: string): Promise<void> {
  await expect.poll(() => pageText(page), { timeout: WAIT_MS }).not.toContain(text);
}

/** Waits until the list for a ticket begins with an article. */
export async function expectFirstCard(panel: Page, ticketId: string, articleId: string): Promise<void> {
  const first = async () => {
    const shown = await readPanel(panel);
    return shown?.ticketId === ticketId ? shown.cards[0]?.id : null;
  };
  await expect.poll(first, { timeout: WAIT_MS, message: `first article beside ticket ${ticketId}` }).toBe(articleId);
}

/** Waits until the list for a ticket has so many articles, and answers them. */
export async function expectCards(panel: Page, ticketId: string, count: number): Promise<ShownCard[]> {
  const cards = async () => {
    const shown = await readPanel(panel);
    return shown?.ticketId === ticketId ? shown.cards : [];
  };
  await expect.poll(cards, { timeout: WAIT_MS, message: `articles beside ticket ${ticketId}` }).toHaveLength(count);
  return cards();
}

/** Waits until the list is in one of the states of `ShownSuggestions`. */
export async function expectState(panel: Page, state: string): Promise<void> {
  const shown = async () => (await readPanel(panel))?.state;
  await expect.poll(shown, { timeout: WAIT_MS, message: "state of the list" }).toBe(state);
}

/** Presses the button of that name. */
export async function pressButton(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).setTimeout(WAIT_MS).click();
}

/** Presses a button of a card, by what it does: `open`, `flag`, `undo`, `copy-link`. */
export async function pressOnCard(panel: Page, articleId: string, action: string): Promise<void> {
  await panel.locator(`[data-card="${articleId}"] [data-action="${action}"]`).setTimeout(WAIT_MS).click();
}

/** Opens an article from the list and waits for its text. */
export async function openArticle(panel: Page, articleId: string): Promise<void> {
  await pressOnCard(panel, articleId, "open");
  await panel.waitForSelector(`[data-article="${articleId}"] .article-body > *`, { timeout: WAIT_MS });
}
