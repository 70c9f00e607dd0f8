import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  beirFile,
  readBeirQueries,
  readPastTickets,
  readRelevant,
  ticketOfQuery,
} from "../../../scripts/relevance/beir";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "beir-"));
  await mkdir(join(folder, "qrels"));
});

afterEach(() => rm(folder, { recursive: true }));

function lines(...rows: object[]): string {
  return `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
}

/** Past tickets in order of their numbers, each solved by the articles named beside it. */
async function writePast(...solved: string[][]): Promise<void> {
  await writeFile(
    join(folder, "train.jsonl"),
    lines(...solved.map((_, at) => ({ _id: `p${at}`, text: `past ${at}` }))),
  );
  const rows = solved.flatMap((ids, at) => ids.map((id) => `p${at}\t${id}\t1`));
  await writeFile(join(folder, "qrels/train.tsv"), ["query-id\tcorpus-id\tscore", ...rows].join("\n"));
}

it("gives at most so many past tickets for each article, the first ones", async () => {
  await writePast(["a"], ["a"], ["b"], ["a"]);

  const past = await readPastTickets(folder, 2);

  expect(past.map(({ query, articleIds }) => [query._id, articleIds])).toEqual([
    ["p0", ["a"]],
    ["p1", ["a"]],
    ["p2", ["b"]],
  ]);
});

it("keeps a past ticket for the articles that do not have enough yet", async () => {
  await writePast(["a"], ["a", "b"]);

  const past = await readPastTickets(folder, 1);

  expect(past.map(({ articleIds }) => articleIds)).toEqual([["a"], ["b"]]);
});

it("leaves out past tickets that nothing solved", async () => {
  await writePast([], ["a"]);

  expect((await readPastTickets(folder, 9)).map(({ query }) => query._id)).toEqual(["p1"]);
});

it("reads grades above 0 only", async () => {
  await writeFile(join(folder, "qrels/test.tsv"), "query-id\tcorpus-id\tscore\nq1\ta\t2\nq1\tb\t0\nq2\tb\t1\n");

  const relevant = await readRelevant(folder);

  expect([...relevant].map(([query, grades]) => [query, ...grades])).toEqual([
    ["q1", ["a", 2]],
    ["q2", ["b", 1]],
  ]);
});

it("reads a gzipped file where there is no plain one", async () => {
  await writeFile(join(folder, "queries.jsonl.gz"), gzipSync(lines({ _id: "q1", text: "My parcel is late" })));

  expect((await readBeirQueries(folder)).map(({ text }) => text)).toEqual(["My parcel is late"]);
});

it("says which file is missing", () => {
  expect(() => beirFile(folder, "queries.jsonl")).toThrow(/queries\.jsonl.* is missing/);
});

it("makes a ticket of a bare question", async () => {
  await writeFile(join(folder, "queries.jsonl"), lines({ _id: "q1", text: "My parcel is late" }));
  const [query] = await readBeirQueries(folder);

  const made = query && ticketOfQuery(query, "7");

  expect(made).toMatchObject({ id: "7", subject: "", messages: [{ role: "customer", text: "My parcel is late" }] });
});

it("makes a ticket with the question's subject, messages, tags and fields", async () => {
  const metadata = {
    subject: "Parcel",
    messages: [
      { role: "customer", text: "It is late" },
      { role: "agent", text: "Since when?" },
    ],
    tags: ["delivery"],
    fields: { product: "Letter box" },
  };
  await writeFile(join(folder, "queries.jsonl"), lines({ _id: "q1", text: "It is late", metadata }));
  const [query] = await readBeirQueries(folder);

  expect(query && ticketOfQuery(query, "7")).toMatchObject(metadata);
});
