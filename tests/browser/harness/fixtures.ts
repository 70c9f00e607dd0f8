/** Playwright fixtures around the browser harness. Every test gets a browser of its own with a fresh profile. */
import { join } from "node:path";
import { test as base, type Page, type TestInfo } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import type { DeskHtml } from "../../../scripts/browser/desk-html";
import { type FirefoxExtension, launchFirefoxExtension } from "../../../scripts/browser/firefox";
import { type LoadedExtension, launchExtension } from "../../../scripts/browser/launch-extension";
import {
  type RecordedRequest,
  type RecordingProxy,
  startRecordingProxy,
} from "../../../scripts/browser/recording-proxy";
import { type ServedDesk, serveDesk } from "../../../scripts/browser/serve-desk";
import { openSidePanel } from "../../../scripts/browser/side-panel";

/** Where the builds lie; another folder can be named, to test a packed or an older build. */
const BUILD_DIR = process.env.SOUFFLEUR_BUILD_DIR ?? join(import.meta.dirname, "../../../.output");

/** Set by `test.use`, beside Playwright's own `locale`, `colorScheme` and `headless`, which reach the panel too. */
type HarnessOptions = {
  extensionDir: string;
  firefoxExtensionDir: string;
  /** Sends everything through the recording proxy; `sentRequests` then tells what came by. */
  recordTraffic: boolean;
};

type HarnessFixtures = {
  recordingProxy: RecordingProxy | null;
  /** What the browser sent so far, oldest first. Needs `test.use({ recordTraffic: true })`. */
  sentRequests: readonly RecordedRequest[];
  /** Chromium with the extension. `context` and `page` are of this browser. */
  extension: LoadedExtension;
  /** Serves a page at every address of a helpdesk's host. */
  desk: (host: string, html: DeskHtml) => Promise<ServedDesk>;
  /** Opens the real side panel beside a tab. */
  openPanel: (beside: Page) => Promise<PanelPage>;
  /** Firefox with the extension. */
  firefox: FirefoxExtension;
};

/** Pictures of all tabs and panels, for the report of a test that failed. */
async function attachPictures({ puppeteerBrowser }: LoadedExtension, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  for (const page of await puppeteerBrowser.pages()) {
    const picture = await page.screenshot({ type: "png" }).catch(() => null);
    if (picture) await testInfo.attach(page.url(), { body: Buffer.from(picture), contentType: "image/png" });
  }
}

export const test = base.extend<HarnessOptions & HarnessFixtures>({
  extensionDir: [join(BUILD_DIR, "chrome-mv3"), { option: true }],
  firefoxExtensionDir: [join(BUILD_DIR, "firefox-mv3"), { option: true }],
  recordTraffic: [false, { option: true }],

  recordingProxy: async ({ recordTraffic }, use) => {
    const proxy = recordTraffic ? await startRecordingProxy() : null;
    await use(proxy);
    await proxy?.close();
  },
  sentRequests: async ({ recordingProxy }, use) => {
    if (!recordingProxy) throw new Error("`sentRequests` needs `test.use({ recordTraffic: true })`.");
    await use(recordingProxy.requests);
  },

  extension: async ({ extensionDir, headless, locale, colorScheme, recordingProxy }, use, testInfo) => {
    const extension = await launchExtension({
      extensionDir,
      headless,
      ...(locale && { locale }),
      ...((colorScheme === "light" || colorScheme === "dark") && { colorScheme }),
      ...(recordingProxy && { proxy: recordingProxy.url }),
    });
    await use(extension);
    await attachPictures(extension, testInfo);
    await extension.close();
  },
  context: async ({ extension }, use) => use(extension.context),
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
  desk: async ({ context }, use) => use((host, html) => serveDesk(context, { host, html })),
  openPanel: async ({ extension }, use) => use((beside) => openSidePanel(extension, beside)),

  firefox: async ({ firefoxExtensionDir, headless, locale, colorScheme, recordingProxy }, use) => {
    const firefox = await launchFirefoxExtension({
      extensionDir: firefoxExtensionDir,
      headless,
      ...(locale && { locale }),
      ...((colorScheme === "light" || colorScheme === "dark") && { colorScheme }),
      ...(recordingProxy && { proxy: recordingProxy.url }),
    });
    await use(firefox);
    await firefox.close();
  },
});

export { expect } from "@playwright/test";
