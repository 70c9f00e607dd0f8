/** The sample base, taken in by the true server and suggested by the true library: what people judge the product by. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readBeirQueries, ticketOfQuery } from "../../../scripts/relevance/beir";
import { createTestServer } from "../../server/support";
import { openTestLibrary } from "./support";

const SAMPLE_DIR = join(import.meta.dirname, "../../../server/sample");

/** Per ticket: the article an experienced agent would open. */
function wantedFirst(): Map<string, string> {
  const lines = readFileSync(join(SAMPLE_DIR, "qrels/test.tsv"), "utf8").trim().split("\n").slice(1);
  const rows = lines.map((line) => line.split("\t"));
  return new Map(rows.filter(([, , grade]) => grade === "2").map(([ticket = "", article = ""]) => [ticket, article]));
}

it("puts the right article first for 18 of the 20 answerable tickets, and nothing beside the four others", async () => {
  const server = await createTestServer();
  server.clock.nowMs = Date.parse("2026-11-21T09:00:00Z");
  await server.importText(readFileSync(join(SAMPLE_DIR, "corpus.jsonl"), "utf8"));
  const library = openTestLibrary(server, await server.addAgent({ groups: ["billing", "retention"] }));
  await library.sync();
  const wanted = wantedFirst();

  const wrong: string[] = [];
  const shownForNothing: string[] = [];
  for (const query of await readBeirQueries(SAMPLE_DIR)) {
    const answer = await library.suggest({ ticket: ticketOfQuery(query, query._id), droppedTerms: [] });
    const first = answer.suggestions[0]?.card.id ?? "nothing";
    if (query.metadata.nothing && first !== "nothing") shownForNothing.push(`${query._id}: ${first}`);
    if (!query.metadata.nothing && first !== wanted.get(query._id)) wrong.push(`${query._id}: ${first}`);
  }

  expect(shownForNothing).toEqual([]);
  expect(wanted.size).toBe(20);
  expect(wrong.length, `wrong first: ${wrong.join(", ")}`).toBeLessThanOrEqual(2);
});
