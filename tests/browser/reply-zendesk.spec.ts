/** From the panel's buttons into Zendesk's composer, which is the real CKEditor here. Nothing is ever sent. */
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { renderDesk } from "../replicas/desk";
import { renderDeskWithCkeditor } from "../replicas/editors/ckeditor";
import type { EditorOptions } from "../replicas/editors/editor-options";
import { closeTicket, switchTo } from "./support/desks";
import { composerContent, composersReady, focusPanel, putCaretAfter, undo } from "./support/editors";
import { test as base, connectTo, expect } from "./support/fixtures";
import { expectFirstCard, expectNoText, expectText, openArticle, pressButton } from "./support/panel-steps";
import {
  holdPage,
  insertAll,
  LINK_HTML,
  LINK_TEXT,
  pastedText,
  pressInsertLink,
  QUOTED,
  replyArticles,
  sendings,
  undoAll,
} from "./support/replies";
import { SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const SIGNATURE = "<p>Mara, Acme Support</p>";
const DRAFT = `<p>Dear Nora, please see below.</p>${SIGNATURE}`;
const OTHER_DRAFT = "<p>Dear Paul, one moment.</p>";
const EDITABLE = `[data-ticket-id="${parcel.id}"] .ck-editor__editable`;

type ReplyOptions = EditorOptions & { audience?: "public" | "internal" };

/** Opens the ticket with its composer, and the panel beside it with an article. */
const test = base.extend<{ openReply: (options?: ReplyOptions) => Promise<PanelPage> }>({
  openReply: async ({ backend, extension, page, desk, openPanel }, use) => {
    await use(async ({ audience = "public", ...options } = {}) => {
      await backend.importLines(replyArticles(audience));
      await connectTo(extension, backend);
      const drafts = { [parcel.id]: DRAFT, [invoice.id]: OTHER_DRAFT };
      const tickets = [parcel, invoice];
      const replica = { tickets, openTicketId: parcel.id, drafts, ...options };
      const hasEditor = options.composer !== "missing";
      const html = hasEditor ? renderDeskWithCkeditor(replica) : renderDesk({ helpdesk: "zendesk", ...replica });
      await desk("acme.zendesk.com", html);
      await page.goto(`https://acme.zendesk.com/agent/tickets/${parcel.id}`);
      const panel = await openPanel(page);
      if (hasEditor) {
        await page.waitForSelector(EDITABLE);
        await composersReady(page);
      }
      await expectFirstCard(panel, parcel.id, "parcel-missing");
      return panel;
    });
    expect(await sendings(page)).toEqual([]);
  },
});

const content = (page: Parameters<typeof composerContent>[0]) => composerContent(page, parcel.id);

test("puts a card's link at the caret of the reply, and one Ctrl+Z takes exactly it away", async ({
  page,
  openReply,
}) => {
  const panel = await openReply();
  await putCaretAfter(page, EDITABLE, "please see");

  await pressInsertLink(page, panel);

  await expectText(panel, en.insert.inserted);
  expect(await content(page)).toBe(`<p>Dear Nora, please see ${LINK_HTML} below.</p><p>Mara, Acme Support</p>`);
  await undo(page);
  expect(await content(page)).toBe(DRAFT);
});

test("Undo on the card takes the link out again, and leaves alone what was typed since", async ({
  page,
  openReply,
}) => {
  const panel = await openReply();
  await putCaretAfter(page, EDITABLE, "please see");
  await pressInsertLink(page, panel);
  await expectText(panel, en.insert.inserted);

  await panel.click("[data-action=undo-insertion]");

  await expect.poll(() => content(page)).toBe(DRAFT);
  await expectNoText(panel, en.insert.undo);
  await pressInsertLink(page, panel);
  await panel.waitForSelector("[data-action=undo-insertion]");
  await putCaretAfter(page, EDITABLE, "below.");
  await page.keyboard.type(" Bye.");
  const typed = await content(page);
  await panel.click("[data-action=undo-insertion]");
  await expectText(panel, en.insert.notTakenBack("Ctrl+Z"));
  expect(await content(page)).toBe(typed);
});

test("puts link, answer and quotation into the reply, each taken away by a Ctrl+Z of its own", async ({
  page,
  openReply,
}) => {
  const panel = await openReply();
  await putCaretAfter(page, EDITABLE, "below.");
  const answer = "<p>Dear Nora, please see below. We start a search with the courier today.</p>";

  const held = await insertAll(page, panel, () => content(page));

  await expectText(panel, en.insert.inserted);
  expect(held[1]).toBe(`<p>Dear Nora, please see below. ${LINK_HTML}</p>${SIGNATURE}`);
  expect(held[2]?.replace(`${LINK_HTML} `, "")).toBe(`${answer}<p>You hear from us within two days.</p>${SIGNATURE}`);
  const quotation = `<blockquote><p>${QUOTED}</p></blockquote><p>— ${LINK_HTML}</p>`;
  expect(held[3]).toBe(held[2]?.replace(SIGNATURE, quotation + SIGNATURE));
  expect(await undoAll(page, 3, () => content(page))).toEqual([held[2], held[1], DRAFT]);
});

test("puts link, answer and quotation as plain text into a messaging reply", async ({ page, openReply }) => {
  const panel = await openReply({ channel: "messaging" });
  await putCaretAfter(page, EDITABLE, "below.");

  const held = await insertAll(page, panel, () => content(page));

  expect(held[1]).toBe(`<p>Dear Nora, please see below. ${LINK_TEXT}</p>${SIGNATURE}`);
  expect(held[3]).not.toMatch(/<a |<blockquote/);
  expect(held[3]?.endsWith(SIGNATURE)).toBe(true);
  expect(await undoAll(page, 3, () => content(page))).toEqual([held[2], held[1], DRAFT]);
});

test("puts an internal article into the internal note without a question, and says that it is the note", async ({
  page,
  openReply,
}) => {
  const panel = await openReply({ audience: "internal", channel: "internal" });
  await putCaretAfter(page, EDITABLE, "below.");

  const held = await insertAll(page, panel, () => content(page));

  await expectText(panel, en.insert.insertedNote);
  expect(held[1]).toBe(`<p>Dear Nora, please see below. ${LINK_HTML}</p>${SIGNATURE}`);
  expect(await undoAll(page, 3, () => content(page))).toEqual([held[2], held[1], DRAFT]);
});

test("asks before an internal article goes into a public reply, and does what the agent says", async ({
  page,
  openReply,
}) => {
  const panel = await openReply({ audience: "internal" });
  await putCaretAfter(page, EDITABLE, "please see");

  await pressInsertLink(page, panel);
  await expectText(panel, en.insert.askPublic);
  await pressButton(panel, en.insert.cancel);
  await expectNoText(panel, en.insert.askPublic);
  const afterCancel = [await content(page), await pastedText(page)];
  await pressInsertLink(page, panel);
  await pressButton(panel, en.insert.copyInstead);
  await expectText(panel, en.insert.copied("Ctrl+V"));
  const afterCopy = [await content(page), await pastedText(page)];
  await putCaretAfter(page, EDITABLE, "please see");
  await pressInsertLink(page, panel);
  await pressButton(panel, en.insert.anyway);
  await expectText(panel, en.insert.inserted);

  expect(afterCancel).toEqual([DRAFT, ""]);
  expect(afterCopy).toEqual([DRAFT, LINK_TEXT]);
  expect(await content(page)).toContain(`please see ${LINK_HTML} below.`);
  await undo(page);
  expect(await content(page)).toBe(DRAFT);
});

test("copies, and says so, where no reply is open", async ({ page, openReply }) => {
  const panel = await openReply({ composer: "missing" });

  await pressInsertLink(page, panel);

  await expectText(panel, `${en.insert.reasons.noEditor} ${en.insert.copied("Ctrl+V")}`);
  expect(await pastedText(page)).toBe(LINK_TEXT);
});

test("writes nothing anywhere when the agent moves on before a slow page comes to write", async ({
  page,
  openReply,
}) => {
  const panel = await openReply();
  await putCaretAfter(page, EDITABLE, "please see");
  await focusPanel(page, panel);
  await panel.focus('[data-card="parcel-missing"] [data-action="open"]');
  const release = await holdPage(page, `replica.openTicket("${invoice.id}")`);

  await panel.keyboard.press("i");
  await panel.waitForSelector('[data-action="insert-link"].is-turning');
  await release();

  await expectFirstCard(panel, invoice.id, "invoice-twice");
  await composersReady(page);
  expect(await content(page)).toBe(DRAFT);
  expect(await composerContent(page, invoice.id)).toBe(OTHER_DRAFT);
  expect(await pastedText(page)).toBe("");
  await expectNoText(panel, en.insert.inserted);
});

test("says that nothing was inserted when another ticket has come to the front", async ({ page, openReply }) => {
  const panel = await openReply();
  await focusPanel(page, panel);
  await openArticle(panel, "parcel-missing");
  // The pane in front is another ticket's already, the address follows much later.
  await page.evaluate('replica.change({ switchOrder: "paneFirst", delaysMs: { pane: 8_000 } })');
  await switchTo(page, invoice.id);

  await panel.locator('[data-action="insert-answer"]').click();

  await expectText(panel, en.insert.reasons.otherTicket);
  expect(await content(page)).toBe(DRAFT);
  expect(await composerContent(page, invoice.id)).toBe(OTHER_DRAFT);
  expect(await pastedText(page)).toBe("");
});

test("writes only into the ticket's new pane when its tab was closed and opened again", async ({ page, openReply }) => {
  const panel = await openReply();
  await closeTicket(page, parcel.id);
  await expectFirstCard(panel, invoice.id, "invoice-twice");
  await switchTo(page, parcel.id);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  // The subject alone brings the card; the composer is drawn later.
  await page.waitForSelector(EDITABLE);
  await composersReady(page);

  await pressInsertLink(page, panel);

  await expectText(panel, en.insert.inserted);
  expect(await content(page)).toContain(LINK_HTML);
  expect(await composerContent(page, invoice.id)).toBe(OTHER_DRAFT);
});
