/**
 * Screenshots of the gallery: `npx tsx tests/gallery/shoot.ts <folder> [width,width] [scheme,scheme] [scene,scene]`.
 * Needs the gallery's server to run, and a Chromium named by CHROMIUM_PATH.
 */
import { mkdir } from "node:fs/promises";
import puppeteer from "puppeteer-core";

const [folder = "gallery-shots", widths = "360", schemes = "light,dark", scenes = "suggestions"] =
  process.argv.slice(2);
const address = process.env.GALLERY_URL ?? "http://localhost:5199/";

await mkdir(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const scheme of schemes.split(",")) {
  for (const width of widths.split(",")) {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.emulateTimezone("Europe/Paris");
    await page.setViewport({ width: Number(width), height: 585, deviceScaleFactor: 2 });
    for (const scene of scenes.split(",")) {
      await page.goto(`${address}?scene=${scene}`);
      await page.waitForSelector("#root[data-settled]");
      await page.screenshot({ path: `${folder}/${scene}-${width}-${scheme}.png` });
    }
    await page.close();
  }
}
await browser.close();
