/** Searching, what is at hand before it, and what is new, in the real panel. */
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import type { ArticleLine } from "./support/backend";
import { type Desk, openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectNoText, expectText, pressButton } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "zendesk", tickets: [parcel, invoice] };

const FRENCH: ArticleLine = {
  _id: "invoice-fr",
  title: "Recevoir une copie de la facture",
  text: "Le courier de la comptabilité part le lundi.",
  metadata: { language: "fr" },
};

test.beforeEach(({ backend }) => backend.importLines([...SHOP_ARTICLES, FRENCH]));

/** What has the focus: its action and the card or row it stands in. */
function focused(panel: PanelPage): Promise<(string | null)[]> {
  return panel.evaluate(() => {
    const place = document.activeElement?.closest<HTMLElement>("[data-card], [data-row]");
    return [
      document.activeElement?.getAttribute("data-action") ?? null,
      place?.dataset.card ?? place?.dataset.row ?? null,
    ];
  });
}

function foundIds(panel: PanelPage): Promise<(string | undefined)[]> {
  return panel.$$eval("[data-card]", (cards) => cards.map((card) => (card as HTMLElement).dataset.card));
}

async function clearBox(panel: PanelPage): Promise<void> {
  await panel.keyboard.press("Escape");
  await expect.poll(() => panel.$eval("[data-action=search]", (field) => (field as HTMLInputElement).value)).toBe("");
}

test("a search is typed, narrowed, opened and left by keys alone", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await panel.keyboard.press("/");
  await panel.keyboard.type('"courier search');
  await expect.poll(() => foundIds(panel)).toEqual(["parcel-missing"]);
  await clearBox(panel);

  await panel.keyboard.type("courier");
  await expect.poll(() => foundIds(panel)).toContain("invoice-fr");
  await pressButton(panel, en.search.filters);
  await panel.waitForSelector(`select[aria-label="${en.search.filterNames.language}"]`);
  await panel.select(`select[aria-label="${en.search.filterNames.language}"]`, "fr");
  await expect.poll(() => foundIds(panel)).toEqual(["invoice-fr"]);
  await panel.keyboard.press("Escape");
  await expectText(panel, en.search.filtersSet("1"));

  await panel.focus("[data-action=search]");
  await panel.keyboard.press("ArrowDown");
  await expect.poll(() => focused(panel)).toEqual(["open", "invoice-fr"]);
  await panel.keyboard.press("ArrowUp");
  await expect.poll(() => focused(panel)).toEqual(["search", null]);
  await panel.keyboard.press("Enter");
  await panel.waitForSelector('[data-article="invoice-fr"]');
  await panel.keyboard.press("Escape");
  await expect.poll(() => focused(panel)).toEqual(["open", "invoice-fr"]);
  await clearBox(panel);
  await expect.poll(() => focused(panel)).toEqual(["search", null]);
});

test("pins, opened articles and searches are at hand after the panel was closed", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await panel.keyboard.press("j");
  await panel.keyboard.press("p");
  await panel.waitForSelector('[data-card="parcel-missing"] [data-action=pin][aria-pressed=true]');
  await panel.keyboard.press("/");
  await panel.keyboard.type("authenticator");
  await panel.waitForSelector('[data-card="login-code"]');
  await panel.keyboard.press("Enter");
  await panel.waitForSelector('[data-article="login-code"]');
  await panel.reload();

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await panel.click("[data-action=search]");
  await panel.waitForSelector(".box-shelf");
  const rows = () => panel.$$eval(".box-shelf [data-action=open]", (each) => each.map((row) => row.textContent));
  expect(await rows()).toEqual([
    "authenticator",
    "Parcel marked as delivered but missing",
    "Security code for signing in does not come",
  ]);
});

test("a changed article is told of, shown with what changed, and is no news once it was read", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expectNoText(panel, en.news.count(1));

  const changed = SHOP_ARTICLES.flatMap((line) =>
    line._id === "parcel-missing"
      ? [{ ...line, text: line.text?.replace("two working days", "three working days") }]
      : [],
  );
  await backend.importLines(changed as ArticleLine[]);
  await pressButton(panel, en.sync.syncNow);
  await expectText(panel, en.news.count(1));

  await panel.keyboard.press("v");
  await panel.waitForSelector('[data-row="parcel-missing"] [data-action=compare]');
  await panel.click('[data-row="parcel-missing"] [data-action=compare]');
  await panel.waitForSelector(".changes ins");
  const words = await panel.$$eval(".changes ins, .changes del", (each) =>
    each.map((part) => part.lastChild?.textContent),
  );
  expect(words).toEqual(["two", "three"]);

  await panel.click('[data-row="parcel-missing"] [data-action=open]');
  await panel.waitForSelector('[data-article="parcel-missing"]');
  await panel.keyboard.press("Escape");
  await expectText(panel, en.news.read);
  await expect.poll(() => focused(panel)).toEqual(["open", "parcel-missing"]);
  await panel.keyboard.press("Escape");
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expectNoText(panel, en.news.count(1));
});
