/** The sample base, taken in by the true server and suggested by the true library: what people judge the product by. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import type { SuggestWhen } from "../../../lib/contract/suggest-when";
import { readAllArticles } from "../../../lib/db/articles";
import { createLibraryIndex } from "../../../lib/library-index/library-index";
import { rankArticles } from "../../../lib/ranking/rank-articles";
import { readBeirQueries, ticketOfQuery } from "../../../scripts/relevance/beir";
import { createTestServer } from "../../server/support";
import { openTestLibrary, type TestLibrary } from "./support";

const SAMPLE_DIR = join(import.meta.dirname, "../../../server/sample");
const NOW_MS = Date.parse("2026-11-21T09:00:00Z");

/** Per ticket: the article an experienced agent would open. */
function wantedFirst(): Map<string, string> {
  const lines = readFileSync(join(SAMPLE_DIR, "qrels/test.tsv"), "utf8").trim().split("\n").slice(1);
  const rows = lines.map((line) => line.split("\t"));
  return new Map(rows.filter(([, , grade]) => grade === "2").map(([ticket = "", article = ""]) => [ticket, article]));
}

const wanted = wantedFirst();
const index = createLibraryIndex();
let library: TestLibrary;

beforeAll(async () => {
  const server = await createTestServer();
  server.clock.nowMs = NOW_MS;
  await server.importText(readFileSync(join(SAMPLE_DIR, "corpus.jsonl"), "utf8"));
  library = openTestLibrary(server, await server.addAgent({ groups: ["billing", "retention"] }));
  await library.sync();
  for await (const articles of readAllArticles(library.database, 100)) for (const one of articles) index.put(one);
});

/** The first article an agent sees beside each ticket, null where nothing is shown. */
async function shownFirst(suggestWhen: SuggestWhen) {
  const shown: { id: string; first: string | null; nothing: boolean }[] = [];
  for (const query of await readBeirQueries(SAMPLE_DIR)) {
    const answer = await library.suggest({ ticket: ticketOfQuery(query, query._id), droppedTerms: [], suggestWhen });
    shown.push({ id: query._id, first: answer.suggestions[0]?.card.id ?? null, nothing: query.metadata.nothing });
  }
  return shown;
}

it("ranks the right article first for 18 of the 20 answerable tickets", async () => {
  const wrong: string[] = [];

  for (const query of await readBeirQueries(SAMPLE_DIR)) {
    if (query.metadata.nothing) continue;
    const { ranked } = rankArticles(index, ticketOfQuery(query, query._id), { droppedTerms: [], nowMs: NOW_MS });
    const first = ranked[0]?.article.id ?? "nothing";
    if (first !== wanted.get(query._id)) wrong.push(`${query._id}: ${first}`);
  }

  expect(wanted.size).toBe(20);
  expect(wrong.length, `wrong first: ${wrong.join(", ")}`).toBeLessThanOrEqual(2);
});

it.each([
  ["balanced", 14],
  ["often", 16],
] as const)("suggesting %s shows the right article first beside %i of them", async (suggestWhen, least) => {
  const shown = await shownFirst(suggestWhen);

  const right = shown.filter(({ id, first }) => first !== null && first === wanted.get(id));
  const others = shown.filter(({ id, first, nothing }) => !nothing && first !== wanted.get(id));
  expect(right.length, `not right: ${JSON.stringify(others)}`).toBeGreaterThanOrEqual(least);
});

it.each(["balanced", "often"] as const)("suggesting %s shows nothing beside the four others", async (suggestWhen) => {
  const shown = await shownFirst(suggestWhen);

  const unanswerable = shown.filter(({ nothing }) => nothing);
  expect(unanswerable.map(({ first }) => first)).toEqual([null, null, null, null]);
});
