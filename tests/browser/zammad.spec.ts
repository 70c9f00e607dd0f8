/** Zammad on a host of a team's own: added in the options, read by its hash, written to in its reply. */
import type { Page } from "@playwright/test";
import { en } from "../../components/text/en";
import { addHelpdeskHost } from "../../scripts/browser/helpdesk-hosts";
import type { LoadedExtension } from "../../scripts/browser/launch-extension";
import { agreeToHost } from "../../scripts/browser/site-access";
import { renderZammad } from "../content-scripts/zammad-desk";
import { insertFromPanel, makeRequest } from "./support/editors";
import { connectTo, expect, test } from "./support/fixtures";
import { recordedMoments, recordPanel, strangersIn } from "./support/panel-record";
import { expectFirstCard, expectState, expectText } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel, invoice, login } = SHOP_TICKETS;
const HOST = "help.example.com";
const EDITOR = '[data-name="body"]';

type Desk = (host: string, html: string) => Promise<unknown>;

async function openZammad({ extension, page, desk }: { extension: LoadedExtension; page: Page; desk: Desk }) {
  await desk(HOST, renderZammad([parcel, invoice, login], 100));
  await page.goto(`https://${HOST}/#ticket/zoom/${parcel.id}`);
  await agreeToHost(extension, `https://${HOST}/*`);
  expect(await addHelpdeskHost(extension, HOST, "zammad")).toBe("added");
}

const openTask = (page: Page, hash: string) => page.click(`.tasks a[href="#${hash}"]`);

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

test("follows the agent by the hash, without a page load, and never shows a neighbour's articles", async ({
  extension,
  page,
  desk,
  openPanel,
}) => {
  await openZammad({ extension, page, desk });
  await page.evaluate("window.isFirstLoad = true");
  const panel = await openPanel(page);
  await recordPanel(panel);

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await openTask(page, `ticket/zoom/${invoice.id}`);
  await expectFirstCard(panel, invoice.id, "invoice-twice");
  await openTask(page, `ticket/zoom/${login.id}`);
  await expectFirstCard(panel, login.id, "login-code");
  await page.goBack();
  await expectFirstCard(panel, invoice.id, "invoice-twice");

  expect(strangersIn(await recordedMoments(panel))).toEqual([]);
  expect(await page.evaluate("window.isFirstLoad")).toBe(true);
});

test("says that no ticket is open on an overview", async ({ extension, page, desk, openPanel }) => {
  await openZammad({ extension, page, desk });
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await openTask(page, "ticket/view/my_assigned");

  await expectState(panel, "noTicket");
  await expectText(panel, en.ticket.noTicket("Zammad"));
});

test("reads the page again after a load", async ({ extension, page, desk, openPanel }) => {
  await openZammad({ extension, page, desk });
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await page.goto("about:blank");
  await expectState(panel, "noHelpdesk");
  await page.goto(`https://${HOST}/#ticket/zoom/${invoice.id}`);

  await expectFirstCard(panel, invoice.id, "invoice-twice");
});

test("writes a link into the public reply, above the signature", async ({ extension, page, desk, openPanel }) => {
  await openZammad({ extension, page, desk });
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  const answer = await insertFromPanel(page, panel, makeRequest("zammad", parcel.id));

  expect(answer).toEqual({ outcome: "inserted", channel: "public", editor: "article-body" });
  expect(await page.innerHTML(EDITOR)).toMatch(/^(?:<div>)?<a href="[^"]+">[^<]+<\/a>.*data-signature="true"/);
});

test("writes internal text into an internal article without asking", async ({ extension, page, desk, openPanel }) => {
  await openZammad({ extension, page, desk });
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await page.evaluate('document.querySelector(".article-add").classList.replace("is-public", "is-internal")');

  const answer = await insertFromPanel(page, panel, makeRequest("zammad", parcel.id, { isInternal: true }));

  expect(answer).toEqual({ outcome: "inserted", channel: "note", editor: "article-body" });
});

test("brings no permission and no address of its own", async ({ extension }) => {
  const manifest = JSON.stringify(await extension.evaluate("chrome.runtime.getManifest()"));

  expect(manifest).toContain("zendesk");
  expect(manifest).not.toContain("zammad");
});
