/** From the buttons of Firefox's sidebar, its page being a tab here, into Zendesk's composer (the real CKEditor). */
import type { Page } from "puppeteer-core";
import { en } from "../../components/text/en";
import type { FirefoxExtension } from "../../scripts/browser/firefox";
import { renderDesk } from "../replicas/desk";
import { renderDeskWithCkeditor } from "../replicas/editors/ckeditor";
import type { Backend } from "./support/backend";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectText, pressOnCard } from "./support/panel-steps";
import { LINK_HTML, LINK_TEXT, replyArticles } from "./support/replies";
import { SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const ADDRESS = `https://acme.zendesk.com/agent/tickets/${parcel.id}`;
const DRAFT = "<p>Dear Nora, please see below.</p>";
const REPLICA = { tickets: [parcel, invoice], openTicketId: parcel.id, drafts: { [parcel.id]: DRAFT } };
const EDITABLE = `[data-ticket-id="${parcel.id}"] .ck-editor__editable`;

/** Opens the sidebar's page and waits until it has read the ticket. */
async function openSidebar(firefox: FirefoxExtension): Promise<Page> {
  const sidebar = await firefox.openSidebarPage();
  await expectFirstCard(sidebar, parcel.id, "parcel-missing");
  return sidebar;
}

async function connect(firefox: FirefoxExtension, backend: Backend): Promise<void> {
  await backend.importLines(replyArticles("public"));
  await connectTo(firefox, backend);
}

async function press(page: Page, key: "v" | "z"): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

const content = (page: Page) => page.evaluate(`document.querySelector('${EDITABLE}').ckeditorInstance.getData()`);

test("reads the ticket and puts a card's link into the reply in Firefox; one Ctrl+Z takes exactly it away", async ({
  firefox,
  backend,
}) => {
  await connect(firefox, backend);
  const page = await firefox.openDeskPage(ADDRESS, renderDeskWithCkeditor(REPLICA));
  await page.waitForSelector(EDITABLE);
  await page.evaluate("ckeditorComposer.ready()");
  const sidebar = await openSidebar(firefox);

  await pressOnCard(sidebar, "parcel-missing", "insert-link");

  await expectText(sidebar, en.insert.inserted);
  expect(await content(page)).toContain(LINK_HTML);
  expect(String(await content(page)).replace(new RegExp(` ?${LINK_HTML} ?`), "")).toBe(DRAFT);
  await page.bringToFront();
  await page.focus(EDITABLE);
  await press(page, "z");
  expect(await content(page)).toBe(DRAFT);
  expect(await page.evaluate("deskSent")).toEqual([]);
});

test("copies in Firefox, and says so, where no reply is open", async ({ firefox, backend }) => {
  await connect(firefox, backend);
  const html = renderDesk({ helpdesk: "zendesk", composer: "missing", ...REPLICA });
  const page = await firefox.openDeskPage(ADDRESS, html);
  const sidebar = await openSidebar(firefox);

  await pressOnCard(sidebar, "parcel-missing", "insert-link");

  await expectText(sidebar, `${en.insert.reasons.noEditor} ${en.insert.copied("Ctrl+V")}`);
  await page.evaluate('document.body.append(Object.assign(document.createElement("textarea"), { id: "pasted-here" }))');
  await page.bringToFront();
  await page.focus("#pasted-here");
  await press(page, "v");
  expect(await page.$eval("#pasted-here", (field) => (field as HTMLTextAreaElement).value)).toBe(LINK_TEXT);
});
