/** Inserting in Firefox, from a page of the extension in front of the helpdesk's tab. */
import type { Page } from "puppeteer-core";
import type { InsertRequest } from "../../lib/page-commands";
import type { FirefoxExtension } from "../../scripts/browser/firefox";
import { renderDesk } from "../replicas/desk";
import { renderDeskWithCkeditor } from "../replicas/editors/ckeditor";
import { insertExpression, makeRequest } from "./support/editors";
import { expect, test } from "./support/fixtures";
import { SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const DRAFT = "<p>Dear Nora, please see below.</p>";
const DRAFTS = { [parcel.id]: DRAFT };
const SIGNATURE = '<div class="agent-signature"><p>Mara, Acme Support</p></div>';
const LINK_HTML = '<a href="https://help.acme.example/parcel-missing">Parcel marked as delivered</a>';
const EDITABLE = `[data-ticket-id="${parcel.id}"] .ck-editor__editable`;
const REPLY = '[data-kind="reply"] .fr-element';

const insertInto = (firefox: FirefoxExtension, host: string, request: InsertRequest) =>
  firefox.evaluate(insertExpression(`api.tabs.query({ url: "https://${host}/*" }).then(([first]) => first)`, request));

/** Puts the caret behind a text and, before it, selects so many characters. */
async function select(page: Page, editable: string, text: string, count: number): Promise<void> {
  await page.bringToFront();
  await page.focus(editable);
  const place = [editable, text, count] as const;
  await page.evaluate(([selector, wanted, length]) => {
    const node = document.querySelector(selector)?.querySelector("p")?.firstChild;
    const end = (node?.textContent ?? "").indexOf(wanted) + wanted.length;
    if (node) document.getSelection()?.setBaseAndExtent(node, end - length, node, end);
  }, place);
  await page.waitForFunction(() => document.hasFocus());
}

async function pressUndo(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
}

const composerContent = (page: Page) =>
  page.evaluate(`document.querySelector('${EDITABLE}').ckeditorInstance.getData()`);

test("puts a link beside the selection in Zendesk's composer in Firefox, and one undo takes it away", async ({
  firefox,
}) => {
  const html = renderDeskWithCkeditor({ tickets: [parcel, invoice], openTicketId: parcel.id, drafts: DRAFTS });
  const page = await firefox.openDeskPage(`https://acme.zendesk.com/agent/tickets/${parcel.id}`, html);
  await page.waitForSelector(EDITABLE);
  await page.evaluate("ckeditorComposer.ready()");
  await select(page, EDITABLE, "please see", 3);
  await page.waitForFunction(
    `document.querySelector('${EDITABLE}').ckeditorInstance.model.document.selection.isCollapsed === false`,
  );

  const answer = await insertInto(firefox, "acme.zendesk.com", makeRequest("zendesk", parcel.id));

  expect(answer).toEqual({ outcome: "inserted", channel: "public", editor: "omnicomposer-rich" });
  expect(await composerContent(page)).toBe(`<p>Dear Nora, please see ${LINK_HTML} below.</p>`);
  await pressUndo(page);
  expect(await composerContent(page)).toBe(DRAFT);
});

test("puts a link beside the selection in Freshdesk's reply in Firefox, and one undo takes it away", async ({
  firefox,
}) => {
  const html = renderDesk({
    ...{ helpdesk: "freshdesk", tickets: [parcel, invoice], openTicketId: parcel.id },
    ...{ drafts: DRAFTS, signatureHtml: SIGNATURE },
  });
  const page = await firefox.openDeskPage(`https://acme.freshdesk.com/a/tickets/${parcel.id}`, html);
  const reply = await page.waitForSelector("button[data-test-email-action=reply]");
  await reply?.evaluate((button) => (button as HTMLElement).click());
  await select(page, REPLY, "please see", 3);

  const answer = await insertInto(firefox, "acme.freshdesk.com", makeRequest("freshdesk", parcel.id));

  const content = () => page.$eval(REPLY, (editable) => editable.innerHTML.replaceAll("&nbsp;", " "));
  expect(answer).toEqual({ outcome: "inserted", channel: "public", editor: "froala-in-ticket-editor" });
  expect(await content()).toBe(`<p>Dear Nora, please see ${LINK_HTML} below.</p>${SIGNATURE}`);
  await pressUndo(page);
  expect(await content()).toBe(`${DRAFT}${SIGNATURE}`);
});
