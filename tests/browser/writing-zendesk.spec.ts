/** Inserting into Zendesk's composers, with the real CKEditor in them and the focus in the side panel. */
import { renderDeskWithCkeditor } from "../replicas/editors/ckeditor";
import type { EditorOptions } from "../replicas/editors/editor-options";
import {
  composerContent,
  composersReady,
  insertFromPanel,
  LINK,
  makeRequest,
  putCaretAfter,
  selectBack,
  selectElsewhere,
  sentBy,
  undo,
} from "./support/editors";
import { expect, test } from "./support/fixtures";
import { SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const DRAFTS = {
  [parcel.id]: "<p>Dear Nora, please see below.</p><p>Mara, Acme Support</p>",
  [invoice.id]: "<p>Dear Paul, one moment.</p>",
};
const [PARCEL_DRAFT, INVOICE_DRAFT] = [DRAFTS[parcel.id] ?? "", DRAFTS[invoice.id] ?? ""];
const EDITABLE = `[data-ticket-id="${parcel.id}"] .ck-editor__editable`;
const LINK_HTML = '<a href="https://help.acme.example/parcel-missing">Parcel marked as delivered</a>';

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

async function openComposer(
  { page, desk, openPanel }: Pick<Fixtures, "page" | "desk" | "openPanel">,
  options: EditorOptions = {},
) {
  const tickets = [parcel, invoice];
  const html = renderDeskWithCkeditor({ tickets, openTicketId: parcel.id, drafts: DRAFTS, ...options });
  await desk("acme.zendesk.com", html);
  await page.goto(`https://acme.zendesk.com/agent/tickets/${parcel.id}`);
  const panel = await openPanel(page);
  await page.waitForSelector(EDITABLE);
  await composersReady(page);
  return panel;
}

const request = (overrides = {}) => makeRequest("zendesk", parcel.id, overrides);

test("puts a link at the caret, keeps the draft, and one undo takes exactly it away", async ({
  page,
  desk,
  openPanel,
}) => {
  const panel = await openComposer({ page, desk, openPanel });
  await putCaretAfter(page, EDITABLE, "please see");

  const answer = await insertFromPanel(page, panel, request());

  expect(answer).toEqual({ outcome: "inserted", channel: "public", editor: "omnicomposer-rich" });
  const sent = await sentBy(page, '[data-test-id="submit_button-button"]');
  expect(sent.html).toBe(`<p>Dear Nora, please see ${LINK_HTML} below.</p><p>Mara, Acme Support</p>`);
  await page.focus(EDITABLE);
  await undo(page);
  expect(await composerContent(page, parcel.id)).toBe(PARCEL_DRAFT);
});

test("writes beside a selection, not over it", async ({ page, desk, openPanel }) => {
  const panel = await openComposer({ page, desk, openPanel });
  await putCaretAfter(page, EDITABLE, "please see");
  await selectBack(page, 3);

  await insertFromPanel(page, panel, request());

  expect(await composerContent(page, parcel.id)).toContain(`please see ${LINK_HTML} below.`);
});

test("does not write over what was selected before the agent clicked elsewhere in the page", async ({
  page,
  desk,
  openPanel,
}) => {
  const panel = await openComposer({ page, desk, openPanel });
  await putCaretAfter(page, EDITABLE, "please see");
  await selectBack(page, 3);
  await selectElsewhere(page, `[data-ticket-id="${parcel.id}"] .zd-comment p`);

  await insertFromPanel(page, panel, request());

  expect(await composerContent(page, parcel.id)).toContain(`please see ${LINK_HTML} below.`);
});

test("lets the agent write on behind the link", async ({ page, desk, openPanel }) => {
  const panel = await openComposer({ page, desk, openPanel });
  await putCaretAfter(page, EDITABLE, "please see");
  await insertFromPanel(page, panel, request());

  await page.bringToFront();
  await page.keyboard.type(" right");

  expect(await composerContent(page, parcel.id)).toContain(`${LINK_HTML} right below.`);
});

test("keeps paragraphs, empty lines and signs of a text", async ({ page, desk, openPanel }) => {
  const panel = await openComposer({ page, desk, openPanel }, { drafts: { [parcel.id]: "<p></p>" } });
  await page.click(EDITABLE);
  const text = "Open <Settings> & look.\nThen:\n\nstart again";

  await insertFromPanel(page, panel, request({ content: { kind: "text", text } }));

  expect(await composerContent(page, parcel.id)).toBe(
    "<p>Open &lt;Settings&gt; &amp; look.</p><p>Then:</p><p>&nbsp;</p><p>start again</p>",
  );
  await undo(page);
  expect(await composerContent(page, parcel.id)).toBe("");
});

test("quotes with the source", async ({ page, desk, openPanel }) => {
  const panel = await openComposer({ page, desk, openPanel });
  await putCaretAfter(page, EDITABLE, "below.");
  const source = { title: LINK.kind === "link" ? LINK.title : "", url: "https://help.acme.example/parcel-missing" };

  await insertFromPanel(page, panel, request({ content: { kind: "quote", text: "Ask the porter.", source } }));

  expect(await composerContent(page, parcel.id)).toBe(
    `<p>Dear Nora, please see below.</p><blockquote><p>Ask the porter.</p></blockquote><p>— ${LINK_HTML}</p><p>Mara, Acme Support</p>`,
  );
  await undo(page);
  expect(await composerContent(page, parcel.id)).toBe(PARCEL_DRAFT);
});

test("writes title and address into a plain-text composer", async ({ page, desk, openPanel }) => {
  const panel = await openComposer({ page, desk, openPanel }, { channel: "messaging" });
  await putCaretAfter(page, EDITABLE, "please see");

  const answer = await insertFromPanel(page, panel, request());

  expect(answer).toEqual({ outcome: "inserted", channel: "public", editor: "omnicomposer-plain" });
  expect(await composerContent(page, parcel.id)).toContain(
    "please see Parcel marked as delivered https://help.acme.example/parcel-missing below.",
  );
  await undo(page);
  expect(await composerContent(page, parcel.id)).toBe(PARCEL_DRAFT);
});

test("asks before internal text goes into a public reply, and puts it into a note", async ({
  page,
  desk,
  openPanel,
}) => {
  const panel = await openComposer({ page, desk, openPanel });
  const internal = { isInternal: true };

  const asked = await insertFromPanel(page, panel, request(internal));
  const before = await composerContent(page, parcel.id);
  await page.evaluate(`deskComposers.chooseChannel("${parcel.id}", "internal")`);
  await composersReady(page);
  const inNote = await insertFromPanel(page, panel, request(internal));

  expect(asked).toEqual({ outcome: "askFirst", channel: "public" });
  expect(before).toBe(PARCEL_DRAFT);
  expect(inNote).toEqual({ outcome: "inserted", channel: "note", editor: "omnicomposer-rich" });
  expect(await composerContent(page, parcel.id)).toContain(LINK_HTML);
});

test("writes nothing anywhere when the agent has moved on", async ({ page, desk, openPanel }) => {
  const panel = await openComposer({ page, desk, openPanel });
  await page.click(EDITABLE);
  await page.evaluate(`replica.openTicket("${invoice.id}")`);
  await page.waitForSelector(`[data-ticket-id="${invoice.id}"] .ck-editor__editable`);
  await composersReady(page);

  const answer = await insertFromPanel(page, panel, request());

  expect(answer).toEqual({ outcome: "notInserted", reason: "otherTicket" });
  expect(await composerContent(page, parcel.id)).toBe(PARCEL_DRAFT);
  expect(await composerContent(page, invoice.id)).toBe(INVOICE_DRAFT);
});

test("writes into the editor made anew after switches of ticket, and into no hidden pane", async ({
  page,
  desk,
  openPanel,
}) => {
  const panel = await openComposer({ page, desk, openPanel });
  await page.click(EDITABLE);
  for (const { id } of [invoice, parcel, invoice]) {
    await page.evaluate(`replica.openTicket("${id}")`);
    await page.waitForSelector(`[data-ticket-id="${id}"] .ck-editor__editable`);
    await composersReady(page);
  }

  const answer = await insertFromPanel(page, panel, makeRequest("zendesk", invoice.id));

  expect(answer.outcome).toBe("inserted");
  expect(await composerContent(page, invoice.id)).toContain(LINK_HTML);
  expect(await composerContent(page, parcel.id)).toBe(PARCEL_DRAFT);
});

test("leaves nothing behind in a composer that does not take links", async ({ page, desk, openPanel }) => {
  const panel = await openComposer({ page, desk, openPanel }, { takesLinks: false });
  await putCaretAfter(page, EDITABLE, "please see");

  const answer = await insertFromPanel(page, panel, request());

  expect(answer).toEqual({ outcome: "notInserted", reason: "didNotHold" });
  expect(await composerContent(page, parcel.id)).toBe(PARCEL_DRAFT);
});
