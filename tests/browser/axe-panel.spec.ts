/** axe-core on the running panel and options page, with what only the real ones have: their document, styles and words. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page as PanelPage } from "puppeteer-core";
import { type Desk, openDesk } from "./support/desks";
import { focusPanel } from "./support/editors";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, openArticle } from "./support/panel-steps";
import { replyArticles } from "./support/replies";
import { SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "zendesk", tickets: [parcel] };
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The violated rules, each with the element it was seen on first. */
const VIOLATIONS = `(async () => {
  ${AXE}
  const { violations } = await axe.run(document, {
    resultTypes: ["violations"],
    // See axe.spec.ts.
    rules: { "label-content-name-mismatch": { enabled: true } },
  });
  return violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 160));
})()`;

const violations = (page: { evaluate(expression: string): Promise<unknown> }) => page.evaluate(VIOLATIONS);

/** Opens a page over the list with its key. */
async function visit(panel: PanelPage, key: "l" | "v" | "d"): Promise<void> {
  await panel.keyboard.press(key);
  await panel.waitForFunction(() => document.querySelector("[data-suggestions]") === null);
}

test("axe finds nothing against the running panel: list, search, keys, article, flags, news, draft", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  test.setTimeout(180_000);
  await backend.importLines(replyArticles("public"));
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await focusPanel(page, panel);
  const found: Record<string, unknown> = { list: await violations(panel) };

  await panel.keyboard.press("?");
  await panel.waitForSelector("[role=dialog]");
  found.keys = await violations(panel);
  await panel.keyboard.press("Escape");
  for (const key of ["l", "v", "d"] as const) {
    await visit(panel, key);
    found[key] = await violations(panel);
    await panel.keyboard.press("Escape");
    await panel.waitForSelector("[data-suggestions]");
  }
  await openArticle(panel, "parcel-missing");
  found.article = await violations(panel);
  await panel.keyboard.press("/");
  await panel.waitForSelector("[data-action=search]");
  await panel.type("[data-action=search]", "authenticator");
  await panel.waitForSelector('[data-card="login-code"]');
  found.search = await violations(panel);

  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, []])));
});

test("axe finds nothing against the options page", async ({ extension }) => {
  const options = await extension.context.newPage();
  await options.goto(extension.url("options.html"));
  await options.getByRole("heading", { level: 2 }).first().waitFor();

  expect(await violations(options)).toEqual([]);
});
