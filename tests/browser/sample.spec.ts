/** The sample base in the real panel, by the same judgement as `tests/lib/worker/sample-base.test.ts`. */
import { join } from "node:path";
import { en } from "../../components/text/en";
import { waitForAnswer } from "../../scripts/browser/read-panel";
import { readBeirQueries, readRelevant } from "../../scripts/relevance/beir";
import { replicaTicket } from "../../scripts/start/choose-tickets";
import { readFileLines } from "../../server/import/read-lines";
import { openDesk, switchTo } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { expectText } from "./support/panel-steps";

const SAMPLE_DIR = join(import.meta.dirname, "../../server/sample");

async function readCorpus(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readFileLines(join(SAMPLE_DIR, "corpus.jsonl"))) {
    if (typeof line === "string") lines.push(line);
  }
  return lines;
}

test("shows the right article first beside 14 of the 20 answerable tickets, another beside two at most, and nothing beside the four others", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await backend.importLines(await readCorpus());
  await connectTo(extension, backend);
  const relevant = await readRelevant(SAMPLE_DIR);
  /** The article an experienced agent would open for a ticket; null when there is none. */
  const wantedFirst = (queryId: string) =>
    [...(relevant.get(queryId) ?? [])].find(([, grade]) => grade === 2)?.[0] ?? null;
  const queries = await readBeirQueries(SAMPLE_DIR);
  const tickets = queries.map((query, position) => replicaTicket({ query, id: String(position + 1) }));
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets }, null);
  await expect(page.locator("[data-test-id=omni-log-comment-item]")).toHaveCount(
    tickets.reduce((count, { messages }) => count + messages.length, 0),
  );
  const panel = await openPanel(page);
  await expectText(panel, en.sync.freshAt(""));

  const right: string[] = [];
  const wrong: string[] = [];
  const shownForNothing: string[] = [];
  for (const [position, query] of queries.entries()) {
    const ticketId = String(position + 1);
    await switchTo(page, ticketId);
    const first = (await waitForAnswer(panel, ticketId)).cards[0]?.id ?? "nothing";
    const wanted = wantedFirst(query._id);
    if (wanted === null && first !== "nothing") shownForNothing.push(`${query._id}: ${first}`);
    if (wanted !== null && first === wanted) right.push(query._id);
    if (wanted !== null && first !== wanted && first !== "nothing") wrong.push(`${query._id}: ${first}`);
  }

  expect(queries.filter(({ _id }) => wantedFirst(_id) !== null)).toHaveLength(20);
  expect(queries).toHaveLength(24);
  expect(shownForNothing).toEqual([]);
  expect(right.length, `right first: ${right.join(", ")}`).toBeGreaterThanOrEqual(14);
  expect(wrong.length, `wrong first: ${wrong.join(", ")}`).toBeLessThanOrEqual(2);
});
