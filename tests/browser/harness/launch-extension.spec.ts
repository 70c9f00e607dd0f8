import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LoadedExtension, launchExtension } from "../../../scripts/browser/launch-extension";
import { stopServiceWorker } from "../../../scripts/browser/service-worker";
import { expect, test } from "./fixtures";
import { PROBE_EXTENSION_DIR, TICKET_HTML, TICKET_URL } from "./probe";

test.use({ extensionDir: PROBE_EXTENSION_DIR });

async function profileDir({ context }: LoadedExtension): Promise<string> {
  const page = await context.newPage();
  await page.goto("chrome://version");
  return (await page.textContent("#profile_path"))?.replace(/.Default$/, "") ?? "";
}

test("keeps the extension's id and data from one launch to the next in a named profile", async ({ headless }) => {
  const userDataDir = mkdtempSync(join(tmpdir(), "souffleur-kept-"));
  const first = await launchExtension({ extensionDir: PROBE_EXTENSION_DIR, headless, userDataDir });
  await first.evaluate("chrome.storage.local.set({ word: 'kept' })");
  await first.close();

  const second = await launchExtension({ extensionDir: PROBE_EXTENSION_DIR, headless, userDataDir });
  const stored = await second.evaluate("chrome.storage.local.get()");
  await second.close();

  expect(second.extensionId).toBe(first.extensionId);
  expect(stored).toEqual({ word: "kept" });
  rmSync(userDataDir, { recursive: true });
});

test("removes the profile it made", async ({ headless }) => {
  const extension = await launchExtension({ extensionDir: PROBE_EXTENSION_DIR, headless });
  const madeDir = await profileDir(extension);
  const wasThere = existsSync(madeDir);

  await extension.close();

  expect([wasThere, existsSync(madeDir)]).toEqual([true, false]);
});

test("says to build first when there is no build", async ({ headless }) => {
  const launched = launchExtension({ extensionDir: join(tmpdir(), "souffleur-nothing-here"), headless });

  await expect(launched).rejects.toThrow('Run "npm run build" first');
});

test("starts the service worker again when it was stopped", async ({ extension }) => {
  const firstLife = await extension.serviceWorker();
  await firstLife.evaluate("globalThis.memory = 'kept'");
  await stopServiceWorker(extension);

  const secondLife = await extension.serviceWorker();

  expect(await secondLife.evaluate("globalThis.memory")).toBeUndefined();
});

test("runs content scripts in a served page", async ({ page, desk }) => {
  await desk("acme.zendesk.com", TICKET_HTML);

  await page.goto(TICKET_URL);

  await expect(page.locator("html")).toHaveAttribute("data-probe", "seen");
});

test.describe("in French and in the dark", () => {
  test.use({ locale: "fr", colorScheme: "dark" });

  test("gives language and colour scheme to tab and panel alike", async ({ page, desk, openPanel }) => {
    await desk("acme.zendesk.com", TICKET_HTML);
    await page.goto(TICKET_URL);
    const panel = await openPanel(page);
    const ask = "[navigator.language, matchMedia('(prefers-color-scheme: dark)').matches]";

    const answers = [await page.evaluate(ask), await panel.evaluate(ask)];

    expect(answers).toEqual([
      ["fr", true],
      ["fr", true],
    ]);
  });
});
