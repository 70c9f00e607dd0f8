/** Learning from use in the built extension: what leaves the machine, and how it is switched off. */
import { en } from "../../components/text/en";
import { setPolicy } from "../../scripts/browser/site-access";
import { lessons } from "../../server/db/schema";
import { openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { openOptions } from "./support/options-page";
import { expectFirstCard, pressButton, pressOnCard } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const DESK = { helpdesk: "zendesk" as const, tickets: [parcel] };

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

test("a link that was copied is a lesson: shown in the options, sent with the next pass", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await pressOnCard(panel, "parcel-missing", "copy-link");
  const { page: options } = await openOptions(extension);
  await options.getByText(en.learning.show).click();

  const lesson = options.locator(".lesson");
  await expect(lesson).toContainText("Parcel marked as delivered but missing");
  await expect(lesson).toContainText("courier");
  await pressButton(panel, en.sync.syncNow);
  await expect.poll(() => backend.db.select().from(lessons), { timeout: 25_000 }).toHaveLength(1);
});

test("switched off, what waits is deleted and nothing is sent", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await pressOnCard(panel, "parcel-missing", "copy-link");
  const { page: options } = await openOptions(extension);
  await options.getByText(en.learning.show).click();
  await expect(options.locator(".lesson")).toHaveCount(1);

  await options.getByLabel(en.learning.share).uncheck();
  await expect(options.getByText(en.learning.saved)).toBeVisible();
  await options.reload();
  await options.getByText(en.learning.show).click();

  await expect(options.getByText(en.learning.none)).toBeVisible();
  // Lessons go last in a pass: when a second one asks for changes, the first is over.
  const pulls = () => backend.requests.filter(({ method, path }) => method === "GET" && path === "/v1/changes").length;
  for (const expected of [pulls() + 1, pulls() + 2]) {
    await pressButton(panel, en.sync.syncNow);
    await expect.poll(pulls, { timeout: 25_000 }).toBeGreaterThanOrEqual(expected);
  }
  expect(backend.requests.filter(({ path }) => path === "/v1/lessons")).toEqual([]);
});

test("forgetting empties the list", async ({ extension, page, desk, openPanel }) => {
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await pressOnCard(panel, "parcel-missing", "copy-link");
  const { page: options } = await openOptions(extension);

  await options.getByRole("button", { name: en.learning.forget }).click();
  await options.getByRole("button", { name: en.learning.forgetYes }).click();
  await expect(options.getByText(en.learning.forgotten)).toBeVisible();
  await options.getByText(en.learning.show).click();

  await expect(options.getByText(en.learning.none)).toBeVisible();
});

test("the administrator's word holds, and the options say so", async ({ extension }) => {
  await setPolicy(extension, { shareLearning: false });

  const { page: options } = await openOptions(extension);

  await expect(options.getByLabel(en.learning.share)).not.toBeChecked();
  await expect(options.getByLabel(en.learning.share)).toBeDisabled();
});
