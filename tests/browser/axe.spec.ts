/** axe-core on every scene of the gallery: light, dark and in forced colours. */
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { expect, test } from "./support/gallery";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

test.setTimeout(240_000);

/** One line per violated rule, with the element it was seen on first. `rules`: only these. */
async function violations(page: Page, rules: string[] | null = null): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { axe: engine } = window as unknown as { axe: typeof axe };
    const options: axe.RunOptions = {
      resultTypes: ["violations"],
      // Experimental, and off by default: whoever speaks to the page says what stands on a button.
      rules: { "label-content-name-mismatch": { enabled: true } },
    };
    if (only) options.runOnly = { type: "rule", values: only };
    const results = await engine.run(document, options);
    // The rule counts a menu line's key among its words though it is hidden from what reads them out.
    const isKeyOfLine = (id: string, html: string) =>
      id === "label-content-name-mismatch" && html.includes('class="menu-line"') && html.includes("aria-keyshortcuts");
    const violated = results.violations
      .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !isKeyOfLine(id, html)) }))
      .filter(({ nodes }) => nodes.length > 0);
    return violated.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`);
  }, rules);
}

test.beforeEach(({ stage }) => stage.page.addScriptTag({ path: AXE }));

test("axe finds nothing against any scene", async ({ stage }) => {
  const found: string[] = [];
  for (const name of stage.names) {
    await stage.show(name);
    found.push(...(await violations(stage.page)).map((line) => `${name}: ${line}`));
  }

  expect(found).toEqual([]);
});

for (const [what, media] of [
  ["in the dark", { colorScheme: "dark" }],
  ["in forced colours", { forcedColors: "active" }],
  ["with more contrast", { contrast: "more" }],
] as const) {
  test(`every text can be read ${what}`, async ({ stage }) => {
    await stage.page.emulateMedia(media);
    const found: string[] = [];
    for (const name of stage.names) {
      await stage.show(name);
      found.push(...(await violations(stage.page, ["color-contrast"])).map((line) => `${name}: ${line}`));
    }

    expect(found).toEqual([]);
  });
}
