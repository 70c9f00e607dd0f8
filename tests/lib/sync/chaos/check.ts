/** What must hold after each failure, and in the end. Judged by the contract's words, not by the client's own code. */
import { expect } from "vitest";
import { type LibraryDatabase, openLibraryDatabase } from "../../../../lib/db/library-database";
import { acknowledgements, articleEdits } from "../../../../server/db/content-schema";
import { flags } from "../../../../server/db/schema";
import { gaps, usageOfAgents } from "../../../../server/db/usage-schema";
import { createReplica } from "../../../server/feed/replica";
import type { TestAgent, TestServer } from "../../../server/support";
import { type Ledger, readLedger, readStanding } from "./ledger";
import type { Network } from "./network";
import type { Told } from "./told";

export type Checked = { server: TestServer; agent: TestAgent; network: Network; ledger: Ledger; libraryId: string };

async function withRows<Result>(libraryId: string, look: (database: LibraryDatabase) => Promise<Result>) {
  const database = openLibraryDatabase(libraryId);
  try {
    return await look(database);
  } finally {
    database.close();
  }
}

/** Uses by type and article: counted by the server, or still here and not in a batch that the server has counted. */
async function allUses(database: LibraryDatabase, { batches }: Told): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  const here = (await database.usage.toArray()).filter(({ batchId }) => batchId === null || !batches.has(batchId));
  for (const event of [...[...batches.values()].flat(), ...here.map((row) => row.event)]) {
    const key = `${event.type}/${"articleId" in event ? event.articleId : ""}`;
    uses.set(key, (uses.get(key) ?? 0) + event.count);
  }
  return uses;
}

/** What stands as sent is what the server was told last; nothing was refused. */
async function checkSent(database: LibraryDatabase, told: Told): Promise<void> {
  const standing = await readStanding(database);
  expect(standing.filter(({ state }) => state === "refused")).toEqual([]);
  const sent = standing.filter(({ state }) => state === "sent");
  expect(new Map(sent.map(({ id, words }) => [id, words]))).toEqual(
    new Map(sent.map(({ id }) => [id, told.words.get(id)])),
  );
}

/**
 * No word is lost or changed, or taken for sent that is not; no use is lost or doubled; the copy is the one of its cursor.
 * Reads the rows alone and what went over the network, so that it costs little.
 */
export async function checkRows({ network, ledger, libraryId }: Checked): Promise<void> {
  await network.whenQuiet();
  await withRows(libraryId, async (database) => {
    expect({ ...(await readLedger(database)), usage: await allUses(database, network.told) }).toEqual(ledger);
    await checkSent(database, network.told);
    const { rows, expected } = await network.feed.compare(database);
    expect(rows).toEqual(expected);
  });
}

/** In the end: the server has every word exactly once as it was said last, and the copy equals what the agent may read. */
export async function checkEnd(checked: Checked): Promise<void> {
  await checkRows(checked);
  await checkServer(checked);
  await checkReplica(checked);
}

async function checkServer({ server: { db }, ledger }: Checked): Promise<void> {
  const storedFlags = await db.select().from(flags);
  const storedGaps = await db.select().from(gaps);
  const storedDrafts = await db.select().from(articleEdits);
  const storedAcknowledgements = await db.select().from(acknowledgements);
  const ownUses = await db.select().from(usageOfAgents);
  const sum = (counts: Iterable<number>) => [...counts].reduce((before, count) => before + count, 0);

  expect(
    new Map(
      storedFlags.map(({ id, articleId, reason, comment, passage }) => [id, { articleId, reason, comment, passage }]),
    ),
  ).toEqual(ledger.flags);
  expect(new Map(storedGaps.map(({ id, terms }) => [id, terms]))).toEqual(
    new Map([...ledger.gaps].map(([id, terms]) => [id, terms.toSorted()])),
  );
  expect(
    new Map(storedDrafts.map(({ id, content, note }) => [id, { title: content.title, note, isHandedOver: true }])),
  ).toEqual(ledger.drafts);
  expect(new Set(storedAcknowledgements.map(({ noticeId, version }) => `${noticeId}/${version}`))).toEqual(
    ledger.acknowledgements,
  );
  expect(sum(ownUses.map(({ count }) => count))).toBe(sum(ledger.usage.values()));
}

async function checkReplica({ agent, libraryId }: Checked): Promise<void> {
  const replica = createReplica(agent);
  await replica.pull();
  await withRows(libraryId, async (database) => {
    expect(new Map((await database.articles.toArray()).map(({ id, article }) => [id, article]))).toEqual(replica.rows);
    expect(new Map((await database.notices.toArray()).map(({ id, notice }) => [id, notice]))).toEqual(replica.notices);
    expect(new Map((await database.flagOutcomes.toArray()).map(({ id, outcome }) => [id, outcome]))).toEqual(
      replica.flagOutcomes,
    );
    expect(await database.usage.count()).toBe(0);
  });
}
