/** Writing into replies by the panel's own buttons, and what the agent then finds in the page and on the clipboard. */
import { expect, type Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { focusPanel, undo } from "./editors";
import { expectText, openArticle, pressOnCard } from "./panel-steps";
import { SHOP_ARTICLES } from "./shop";

export const ANSWER = "We start a search with the courier today.\nYou hear from us within two days.";

/** A paragraph of the article on missing parcels. */
export const QUOTED = "After two working days start a courier search. A replacement leaves the warehouse at once.";

const TITLE = "Parcel marked as delivered but missing";
const ADDRESS = "https://help.acme.example/parcel-missing";
export const LINK_HTML = `<a href="${ADDRESS}">${TITLE}</a>`;
export const LINK_TEXT = `${TITLE} ${ADDRESS}`;

/** The shop's articles, with a ready answer in the one on missing parcels; internal where nothing else is said. */
export function replyArticles(audience: "public" | "internal") {
  return SHOP_ARTICLES.map((line) => {
    const replyText = line._id === "parcel-missing" ? ANSWER : null;
    return { ...line, metadata: { ...line.metadata, audience, replyText } };
  });
}

/** Presses "Insert link" on a card. */
export async function pressInsertLink(page: Page, panel: PanelPage, articleId = "parcel-missing"): Promise<void> {
  await focusPanel(page, panel);
  await pressOnCard(panel, articleId, "insert-link");
}

/** Opens the article on missing parcels and presses "Insert answer". */
export async function pressInsertAnswer(page: Page, panel: PanelPage): Promise<void> {
  await focusPanel(page, panel);
  await openArticle(panel, "parcel-missing");
  await panel.locator('[data-action="insert-answer"]').click();
}

/** Selects a paragraph of the open article as a reader does, by three clicks, and presses "Quote". */
export async function pressQuote(page: Page, panel: PanelPage): Promise<void> {
  await focusPanel(page, panel);
  await expectText(panel, QUOTED);
  await panel.locator(`::-p-xpath(//*[contains(@class, "article-body")]//p[contains(., "working days")])`).click({
    count: 3,
  });
  await panel.locator('[data-action="quote"]').click();
}

/**
 * Inserts link, answer and quotation by their buttons, each once the one before stands in the reply. Answers what the
 * reply held before the first and after each.
 */
export async function insertAll(page: Page, panel: PanelPage, content: () => Promise<string>): Promise<string[]> {
  const held = [await content()];
  const steps = [
    [pressInsertLink, "help.acme.example/parcel-missing"],
    [pressInsertAnswer, "You hear from us within two days."],
    [pressQuote, QUOTED],
  ] as const;
  for (const [press, words] of steps) {
    await press(page, panel);
    await expect.poll(content, { timeout: 20_000 }).toContain(words);
    held.push(await content());
  }
  return held;
}

/** What a reply holds after each Ctrl+Z, for so many of them. */
export async function undoAll(page: Page, count: number, content: () => Promise<string>): Promise<string[]> {
  const held: string[] = [];
  for (let step = 0; step < count; step += 1) {
    await undo(page);
    held.push(await content());
  }
  return held;
}

/** What Ctrl+V puts into a field of the page. */
export async function pastedText(page: Page): Promise<string> {
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "pasted-here";
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press("Control+v");
  const pasted = await page.inputValue("#pasted-here");
  await page.evaluate(() => document.getElementById("pasted-here")?.remove());
  return pasted;
}

/** Every press of "send" since the page was loaded. */
export function sendings(page: Page): Promise<unknown[]> {
  return page.evaluate("globalThis.deskSent");
}

/**
 * Has the page hang, as slow helpdesks do, and then do something in the same task: whatever reaches the page meanwhile
 * comes after it. Answers how to let it go on.
 */
export async function holdPage(page: Page, then: string): Promise<() => Promise<void>> {
  let letGo: () => void = () => undefined;
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/hold", async (route) => {
    await isLetGo;
    await route.fulfill({ status: 204 });
  });
  const isHanging = page.waitForRequest("**/hold");
  const hanging = page.evaluate(`{
    const request = new XMLHttpRequest();
    request.open("GET", "/hold", false);
    request.send();
    ${then};
  }`);
  await isHanging;
  return async () => {
    letGo();
    await hanging;
  };
}
