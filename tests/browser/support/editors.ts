/** Inserting into replies as the panel does it, and what an agent does in the editors of the replicas. */
import { expect, type Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import type { InsertAnswer, InsertRequest, ReplyContent } from "../../../lib/page-commands";
import type { Helpdesk } from "../../../lib/ticket";

export const LINK: ReplyContent = {
  kind: "link",
  title: "Parcel marked as delivered",
  url: "https://help.acme.example/parcel-missing",
};

/** A request for a link; say only what the test is about. */
export function makeRequest(
  helpdesk: Helpdesk,
  ticketId: string,
  overrides: Partial<InsertRequest> = {},
): InsertRequest {
  return { helpdesk, ticketId, content: LINK, isInternal: false, confirmedFor: null, origin: null, ...overrides };
}

/** What `runPageTool` does, in words that an extension page of any browser can evaluate. */
export function insertExpression(tabExpression: string, request: InsertRequest): string {
  return `(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    const tab = await ${tabExpression};
    const target = { tabId: tab.id, frameIds: [0] };
    await api.scripting.executeScript({ target, files: ["/page-tools.js"] });
    const [answer] = await api.scripting.executeScript({
      target,
      func: (command, request) => globalThis.souffleurPageTools[command](request),
      args: ["insert", ${JSON.stringify(request)}],
    });
    return answer.result;
  })()`;
}

/** Inserts from the side panel into the tab beside it, while the panel has the focus as after a click in it. */
export async function insertFromPanel(page: Page, panel: PanelPage, request: InsertRequest): Promise<InsertAnswer> {
  await focusPanel(page, panel);
  const tab = "api.tabs.query({ active: true, currentWindow: true }).then(([first]) => first)";
  return (await panel.evaluate(insertExpression(tab, request))) as InsertAnswer;
}

/** Playwright has every page believe that it has the focus; here it really goes to the panel. */
export async function focusPanel(page: Page, panel: PanelPage): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  await panel.bringToFront();
  await page.waitForFunction(() => !document.hasFocus());
}

/** Waits until the real composers of a replica stand. */
export async function composersReady(page: Page): Promise<void> {
  await page.evaluate("ckeditorComposer.ready()");
}

/** What the composer of a ticket would send, presence of other panes notwithstanding. */
export function composerContent(page: Page, ticketId: string): Promise<string> {
  return page.evaluate(
    `document.querySelector('[data-ticket-id="${ticketId}"] .ck-editor__editable').ckeditorInstance.getData()`,
  );
}

/** Presses "send" in the replica and answers what the editor gave out. */
export async function sentBy(page: Page, sendButton: string): Promise<{ ticketId: string; html: string }> {
  await page.bringToFront();
  await page.locator(sendButton).locator("visible=true").last().dispatchEvent("click");
  return page.evaluate("deskSent.at(-1)");
}

/** Presses the keys of "undo" in the page, which has the focus again. */
export async function undo(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
  await page.keyboard.press("Control+z");
}

/** Puts the caret behind a text in the page by keys, as panel and ticket side by side leave no room to click. */
export async function putCaretAfter(page: Page, editable: string, text: string): Promise<void> {
  await page.bringToFront();
  await page.focus(editable);
  await page.keyboard.press("Control+Home");
  const content = (await page.locator(editable).textContent()) ?? "";
  if (!content.includes(text)) throw new Error(`No "${text}" in ${editable}.`);
  const wanted = content.slice(0, content.indexOf(text) + text.length);
  // An editor that is busy with itself may lose a press: what counts is where the caret stands.
  await expect
    .poll(
      async () => {
        const before = await textBeforeCaret(page, editable);
        for (let step = before.length; step < wanted.length; step += 1) await page.keyboard.press("ArrowRight");
        return textBeforeCaret(page, editable);
      },
      { timeout: 20_000 },
    )
    .toBe(wanted);
}

function textBeforeCaret(page: Page, editable: string): Promise<string> {
  return page.locator(editable).evaluate((element) => {
    const selection = document.getSelection();
    if (!selection?.focusNode || !element.contains(selection.focusNode)) return "";
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(selection.focusNode, selection.focusOffset);
    return range.toString();
  });
}

/** The agent has clicked at a word elsewhere in the page: no editor has the caret any more. */
export async function selectElsewhere(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      (document.activeElement as HTMLElement).blur();
      document.getSelection()?.selectAllChildren(element);
    });
}

/** Selects so many characters before the caret. */
export async function selectBack(page: Page, count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) await page.keyboard.press("Shift+ArrowLeft");
}
