/** From the panel's buttons into Freshdesk's reply and note. Nothing is ever sent. */
import type { Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import type { EditorOptions } from "../replicas/editors/editor-options";
import { openDesk } from "./support/desks";
import { focusPanel, putCaretAfter, undo } from "./support/editors";
import { test as base, connectTo, expect } from "./support/fixtures";
import { expectFirstCard, expectNoText, expectText, pressButton } from "./support/panel-steps";
import {
  holdPage,
  insertAll,
  LINK_HTML,
  LINK_TEXT,
  pastedText,
  pressInsertLink,
  replyArticles,
  sendings,
  undoAll,
} from "./support/replies";
import { SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const DRAFT = "<p>Dear Nora, please see below.</p>";
const SIGNATURE = '<div class="agent-signature"><p>Mara, Acme Support</p></div>';
const OPTIONS: EditorOptions = {
  drafts: { [parcel.id]: DRAFT, [invoice.id]: "<p>Dear Paul, one moment.</p>" },
  signatureHtml: SIGNATURE,
};
const REPLY = '[data-kind="reply"] .fr-element';
const NOTE = '[data-kind="note"] .fr-element';

type Opening = { audience?: "public" | "internal"; lingerMs?: number };

/** Opens the ticket, and the panel beside it with an article; no reply is open yet. */
const test = base.extend<{ openTicket: (opening?: Opening) => Promise<PanelPage> }>({
  openTicket: async ({ backend, extension, page, desk, openPanel }, use) => {
    await use(async ({ audience = "public", lingerMs = 300 } = {}) => {
      await backend.importLines(replyArticles(audience));
      await connectTo(extension, backend);
      const delaysMs = { linger: lingerMs, actionBar: 0 };
      await openDesk(
        { page, desk },
        { helpdesk: "freshdesk", tickets: [parcel, invoice], delaysMs, ...OPTIONS },
        parcel.id,
      );
      const panel = await openPanel(page);
      await expectFirstCard(panel, parcel.id, "parcel-missing");
      return panel;
    });
    expect(await sendings(page)).toEqual([]);
  },
});

const pressReply = (page: Page) => page.click("button[data-test-email-action=reply]");

/** Browsers write a space beside what was put in as one that does not break: it counts as a space. */
const content = async (page: Page, editable: string) =>
  (await page.locator(editable).innerHTML()).replaceAll("&nbsp;", " ");

/** Keeps what editors hold after each change in them, in `window.writings`. */
async function recordWritings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const writings: string[] = [];
    Object.assign(window, { writings });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const editor = (target instanceof Element ? target : target.parentElement)?.closest(".fr-element");
        if (editor) writings.push(editor.innerHTML);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

test("puts a card's link at the caret of the reply, and one Ctrl+Z takes exactly it away", async ({
  page,
  openTicket,
}) => {
  const panel = await openTicket();
  await pressReply(page);
  await putCaretAfter(page, REPLY, "please see");

  await pressInsertLink(page, panel);

  await expectText(panel, en.insert.inserted);
  expect(await content(page, REPLY)).toBe(`<p>Dear Nora, please see ${LINK_HTML} below.</p>${SIGNATURE}`);
  await undo(page);
  expect(await content(page, REPLY)).toBe(DRAFT + SIGNATURE);
});

test("Undo on the card takes the link out again", async ({ page, openTicket }) => {
  const panel = await openTicket();
  await pressReply(page);
  await putCaretAfter(page, REPLY, "please see");
  await pressInsertLink(page, panel);

  await (await panel.waitForSelector("[data-action=undo-insertion]"))?.click();

  await expect.poll(() => content(page, REPLY)).toBe(DRAFT + SIGNATURE);
  await expectNoText(panel, en.insert.undo);
});

test("puts link, answer and quotation into the reply, each taken away by a Ctrl+Z of its own", async ({
  page,
  openTicket,
}) => {
  const panel = await openTicket();
  await pressReply(page);
  await putCaretAfter(page, REPLY, "below.");
  const reply = () => content(page, REPLY);

  const held = await insertAll(page, panel, reply);

  await expectText(panel, en.insert.inserted);
  expect(held[2]).toContain(`<p>Dear Nora, please see below. ${LINK_HTML} We start a search with the courier today.`);
  expect(held[3]?.startsWith("<p>Dear Nora, please see below.")).toBe(true);
  expect(held[3]?.endsWith(SIGNATURE)).toBe(true);
  expect(await undoAll(page, 3, reply)).toEqual([held[2], held[1], DRAFT + SIGNATURE]);
});

test("puts an internal article into a note without a question, and leaves the reply above it alone", async ({
  page,
  openTicket,
}) => {
  const panel = await openTicket({ audience: "internal" });
  await pressReply(page);
  await page.click("[data-test-id=add-note]");
  await page.focus(NOTE);
  const note = () => content(page, NOTE);

  const held = await insertAll(page, panel, note);

  await expectText(panel, en.insert.insertedNote);
  expect(held[1]).toContain(LINK_HTML);
  expect(await content(page, REPLY)).toBe(DRAFT + SIGNATURE);
  expect(await undoAll(page, 3, note)).toEqual([held[2], held[1], held[0]]);
  expect(await content(page, REPLY)).toBe(DRAFT + SIGNATURE);
});

test("asks before an internal article goes into a public reply, and does what the agent says", async ({
  page,
  openTicket,
}) => {
  const panel = await openTicket({ audience: "internal" });
  await pressReply(page);
  await putCaretAfter(page, REPLY, "please see");

  await pressInsertLink(page, panel);
  await expectText(panel, en.insert.askPublic);
  await pressButton(panel, en.insert.cancel);
  await expectNoText(panel, en.insert.askPublic);
  const afterCancel = await content(page, REPLY);
  await pressInsertLink(page, panel);
  await pressButton(panel, en.insert.anyway);
  await expectText(panel, en.insert.inserted);

  expect(afterCancel).toBe(DRAFT + SIGNATURE);
  expect(await content(page, REPLY)).toContain(`please see ${LINK_HTML} below.`);
  await undo(page);
  expect(await content(page, REPLY)).toBe(DRAFT + SIGNATURE);
});

test("copies, and says so, where no reply is open; opens none", async ({ page, openTicket }) => {
  const panel = await openTicket();

  await pressInsertLink(page, panel);

  await expectText(panel, `${en.insert.reasons.noEditor} ${en.insert.copied("Ctrl+V")}`);
  expect(await pastedText(page)).toBe(LINK_TEXT);
  expect(await page.locator(".fr-element").count()).toBe(0);
});

test("writes nothing when the agent moves on before a slow page comes to write, though the old reply still stands", async ({
  page,
  openTicket,
}) => {
  const panel = await openTicket({ lingerMs: 4_000 });
  await pressReply(page);
  await putCaretAfter(page, REPLY, "please see");
  await focusPanel(page, panel);
  await panel.focus('[data-card="parcel-missing"] [data-action="open"]');
  await recordWritings(page);
  const release = await holdPage(page, `replica.openTicket("${invoice.id}")`);

  await panel.keyboard.press("i");
  await panel.waitForSelector('[data-action="insert-link"].is-turning');
  await release();

  await expectFirstCard(panel, invoice.id, "invoice-twice");
  expect(await page.evaluate("window.writings")).toEqual([]);
  expect(await pastedText(page)).toBe("");
  await expectNoText(panel, en.insert.inserted);
});
