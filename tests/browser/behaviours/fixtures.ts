/** One browser for all tests of the helpdesks' behaviours, and a tab of its own for each of them. */
import { join } from "node:path";
import { test as base, type Page } from "@playwright/test";
import type { DeskHtml } from "../../../scripts/browser/desk-html";
import { type FirefoxExtension, launchFirefoxExtension } from "../../../scripts/browser/firefox";
import { type LoadedExtension, launchExtension } from "../../../scripts/browser/launch-extension";
import { serveDesk } from "../../../scripts/browser/serve-desk";
import { type DeskOptions, renderDesk } from "../../replicas/desk";
import { type ReportLog, startReportLog } from "./report-log";

const BUILD_DIR = process.env.SOUFFLEUR_BUILD_DIR ?? join(import.meta.dirname, "../../../.output");

/** A replica, without the ticket that is open. */
type Desk = Omit<DeskOptions, "openTicketId">;

export const HOSTS = { zendesk: "acme.zendesk.com", freshdesk: "acme.freshdesk.com" } as const;

export type DeskTab = {
  page: Page;
  log: ReportLog;
  /** Opens a replica at a path of its helpdesk. */
  open(desk: Desk, path: string): Promise<void>;
  /** Answers every document of another host with this page. */
  serve(host: string, html: DeskHtml): Promise<void>;
};

type Shared = {
  chromium: { extension: LoadedExtension; log: ReportLog };
  firefoxShared: { firefox: FirefoxExtension; log: ReportLog };
};

export const test = base.extend<{ tab: DeskTab; firefoxTab: Shared["firefoxShared"] }, Shared>({
  chromium: [
    async ({ headless }, use) => {
      const extension = await launchExtension({ extensionDir: join(BUILD_DIR, "chrome-mv3"), headless });
      const worker = await extension.serviceWorker();
      const log = await startReportLog((expression) => worker.evaluate(expression));
      await use({ extension, log });
      await extension.close();
    },
    { scope: "worker" },
  ],
  firefoxShared: [
    async ({ headless }, use) => {
      const firefox = await launchFirefoxExtension({ extensionDir: join(BUILD_DIR, "firefox-mv3"), headless });
      const listener = await firefox.openExtensionPage("manifest.json");
      const log = await startReportLog((expression) => listener.evaluate(expression));
      await use({ firefox, log });
      await firefox.close();
    },
    { scope: "worker" },
  ],

  tab: async ({ chromium: { extension, log } }, use) => {
    const page = await extension.context.newPage();
    const serve = async (host: string, html: DeskHtml) => {
      await serveDesk(extension.context, { host, html });
    };
    await log.clear();
    await use({
      ...{ page, log, serve },
      open: async (desk, path) => {
        const host = HOSTS[desk.helpdesk];
        await serve(host, renderDesk({ ...desk, openTicketId: null }));
        await page.goto(`https://${host}/${path}`);
      },
    });
    await page.close();
  },
  firefoxTab: async ({ firefoxShared }, use) => {
    await firefoxShared.log.clear();
    await use(firefoxShared);
  },
});

export { expect } from "@playwright/test";
