import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keepPageReaders } from "../../../lib/browser/page-reader-store";
import { createTrialNotes } from "../../../lib/browser/page-reader-trials";
import { onStoredPageReader, readStoredPageReader } from "../../../lib/browser/stored-page-reader";
import type { PageReader } from "../../../lib/contract/page-reader";
import { pageReader } from "../page-readers";

beforeEach(() => {
  fakeBrowser.reset();
});

/** The versions a content script on Zendesk hears of from now on; null where there is none. */
function hearVersions(signal = new AbortController().signal): (number | null)[] {
  const heard: (number | null)[] = [];
  onStoredPageReader("zendesk", (reader) => heard.push(reader?.version ?? null), signal);
  return heard;
}

it("gives each helpdesk its own reader", async () => {
  await keepPageReaders([pageReader({ version: 4 }), pageReader({ helpdesk: "freshdesk", version: 7 })]);

  expect(await readStoredPageReader("zendesk")).toEqual(pageReader({ version: 4 }));
  expect(await readStoredPageReader("freshdesk")).toEqual(pageReader({ helpdesk: "freshdesk", version: 7 }));
});

it("has none before any was kept", async () => {
  expect(await readStoredPageReader("zendesk")).toBeNull();
});

it("tells of a new version, and of a reader that is gone", async () => {
  const heard = hearVersions();

  await keepPageReaders([pageReader({ version: 1 })]);
  await keepPageReaders([pageReader({ version: 2 })]);
  await keepPageReaders([]);

  expect(heard).toEqual([1, 2, null]);
});

it("tells nothing once the reader has ended", async () => {
  const ending = new AbortController();
  const heard = hearVersions(ending.signal);

  ending.abort();
  await keepPageReaders([pageReader()]);

  expect(heard).toEqual([]);
});

it("forgets the notes of trials when the updates change", async () => {
  await createTrialNotes(Date.now).begin(pageReader());

  await keepPageReaders([pageReader({ version: 2 })]);

  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(["pageReaders"]);
});

it("writes nothing when nothing changed, in whatever order the browser keeps the keys", async () => {
  await keepPageReaders([pageReader()]);
  const { reading, updatedAt, version, helpdesk } = pageReader();
  await fakeBrowser.storage.local.set({ pageReaders: [{ reading, updatedAt, version, helpdesk }] });
  const heard = hearVersions();

  await keepPageReaders([pageReader()]);

  expect(heard).toEqual([]);
});

it("writes nothing when there is none and was none", async () => {
  const heard = hearVersions();

  await keepPageReaders([]);

  expect(heard).toEqual([]);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

it("leaves out what is not of the form, and keeps the others", async () => {
  const broken = { ...pageReader({ helpdesk: "freshdesk" }), reading: { code: "alert(1)" } } as PageReader;

  await keepPageReaders([broken, pageReader()]);

  expect(await fakeBrowser.storage.local.get(null)).toEqual({ pageReaders: [pageReader()] });
});

it("replaces what an earlier version kept in another form", async () => {
  await fakeBrowser.storage.local.set({ pageReaders: { zendesk: "old" } });

  await keepPageReaders([pageReader()]);

  expect(await readStoredPageReader("zendesk")).toEqual(pageReader());
});
