/** Every scene of the gallery, measured: nothing cut off, nothing out of reach, nothing too small to press. */
import { expect, test } from "./support/gallery";

type Audit = { width: number; dir?: string; textPercent?: number };

/** The narrowest side panel, the usual one, a wide one; the narrowest the other way round, and with text twice as large. */
const AUDITS: Record<string, Audit> = {
  "480 px": { width: 480 },
  "360 px": { width: 360 },
  "320 px": { width: 320 },
  "right to left": { width: 320, dir: "rtl" },
  "text at 200 %": { width: 320, textPercent: 200 },
};
const HEIGHT = 585;

test.setTimeout(240_000);

/** In the page: looks at what is drawn as if the words ran the other way, or were larger. */
function auditAs({ dir, textPercent }: Audit): string[] {
  const { documentElement: page } = document;
  const before = page.dir;
  page.dir = dir ?? before;
  page.style.fontSize = textPercent ? `${textPercent}%` : "";
  const faults = window.gallery.audit();
  page.dir = before;
  page.style.fontSize = "";
  return faults;
}

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

for (const [language, name] of [
  ["en", "English"],
  ["fr", "French"],
] as const) {
  test(`no scene is cut off, overlaps or hides a button in ${name}, in any width, from right to left and with large text`, async ({
    stage,
  }) => {
    const faults = createFaults();
    for (const scene of stage.names) {
      await stage.show(scene, { language });
      for (const [how, audit] of Object.entries(AUDITS)) {
        await stage.page.setViewportSize({ width: audit.width, height: HEIGHT });
        faults.note(`${scene}, ${how}`, await stage.page.evaluate(auditAs, audit));
      }
    }

    expect(faults.lines()).toEqual([]);
  });
}

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
