import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createTrialNotes, hasUnfinishedTrial } from "../../../lib/browser/page-reader-trials";
import { pageReader } from "../page-readers";

const START_MS = Date.UTC(2026, 10, 2);
const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

beforeEach(() => {
  fakeBrowser.reset();
});

/** A page that begins to read by the update at `START_MS`. */
async function beginPage(update = pageReader()) {
  const notes = createTrialNotes(() => START_MS);
  await notes.begin(update);
  return notes;
}

const isUnfinished = (laterMs: number, update = pageReader()) => hasUnfinishedTrial(update, START_MS + laterMs);

it("takes a page that has not ended for unfinished after 10 s, not before", async () => {
  await beginPage();

  expect(await isUnfinished(9 * SECOND_MS)).toBe(false);
  expect(await isUnfinished(11 * SECOND_MS)).toBe(true);
});

it("gives the update another try after a day", async () => {
  await beginPage();

  expect(await isUnfinished(23 * HOUR_MS)).toBe(true);
  expect(await isUnfinished(25 * HOUR_MS)).toBe(false);
});

it("knows nothing against an update whose pages have ended", async () => {
  const notes = await beginPage();

  notes.end();

  expect(await isUnfinished(HOUR_MS)).toBe(false);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

it("keeps one page's note when another page ends", async () => {
  await beginPage();
  const other = await beginPage();

  other.end();

  expect(await isUnfinished(HOUR_MS)).toBe(true);
});

it.each([
  ["another version", pageReader({ version: 2 })],
  ["another helpdesk", pageReader({ helpdesk: "freshdesk" })],
  ["the same version of another server", pageReader({ updatedAt: "2026-10-01T09:00:00.000Z" })],
])("holds nothing against %s", async (_which, update) => {
  await beginPage();

  expect(await isUnfinished(HOUR_MS, update)).toBe(false);
});
