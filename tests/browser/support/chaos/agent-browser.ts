/** The agent's browser, with the panel beside a ticket: each can end, and be there again with the same profile. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { type LoadedExtension, launchExtension } from "../../../../scripts/browser/launch-extension";
import { serveDesk } from "../../../../scripts/browser/serve-desk";
import { openSidePanel } from "../../../../scripts/browser/side-panel";
import { type Desk, openDesk } from "../desks";
import { SHOP_TICKETS } from "../shop";

const { parcel } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "zendesk", tickets: [parcel] };

export type AgentBrowser = {
  extension: LoadedExtension;
  panel: PanelPage;
  /** The browser's process ends where it stands. */
  kill(): Promise<void>;
  /** Starts the browser when it has ended, and opens the panel when it is closed. */
  bringBack(): Promise<void>;
  close(): Promise<void>;
};

type LaunchSettings = { extensionDir: string; headless: boolean };

async function launch(
  settings: LaunchSettings,
  userDataDir: string,
): Promise<{ extension: LoadedExtension; page: Page }> {
  const extension = await launchExtension({ ...settings, userDataDir, locale: "en-US" });
  const page = extension.context.pages()[0] ?? (await extension.context.newPage());
  const desk = (host: string, html: Parameters<typeof serveDesk>[1]["html"]) =>
    serveDesk(extension.context, { host, html });
  await openDesk({ page, desk }, DESK, parcel.id);
  return { extension, page };
}

/** Starts a browser with a new profile; `prepare` may set the extension up before the panel opens. */
export async function startAgentBrowser(
  settings: LaunchSettings,
  prepare: (extension: LoadedExtension) => Promise<void>,
): Promise<AgentBrowser> {
  const userDataDir = mkdtempSync(join(tmpdir(), "souffleur-chaos-"));
  let running = await launch(settings, userDataDir);
  let isRunning = true;
  await prepare(running.extension);
  let panel = await openSidePanel(running.extension, running.page);
  return {
    get extension() {
      return running.extension;
    },
    get panel() {
      return panel;
    },
    async kill() {
      isRunning = false;
      await running.extension.kill();
    },
    async bringBack() {
      if (!isRunning) running = await launch(settings, userDataDir);
      isRunning = true;
      panel = await openSidePanel(running.extension, running.page);
    },
    async close() {
      await running.extension.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
