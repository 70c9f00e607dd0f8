/** Why an article is suggested, read with the keyboard alone; and what the team's synonyms do to it. */
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { addSynonymSet } from "../../server/synonyms/add-synonym-set";
import { openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectState, pageText, pressButton } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const [opening] = parcel.messages;

/** Speaks of the shop's parcels in words that its articles do not have. */
const STRAY = {
  ...parcel,
  subject: "Wombat astray",
  messages: [{ ...opening, text: "The wombat is astray. Nobody can find it." }],
} as typeof parcel;

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

function explanation(panel: PanelPage): Promise<string[]> {
  return panel.evaluate(() => [...document.querySelectorAll(".why-row")].map((row) => row.textContent ?? ""));
}

test("the explanation opens, is read and closes without a mouse", async ({ page, desk, openPanel }) => {
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [parcel] }, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await panel.keyboard.press("j");
  await panel.keyboard.press("w");
  await expect.poll(() => explanation(panel)).not.toEqual([]);
  const rows = await explanation(panel);
  await panel.keyboard.press("Escape");

  expect(rows.some((row) => /^parcel.*in the title.*\d%$/i.test(row))).toBe(true);
  const sum = rows.reduce((total, row) => total + Number(/(\d+)%$/.exec(row)?.[1]), 0);
  // Each row is rounded by itself, and shares too small for a row are left out.
  expect(sum).toBeGreaterThan(90);
  expect(sum).toBeLessThan(110);
  await expect.poll(() => explanation(panel)).toEqual([]);
});

test("synonyms that the team adds find their articles at the next sync, and are named", async ({
  backend,
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [STRAY] }, STRAY.id);
  const panel = await openPanel(page);
  await expectState(panel, "nothingFits");

  await addSynonymSet(backend.db, { id: "s1", language: "en", phrases: ["wombat", "parcel"] }, Date.now());
  await addSynonymSet(
    backend.db,
    { id: "s2", language: "en", phrases: ["astray", "marked as delivered but missing"] },
    Date.now(),
  );
  await pressButton(panel, en.sync.syncNow);

  await expectFirstCard(panel, STRAY.id, "parcel-missing");
  await panel.keyboard.press("j");
  await panel.keyboard.press("w");
  await expect.poll(() => pageText(panel)).toContain(en.terms.places.synonym);
});
