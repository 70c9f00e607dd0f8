/** The gallery of all states in a browser of its own, without a server: its pages are built and answered from memory. */
import { test as base, type Page } from "@playwright/test";
import { build, type Rollup } from "vite";
import { requireChromium } from "../../../scripts/browser/find-browser.mjs";

const ORIGIN = "http://gallery.example";
const CONFIG = new URL("../../gallery/vite.config.ts", import.meta.url).pathname;

const TYPES: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css" };

type BuiltGallery = Map<string, string | Uint8Array>;

async function buildGallery(): Promise<BuiltGallery> {
  const built = (await build({
    configFile: CONFIG,
    logLevel: "error",
    build: { write: false },
  })) as Rollup.RollupOutput;
  return new Map(built.output.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]));
}

async function serve(page: Page, gallery: BuiltGallery): Promise<void> {
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname === "/" ? "/index.html" : pathname;
    const body = gallery.get(path);
    if (body === undefined) return route.fulfill({ status: 404 });
    const contentType = TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    return route.fulfill({ contentType, body: Buffer.from(body) });
  });
}

type Stage = {
  names: string[];
  page: Page;
  show(name: string, showing?: { language?: string; dir?: string; textPercent?: number }): Promise<void>;
};

/** Tests with the gallery's stage open: scenes are drawn into it one after the other. */
export const test = base.extend<{ stage: Stage }, { gallery: BuiltGallery }>({
  launchOptions: [{ executablePath: requireChromium().path, args: ["--no-sandbox"] }, { scope: "worker" }],
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => use(await buildGallery()),
    { scope: "worker" },
  ],
  stage: async ({ page, gallery }, use) => {
    await serve(page, gallery);
    await page.setViewportSize({ width: 360, height: 585 });
    await page.goto(`${ORIGIN}/?stage`);
    await page.waitForFunction("window.gallery");
    await use({
      page,
      names: await page.evaluate(() => window.gallery.names),
      show: (name, showing) => page.evaluate((how) => window.gallery.show(...how), [name, showing] as const),
    });
  },
});

export { expect } from "@playwright/test";
