/** Pictures of pages. One page alone gets two pixels for one, so that text stays sharp; two side by side would grow too large. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";

const SCALE = { alone: 2, sideBySide: 1 } as const;

/** CSS pixels. */
type Size = { width: number; height: number };

async function pictureAt(page: Page, size: Size, scale: number): Promise<string> {
  await page.setViewport({ ...size, deviceScaleFactor: scale });
  const picture = await page.screenshot({ encoding: "base64" });
  await page.setViewport(null);
  return picture;
}

async function write(folder: string, name: string, picture: string): Promise<void> {
  const bytes = Buffer.from(picture, "base64");
  await writeFile(join(folder, name), bytes);
  console.log(`${name.padEnd(24)} ${Math.ceil(bytes.length / 1000)} kB`);
}

/** One page alone. */
export async function takeAlone(folder: string, name: string, page: Page, size: Size): Promise<void> {
  await write(folder, name, await pictureAt(page, size, SCALE.alone));
}

/** Helpdesk and panel as they stand beside each other in a window: headless browsers picture each page alone. */
export async function takeSideBySide(
  folder: string,
  name: string,
  {
    browser,
    desk,
    panel,
    deskWidth,
    panelSize,
  }: {
    browser: Browser;
    desk: Page;
    panel: Page;
    deskWidth: number;
    panelSize: Size;
  },
): Promise<void> {
  const { width, height } = panelSize;
  const sides = [
    await pictureAt(desk, { width: deskWidth, height }, SCALE.sideBySide),
    await pictureAt(panel, panelSize, SCALE.sideBySide),
  ];
  const frame = await browser.newPage();
  const images = sides.map((side) => `<img src="data:image/png;base64,${side}">`).join("");
  const style = `body{margin:0;display:flex;background:#8a8f98}img{display:block;height:${height}px}img+img{margin-left:1px}`;
  await frame.setContent(`<style>${style}</style>${images}`);
  await write(folder, name, await pictureAt(frame, { width: deskWidth + 1 + width, height }, SCALE.sideBySide));
  await frame.close();
}
