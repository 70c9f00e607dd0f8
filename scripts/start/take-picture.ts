import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page as DeskPage } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";

/** Pixels of the picture that the helpdesk takes. */
const DESK_WIDTH = 900;

/** As large as a laptop's browser window. */
const WINDOW = { width: 1280, height: 800 } as const;

/** Headless browsers open smaller windows than they are asked for. */
async function enlargeWindow(desk: DeskPage): Promise<void> {
  const session = await desk.context().newCDPSession(desk);
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await session.send("Browser.setWindowBounds", { windowId, bounds: WINDOW });
  await session.detach();
}

/**
 * One picture of helpdesk and panel side by side, as the browser window shows them (headless browsers picture each page
 * alone). The panel's height rules; both come from the running browser.
 */
export async function takePicture(desk: DeskPage, panel: PanelPage, path: string): Promise<void> {
  await enlargeWindow(desk);
  const panelPng = await panel.screenshot({ encoding: "base64" });
  const { width, height } = await panel.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  await desk.setViewportSize({ width: DESK_WIDTH, height });
  const deskPng = (await desk.screenshot()).toString("base64");
  const frame = await desk.context().newPage();
  await frame.setViewportSize({ width: DESK_WIDTH + 1 + width, height });
  await frame.setContent(
    `<style>body{margin:0;display:flex;background:#8886}img{display:block;height:${height}px}img+img{border-left:1px solid #8886}</style>` +
      `<img src="data:image/png;base64,${deskPng}"><img src="data:image/png;base64,${panelPng}">`,
  );
  const picture = await frame.screenshot();
  await frame.close();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, picture);
}
