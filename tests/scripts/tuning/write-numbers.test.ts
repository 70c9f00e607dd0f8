import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { rounded, writeNumbers } from "../../../scripts/tuning/write-numbers";

const SOURCE = "export const W = {\n  /** Words. */\n  words: 10.5,\n  title: -4,\n  lead: 1e-5,\n} as const;\n";

let folder: string;
let path: string;

beforeEach(async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  folder = await mkdtemp(join(tmpdir(), "numbers-"));
  path = join(folder, "weights.ts");
  await writeFile(path, SOURCE);
});

afterEach(() => rm(folder, { recursive: true }));

it("puts the numbers in the place of those there, and leaves the rest alone", async () => {
  await writeNumbers(path, { words: 1.23456, title: 7, lead: -0.25 });

  expect(await readFile(path, "utf8")).toBe(SOURCE.replace("10.5", "1.23").replace("-4", "7").replace("1e-5", "-0.25"));
});

it("throws for a name that is not there, and writes nothing", async () => {
  await expect(writeNumbers(path, { words: 2, body: 1 })).rejects.toThrow('"body:"');

  expect(await readFile(path, "utf8")).toBe(SOURCE);
});

it("throws for a name that is there twice", async () => {
  await writeFile(path, `${SOURCE}${SOURCE}`);

  await expect(writeNumbers(path, { words: 2 })).rejects.toThrow("exactly once");
});

it("rounds to three significant digits", () => {
  expect([12.3456, 0.0012345, -9876].map(rounded)).toEqual([12.3, 0.00123, -9880]);
});
