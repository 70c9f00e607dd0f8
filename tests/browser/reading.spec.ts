/** Reading an article beside a ticket: to the passage and through the matches. */
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import type { ArticleLine } from "./support/backend";
import { openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { openArticle, pressButton } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;

/** Long enough for a busy machine. */
const patiently = { timeout: 20_000 };

const FILLER = "Look at the account first, then at the order, and only then write to anybody about it.";
const filler = (paragraphs: number) => Array.from({ length: paragraphs }, () => FILLER).join("\n\n");

function line(_id: string, title: string, text: string): ArticleLine {
  return {
    _id,
    title,
    text,
    metadata: { language: "en", format: "markdown", url: `https://help.acme.example/${_id}` },
  };
}

const MISSING = line(
  "parcel-missing",
  "Parcel delivered but missing",
  `${filler(12)}\n\n## Before\n\n${filler(12)}\n\n## Courier search\n\nThe courier search for a missing parcel costs 10 €. The parcel was scanned as delivered and nobody can find it.\n\n1. Open the order.\n2. Start the search.\n\n## After\n\n${filler(8)}`,
);
const FEES = line(
  "courier-fees",
  "Missing parcel: courier search",
  "The courier search for a missing parcel costs 12 euros. It also finds what was delivered next door.",
);

test.beforeEach(async ({ backend, extension, page, desk }) => {
  await backend.importLines([...SHOP_ARTICLES.filter(({ _id }) => _id !== MISSING._id), MISSING, FEES]);
  await connectTo(extension, backend);
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [parcel] }, parcel.id);
});

/** Whether an element of the article lies within what is visible of it. */
function isInView(panel: PanelPage, selector: string): Promise<boolean> {
  return panel.evaluate((wanted) => {
    const view = document.querySelector(".article-page")?.getBoundingClientRect();
    const place = document.querySelector(wanted)?.getBoundingClientRect();
    return !!view && !!place && place.top >= view.top && place.bottom <= view.bottom;
  }, selector);
}

function text(panel: PanelPage, selector: string): Promise<string> {
  return panel.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? "", selector);
}

test("an article opened from a suggestion shows its passage, and the keys lead through it", async ({
  page,
  openPanel,
}) => {
  const panel = await openPanel(page);
  await openArticle(panel, "parcel-missing");

  await expect.poll(() => isInView(panel, "[data-passage]"), patiently).toBe(true);
  expect(await text(panel, "[data-passage]")).toContain("courier search for a missing parcel");
  await expect.poll(() => text(panel, ".slim-title"), patiently).toContain("Parcel delivered but missing");

  await panel.keyboard.press("s");
  await panel.keyboard.type("ORDER");
  await expect.poll(() => text(panel, ".match-count"), patiently).toMatch(/^1 of \d+$/);
  await panel.keyboard.press("Enter");
  await expect.poll(() => text(panel, ".match-count"), patiently).toMatch(/^2 of \d+$/);
  await panel.keyboard.press("Escape");

  expect(await panel.$(".find-field")).toBeNull();
  expect(await panel.$("[data-article=parcel-missing]")).not.toBeNull();
});

test("where another article names another amount, both are quoted, and a press leads there", async ({
  page,
  openPanel,
}) => {
  const panel = await openPanel(page);
  await openArticle(panel, "parcel-missing");

  await expect
    .poll(() => text(panel, ".disagreement"), patiently)
    .toContain("“Missing parcel: courier search” says 12 euros, this article 10 €.");
  await pressButton(panel, en.article.openOther("Missing parcel: courier search"));

  await expect.poll(() => text(panel, ".disagreement"), patiently).toContain("says 10 €, this article 12 euros.");
  expect(await panel.$("[data-article=courier-fees]")).not.toBeNull();
});

test("at 320 pixels nothing of an article lies outside the panel", async ({ page, openPanel }) => {
  const panel = await openPanel(page);
  await openArticle(panel, "parcel-missing");
  await panel.setViewport({ width: 320, height: 560 });

  const widths = await panel.evaluate(() => {
    const view = document.querySelector(".article-page");
    return { page: document.documentElement.scrollWidth, article: (view?.scrollWidth ?? 0) - (view?.clientWidth ?? 0) };
  });

  expect(widths).toEqual({ page: 320, article: 0 });
});
