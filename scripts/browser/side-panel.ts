/** Opens the real side panel of a browser window, and closes it again. */
import type { Page as PlaywrightPage } from "@playwright/test";
import type { Page } from "puppeteer-core";
import type { LoadedExtension } from "./launch-extension";
import { waitUntil } from "./wait-until";

/** The browser's own number of the window a tab is in, the same that extensions see. */
async function windowIdOf(extension: LoadedExtension, page: PlaywrightPage): Promise<number> {
  const session = await extension.context.newCDPSession(page);
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await session.detach();
  return windowId;
}

function panelUrl(extension: LoadedExtension): string {
  const path = extension.manifest.side_panel?.default_path;
  if (path === undefined) throw new Error("The extension's manifest names no side panel.");
  return extension.url(path);
}

/** The same page may also stand in a tab; a panel has a window and no tab. */
function isPanelOfWindow(page: Page, windowId: number): Promise<boolean> {
  return page.evaluate(`(async () => {
    const [tab, { id }] = await Promise.all([chrome.tabs.getCurrent(), chrome.windows.getCurrent()]);
    return tab === undefined && id === ${windowId} && document.readyState === "complete";
  })()`) as Promise<boolean>;
}

async function findSidePanel(extension: LoadedExtension, windowId: number): Promise<Page | null> {
  const url = panelUrl(extension);
  for (const target of extension.puppeteerBrowser.targets()) {
    if (target.url().split(/[?#]/, 1)[0] !== url) continue;
    const page = await target.asPage();
    if (await isPanelOfWindow(page, windowId)) return page;
  }
  return null;
}

/**
 * Opens the side panel in the window of a tab, brings that tab to the front and answers the panel once it has loaded.
 * When the panel is open already, the same page is answered again.
 */
export async function openSidePanel(extension: LoadedExtension, beside: PlaywrightPage): Promise<Page> {
  const windowId = await windowIdOf(extension, beside);
  const alreadyOpen = await findSidePanel(extension, windowId).catch(() => null);
  if (!alreadyOpen) await extension.evaluate(`chrome.sidePanel.open({ windowId: ${windowId} })`);
  await beside.bringToFront();
  return alreadyOpen ?? waitUntil("opening of the side panel", () => findSidePanel(extension, windowId));
}

/** Closes a side panel and waits until it is gone. Does nothing when it is closed already. */
export async function closeSidePanel(panel: Page): Promise<void> {
  if (panel.isClosed()) return;
  const closed = new Promise<void>((resolve) => panel.once("close", () => resolve()));
  // Works in every version with side panels; `chrome.sidePanel.close` came later.
  await panel.evaluate("window.close()");
  await closed;
}
