/** How sure a suggestion must be, and the "maybe" over those that may be wrong, in the panel beside a ticket. */
import type { Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { openOptions } from "./support/options-page";
import { expectFirstCard, expectState } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const [opening] = parcel.messages;

/** Speaks of parcels and their delivery, and asks what no article says: more than nothing, too little to be balanced. */
const BESIDE_THE_POINT = {
  ...parcel,
  subject: "Question about my parcel",
  messages: [{ ...opening, text: "Is gift wrapping possible on a delivery, and can the carton be green?" }],
} as typeof parcel;

async function choose(options: Page, name: keyof typeof en.suggesting.choices): Promise<void> {
  await options.getByRole("radio", { name: en.suggesting.choices[name].name }).check();
  await expect(options.getByText(en.suggesting.saved)).toBeVisible();
}

/** What stands over the cards; null when nothing does. */
function heading(panel: PanelPage): Promise<string | null> {
  return panel.evaluate(() => document.querySelector(".list-heading")?.textContent ?? null);
}

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

test("a ticket that an article answers has no maybe", async ({ page, desk, openPanel }) => {
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [parcel] }, parcel.id);

  const panel = await openPanel(page);

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  expect(await heading(panel)).toBeNull();
});

test("an open panel follows the choice: nothing when rarely, a maybe when often", async ({
  extension,
  page,
  desk,
  openPanel,
}) => {
  const { page: options } = await openOptions(extension);
  await choose(options, "rarely");
  await page.bringToFront();
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [BESIDE_THE_POINT] }, BESIDE_THE_POINT.id);
  const panel = await openPanel(page);
  await expectState(panel, "nothingFits");

  await options.bringToFront();
  await choose(options, "often");
  await page.bringToFront();

  await expectState(panel, "found");
  expect([en.ticket.maybe(1), en.ticket.maybe(2)]).toContain(await heading(panel));
});
