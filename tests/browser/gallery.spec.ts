/** Every scene of the gallery, measured: nothing cut off, nothing out of reach, nothing too small to press. */
import { expect, test } from "./support/gallery";

/** The narrowest side panel, the usual one, a wide one. */
const WIDTHS = [320, 360, 480];
const HEIGHT = 585;

test.setTimeout(240_000);

/** Faults, each with the places it was seen at: many scenes share a part. */
function createFaults() {
  const seenAt = new Map<string, string[]>();
  return {
    note(place: string, faults: string[]): void {
      for (const fault of faults) seenAt.set(fault, [...(seenAt.get(fault) ?? []), place]);
    },
    lines: () => [...seenAt].map(([fault, places]) => `${fault} (${places.slice(0, 3).join("; ")}: ${places.length})`),
  };
}

test("no scene is cut off, overlaps or hides a button, in any width", async ({ stage }) => {
  const faults = createFaults();
  for (const name of stage.names) {
    await stage.show(name);
    for (const width of WIDTHS) {
      await stage.page.setViewportSize({ width, height: HEIGHT });
      faults.note(`${name} at ${width}`, await stage.page.evaluate(() => window.gallery.audit()));
    }
  }

  expect(faults.lines()).toEqual([]);
});

test("no scene loses anything in French, written from right to left, or with text twice as large", async ({
  stage,
}) => {
  const faults = createFaults();
  await stage.page.setViewportSize({ width: 320, height: HEIGHT });
  for (const name of stage.names) {
    for (const [how, showing] of Object.entries({
      French: { language: "fr" },
      "right to left": { dir: "rtl" },
      "200 %": { textPercent: 200 },
    })) {
      await stage.show(name, showing);
      faults.note(`${name}, ${how}`, await stage.page.evaluate(() => window.gallery.audit()));
    }
  }

  expect(faults.lines()).toEqual([]);
});

test("nothing moves for somebody who asked for less motion", async ({ stage }) => {
  await stage.page.emulateMedia({ reducedMotion: "reduce" });
  const moving: string[] = [];
  for (const name of stage.names) {
    await stage.show(name);
    const count = await stage.page.evaluate(() => document.getAnimations().length);
    if (count > 0) moving.push(name);
  }

  expect(moving).toEqual([]);
});
