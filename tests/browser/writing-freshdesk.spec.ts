/** Inserting into Freshdesk's reply and note editors, after a model of Froala, with the focus in the side panel. */
import type { EditorOptions } from "../replicas/editors/editor-options";
import { openDesk } from "./support/desks";
import {
  insertFromPanel,
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
const DRAFT = "<p>Dear Nora, please see below.</p>";
const SIGNATURE = '<div class="agent-signature"><p>Mara, Acme Support</p></div>';
const QUOTED = "<p>Where is my parcel?</p>";
const BELOW = `${SIGNATURE}<div class="freshdesk_quote"><blockquote>${QUOTED}</blockquote></div>`;
const REPLY = '[data-kind="reply"] .fr-element';
const NOTE = '[data-kind="note"] .fr-element';
const LINK_HTML = '<a href="https://help.acme.example/parcel-missing">Parcel marked as delivered</a>';
const OPTIONS: EditorOptions = { drafts: { [parcel.id]: DRAFT }, signatureHtml: SIGNATURE, quotedHtml: QUOTED };

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

async function openTicket(
  { page, desk, openPanel }: Pick<Fixtures, "page" | "desk" | "openPanel">,
  options: EditorOptions = {},
) {
  await openDesk(
    { page, desk },
    { helpdesk: "freshdesk", tickets: [parcel, invoice], ...OPTIONS, ...options },
    parcel.id,
  );
  const panel = await openPanel(page);
  await page.waitForSelector("button[data-test-email-action=reply]");
  return panel;
}

const pressReply = (page: Fixtures["page"]) => page.click("button[data-test-email-action=reply]");
const pressNote = (page: Fixtures["page"]) => page.click("[data-test-id=add-note]");
/** What would be sent. Browsers write a space beside what was put in as one that does not break: it counts as a space. */
const sent = async (page: Fixtures["page"]) =>
  (await sentBy(page, '[data-test-id="submit"]')).html.replaceAll("&nbsp;", " ");
const request = (overrides = {}) => makeRequest("freshdesk", parcel.id, overrides);

test("puts a link at the caret and leaves draft, signature and quoted mail alone", async ({
  page,
  desk,
  openPanel,
}) => {
  const panel = await openTicket({ page, desk, openPanel });
  await pressReply(page);
  await putCaretAfter(page, REPLY, "please see");

  const answer = await insertFromPanel(page, panel, request());

  expect(answer).toEqual({ outcome: "inserted", channel: "public", editor: "froala-in-ticket-editor" });
  expect(await sent(page)).toBe(`<p>Dear Nora, please see ${LINK_HTML} below.</p>${BELOW}`);
});

test("is taken away by one undo of the editor's own, and nothing else is", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel });
  await pressReply(page);
  await putCaretAfter(page, REPLY, "please see");
  await page.keyboard.type(" this");
  await insertFromPanel(page, panel, request());

  await undo(page);

  expect(await sent(page)).toBe(`<p>Dear Nora, please see this below.</p>${BELOW}`);
});

test("writes beside a selection, not over it, and lets the agent write on", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel });
  await pressReply(page);
  await putCaretAfter(page, REPLY, "please see");
  await selectBack(page, 3);

  await insertFromPanel(page, panel, request());
  await page.bringToFront();
  await page.keyboard.type(" right");

  expect(await sent(page)).toContain(`please see ${LINK_HTML} right below`);
});

test("writes above signature and quoted mail when no caret is known", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel });
  await pressReply(page);
  await selectElsewhere(page, ".message-heading b");

  await insertFromPanel(page, panel, request());

  expect(await sent(page)).toBe(`<p>Dear Nora, please see below. ${LINK_HTML}</p>${BELOW}`);
});

test("writes on a line of its own above a signature with nothing above it", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel }, { drafts: { [parcel.id]: "" } });
  await pressReply(page);
  await selectElsewhere(page, ".message-heading b");

  await insertFromPanel(page, panel, request());

  expect(await sent(page)).toBe(`<p>${LINK_HTML}</p>${BELOW}`);
});

test("in an editor that leaves undo to the browser, one step takes away the text on its own line", async ({
  page,
  desk,
  openPanel,
}) => {
  const panel = await openTicket({ page, desk, openPanel }, { drafts: { [parcel.id]: "" } });
  await pressReply(page);
  // A copy has none of the model's listeners: a plain editable.
  await page.locator(REPLY).evaluate((editable) => editable.replaceWith(editable.cloneNode(true)));
  const before = await page.locator(REPLY).innerHTML();
  await selectElsewhere(page, ".message-heading b");
  await insertFromPanel(page, panel, request());
  const written = await page.locator(REPLY).innerHTML();

  await page.focus(REPLY);
  await undo(page);

  expect(written).toBe(`<p>${LINK_HTML}</p>${before}`);
  expect(await page.locator(REPLY).innerHTML()).toBe(`<p><br></p>${before}`);
});

test("never writes into the quoted mail", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel });
  await pressReply(page);
  await putCaretAfter(page, REPLY, "Where is");

  await insertFromPanel(page, panel, request());

  expect(await sent(page)).toBe(`<p>Dear Nora, please see below. ${LINK_HTML}</p>${BELOW}`);
});

test("keeps the lines of a text and does not end in a slash", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel }, { drafts: {} });
  await pressReply(page);
  await page.keyboard.press("Control+Home");
  const text = "Open <Settings> & look.\n\nThen see https://help.acme.example/";

  await insertFromPanel(page, panel, request({ content: { kind: "text", text } }));

  expect(await page.locator(".canned-responses").count()).toBe(0);
  expect(await sent(page)).toBe(
    `<p>Open &lt;Settings&gt; &amp; look.<br><br>Then see https://help.acme.example/ </p>${BELOW}`,
  );
});

test("writes into the one of reply and note in which the agent writes", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel });
  await pressReply(page);
  await pressNote(page);
  const inNote = await insertFromPanel(page, panel, request({ isInternal: true }));
  await page.bringToFront();
  await page.focus(REPLY);

  const inReply = await insertFromPanel(page, panel, request());

  expect([inNote, inReply]).toMatchObject([{ channel: "note" }, { channel: "public" }]);
  expect(await page.locator(NOTE).locator("a").count()).toBe(1);
  expect(await page.locator(REPLY).locator("a").count()).toBe(1);
});

test("asks before internal text goes into an editor that does not say what it is", async ({
  page,
  desk,
  openPanel,
}) => {
  const panel = await openTicket({ page, desk, openPanel }, { showsChannel: false });
  await pressReply(page);

  const asked = await insertFromPanel(page, panel, request({ isInternal: true }));
  const before = await page.locator(`${REPLY} a`).count();
  const confirmed = await insertFromPanel(page, panel, request({ isInternal: true, confirmedFor: "unknown" }));

  expect(asked).toEqual({ outcome: "askFirst", channel: "unknown" });
  expect(before).toBe(0);
  expect(confirmed).toMatchObject({ outcome: "inserted", channel: "unknown" });
});

test("writes nothing and opens nothing while no editor is open", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel });

  const answer = await insertFromPanel(page, panel, request());

  expect(answer).toEqual({ outcome: "notInserted", reason: "noEditor" });
  expect(await page.locator(".fr-element").count()).toBe(0);
});

test("writes nothing into the old ticket's editor while the page moves to another", async ({
  page,
  desk,
  openPanel,
}) => {
  const panel = await openTicket({ page, desk, openPanel });
  await pressReply(page);
  const before = await page.locator(REPLY).innerHTML();
  // The address moves and the page does not follow.
  await page.evaluate(`history.pushState(null, "", "/a/tickets/${invoice.id}")`);

  const forOld = await insertFromPanel(page, panel, request());
  const forNew = await insertFromPanel(page, panel, makeRequest("freshdesk", invoice.id));

  expect([forOld, forNew]).toEqual(Array(2).fill({ outcome: "notInserted", reason: "otherTicket" }));
  expect(await page.locator(REPLY).innerHTML()).toBe(before);
});

test("says so when the editor puts the text out again", async ({ page, desk, openPanel }) => {
  const panel = await openTicket({ page, desk, openPanel }, { holds: false });
  await pressReply(page);
  await putCaretAfter(page, REPLY, "please see");

  const answer = await insertFromPanel(page, panel, request());

  expect(answer).toEqual({ outcome: "notInserted", reason: "didNotHold" });
  expect(await sent(page)).toBe(`${DRAFT}${BELOW}`);
});
