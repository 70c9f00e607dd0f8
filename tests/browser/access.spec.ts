/** Access that the browser withholds, and tabs that were open before the extension could read them. */
import type { Page } from "@playwright/test";
import { followActivePage } from "../../scripts/browser/helpdesk-hosts";
import { setEnabled, setSiteAccess } from "../../scripts/browser/site-access";
import { type Desk, openDesk } from "./support/desks";
import { expect, test } from "./support/fixtures";
import { SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "zendesk", tickets: [parcel, invoice] };
const ZENDESK = "https://*.zendesk.com/*";
const FRESHDESK = "https://*.freshdesk.com/*";
const WAIT = { timeout: 20_000 };

const ticketReport = { state: "ticket", ticket: { id: parcel.id } };

async function markLoad(page: Page): Promise<void> {
  await page.evaluate("window.isFirstLoad = true");
}

function isFirstLoad(page: Page): Promise<unknown> {
  return page.evaluate("window.isFirstLoad === true");
}

test("says which helpdesk is withheld, and goes on without a reload when it is allowed again", async ({
  extension,
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, DESK, parcel.id);
  await markLoad(page);
  const heard = await followActivePage(await openPanel(page));
  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport, missingAccess: [] });

  await setSiteAccess(extension, "ON_CLICK");
  await expect.poll(heard, WAIT).toMatchObject({ report: null, missingAccess: [ZENDESK] });
  await setSiteAccess(extension, "ON_ALL_SITES");

  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport, missingAccess: [] });
  expect(await isFirstLoad(page)).toBe(true);
});

test("says on a fresh machine that all helpdesks are withheld", async ({ extension, page, desk, openPanel }) => {
  await setSiteAccess(extension, "ON_CLICK");
  await openDesk({ page, desk }, DESK, parcel.id);

  const heard = await followActivePage(await openPanel(page));

  await expect.poll(heard, WAIT).toMatchObject({ report: null, missingAccess: [ZENDESK, FRESHDESK] });
});

test("misses nothing on a page that is no helpdesk", async ({ page, openPanel }) => {
  await page.goto("about:blank");

  const heard = await followActivePage(await openPanel(page));

  await expect.poll(heard, WAIT).toMatchObject({ report: null, missingAccess: [] });
});

test("reads a tab that was opened while the extension was switched off, without a reload", async ({
  extension,
  page,
  desk,
  openPanel,
}) => {
  await setEnabled(extension, false);
  await openDesk({ page, desk }, DESK, parcel.id);
  await markLoad(page);

  await setEnabled(extension, true);

  const heard = await followActivePage(await openPanel(page));
  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport });
  expect(await isFirstLoad(page)).toBe(true);
});

test("goes on reading an open tab whose reader has lost its extension, without a reload", async ({
  extension,
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, DESK, parcel.id);
  await markLoad(page);
  const panel = await openPanel(page);
  const heardBefore = await followActivePage(panel);
  await expect.poll(heardBefore, WAIT).toMatchObject({ report: ticketReport });

  // As an update does: the page keeps its reader, which has lost its extension.
  await setEnabled(extension, false);
  await setEnabled(extension, true);
  await expect.poll(() => panel.isClosed(), WAIT).toBe(true);

  const heard = await followActivePage(await openPanel(page));
  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport });
  await page.evaluate(`replica.openTicket("${invoice.id}")`);
  await expect.poll(heard, WAIT).toMatchObject({ report: { state: "ticket", ticket: { id: invoice.id } } });
  expect(await isFirstLoad(page)).toBe(true);
});
