import { beforeEach, expect, test } from "vitest";
import { cutPage, MAX_PAGE_BYTES } from "../../../server/feed/cut-page";
import type { NumberedChange } from "../../../server/feed/feed-kind";
import { createTestServer, type TestServer } from "../support";
import { createReplica, inShort } from "./replica";

const LARGE = "wort ".repeat(60_000);

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

const change = (changeNumber: number, bytes?: number): NumberedChange => ({
  ...{ changeNumber, change: { op: "delete", type: "article", id: String(changeNumber) } },
  ...(bytes !== undefined && { bytes }),
});

const numbersOf = (changes: readonly NumberedChange[]) => changes.map(({ changeNumber }) => changeNumber);

test("a page ends before the change that would make it too large", () => {
  const half = MAX_PAGE_BYTES / 2;

  const page = cutPage([change(1, half), change(2, half), change(3, 1), change(4)], 10);

  expect(numbersOf(page)).toEqual([1, 2]);
});

test("one change goes whatever its size", () => {
  const page = cutPage([change(1, 3 * MAX_PAGE_BYTES), change(2, 1)], 10);

  expect(numbersOf(page)).toEqual([1]);
});

test("a page of small changes ends at its limit", () => {
  const page = cutPage([change(1), change(2), change(3)], 2);

  expect(numbersOf(page)).toEqual([1, 2]);
});

test("many large articles come in pages of about two megabytes, each once", async () => {
  const replica = createReplica(await server.addAgent());
  const ids = Array.from({ length: 12 }, (_, index) => `a${index}`);
  for (const id of ids) await server.importLines({ _id: id, text: LARGE });

  const pages = await replica.pull(500);

  const sizes = pages.map((page) => JSON.stringify(page).length);
  expect(Math.max(...sizes)).toBeLessThan(1.2 * MAX_PAGE_BYTES);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.flatMap(inShort)).toEqual(ids.map((id) => `put ${id}`));
  expect(pages.map(({ remaining }) => remaining)).toEqual(
    pages.map((_, index) => pages.slice(index + 1).reduce((sum, { changes }) => sum + changes.length, 0)),
  );
});

test("other kinds of changes keep their places among large articles", async () => {
  const replica = createReplica(await server.addAgent());
  for (const id of ["a", "b", "c", "d", "e", "f"]) {
    await server.importLines({ _id: id, text: LARGE });
    await server.addSynonymSet({ id, language: null, phrases: [id, `other ${id}`] });
  }

  const pages = await replica.pull(500);

  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flatMap(inShort)).toEqual(
    ["a", "b", "c", "d", "e", "f"].flatMap((id) => [`put ${id}`, `put synonyms ${id}`]),
  );
});

test("an article larger than a page comes alone, and the next ones after it", async () => {
  const replica = createReplica(await server.addAgent());
  const half = "wort ".repeat(99_000);
  await server.importLines({ _id: "before" });
  // Three letters of three bytes each make a body of 1.5 MB, of which the sections hold as much again.
  await server.importLines({ _id: "huge", text: half.replaceAll("wort", "字字字字") }, { _id: "after" });

  const pages = await replica.pull(500);

  expect(pages.map(inShort)).toEqual([["put before"], ["put huge"], ["put after"]]);
});
