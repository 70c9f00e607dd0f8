import { expect, it } from "vitest";
import { changeLearned, type MemoryKind, memoryRows, readAllLearned, readSalt } from "../../../lib/db/learned";
import { TEXT_ANALYSIS_VERSION } from "../../../lib/text/analysis-version";
import { freshDatabase } from "./support";

type Row = { key: string; atMs: number };
const KIND: MemoryKind<string, Row> = {
  name: "row",
  keyOf: (key) => (typeof key === "string" ? key : key.key),
  limit: 10,
};

const learnt = (articleId: string) => ({
  ...{ articleId, analysis: TEXT_ANALYSIS_VERSION, tickets: 1, updatedAtMs: 0 },
  ...{ terms: new Map([["card", 1]]), doubts: new Map() },
});

it("keeps no more rows of a kind than its limit, the newest", async () => {
  const database = freshDatabase();
  const rows = memoryRows(database, KIND);

  for (let number = 0; number < 40; number += 1) {
    // The newest come in the middle of the alphabet.
    const row = { key: `k${(number * 7) % 40}`, atMs: number };
    await changeLearned(database, [KIND], () => rows.put(row));
  }

  const kept = (await database.taught.toArray()).map(({ atMs }) => atMs);
  expect(kept.length).toBeLessThanOrEqual(10);
  expect(Math.min(...kept)).toBe(40 - kept.length);
});

it("drops nothing of another kind", async () => {
  const database = freshDatabase();
  const other: MemoryKind<string, Row> = { ...KIND, name: "other" };
  const [rows, others] = [memoryRows(database, KIND), memoryRows(database, other)];
  await changeLearned(database, [KIND], () => others.put({ key: "old", atMs: 0 }));

  for (let number = 1; number <= 40; number += 1) {
    await changeLearned(database, [KIND], () => rows.put({ key: `k${number}`, atMs: number }));
  }

  expect(await others.get("old")).toEqual({ key: "old", atMs: 0 });
});

it("writes nothing of a lesson that fails midway", async () => {
  const database = freshDatabase();
  const rows = memoryRows(database, KIND);

  const change = changeLearned(database, [KIND], async () => {
    await rows.put({ key: "a", atMs: 1 });
    throw new Error("disk");
  });

  await expect(change).rejects.toThrow("disk");
  expect(await database.taught.count()).toBe(0);
});

it("reads every article that this machine or the team learnt of, in slices", async () => {
  const database = freshDatabase();
  await database.learnedTerms.bulkPut([learnt("a"), learnt("b")]);
  const articleTerms = { articleId: "c", analysis: TEXT_ANALYSIS_VERSION, asOf: "2026-11-02", tickets: 3, terms: [] };
  await database.sharedTerms.put({ articleId: "c", generation: 1, articleTerms });

  const slices: string[][] = [];
  for await (const slice of readAllLearned(database, 2)) {
    slices.push(slice.map(({ articleId, own, shared }) => `${articleId}${own ? " own" : ""}${shared ? " team" : ""}`));
  }

  expect(slices).toEqual([["a own", "b own"], ["c team"]]);
});

it("makes a library's salt once", async () => {
  const database = freshDatabase();
  let made = 0;
  const create = () => `salt ${++made}`;

  const salts = await Promise.all([readSalt(database, create), readSalt(database, create)]);

  expect(salts).toEqual(["salt 1", "salt 1"]);
});
