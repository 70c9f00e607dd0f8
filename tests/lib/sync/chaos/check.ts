/** What must hold after each kill, and in the end. Judged by the contract's words, not by the client's own code. */
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Article } from "../../../../lib/contract/article";
import { changesPageSchema } from "../../../../lib/contract/changes";
import type { Notice } from "../../../../lib/contract/notice";
import { type LibraryDatabase, openLibraryDatabase } from "../../../../lib/db/library-database";
import { acknowledgements, articleEdits } from "../../../../server/db/content-schema";
import { flags } from "../../../../server/db/schema";
import { gaps, usageBatches, usageCounts, usageOfAgents } from "../../../../server/db/usage-schema";
import { createReplica, type Replica } from "../../../server/feed/replica";
import type { TestAgent, TestServer } from "../../../server/support";
import { type Ledger, readLedger } from "./ledger";

/** `witness` reads the same feed as the agent, and never fails. */
export type Checked = { server: TestServer; agent: TestAgent; witness: Replica; ledger: Ledger; libraryId: string };

type Row = { generation: number; article?: Article; notice?: Notice };

/** What the rows become when all pages after the stored cursor are taken in: every row the server has, or one was skipped. */
async function readOn(database: LibraryDatabase, agent: TestAgent): Promise<Map<string, Article | Notice | undefined>> {
  const position = await database.sync.get("position");
  let generation = position?.generation ?? 0;
  let isFullRead = (position?.fullRead ?? null) !== null;
  let cursor = position?.cursor ?? null;
  const rows = new Map<string, Row>();
  for (const row of await database.articles.toArray()) rows.set(`article ${row.id}`, row);
  for (const row of await database.notices.toArray()) rows.set(`notice ${row.id}`, row);
  for (let hasMore = true; hasMore; ) {
    const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const page = changesPageSchema.parse(await (await agent.get(`/v1/changes${query}`)).json());
    if (page.reset) [generation, isFullRead] = [generation + 1, true];
    for (const change of page.changes) {
      if ("article" in change) rows.set(`article ${change.article.id}`, { generation, article: change.article });
      else if ("notice" in change) rows.set(`notice ${change.notice.id}`, { generation, notice: change.notice });
      else if ("id" in change) rows.delete(`${change.type} ${change.id}`);
    }
    [cursor, hasMore] = [page.cursor, page.hasMore];
  }
  const standing = [...rows].filter(([, row]) => !isFullRead || row.generation === generation);
  return new Map(standing.map(([key, { article, notice }]) => [key, article ?? notice]));
}

async function serverRows(witness: Replica): Promise<Map<string, Article | Notice | undefined>> {
  await witness.pull();
  const rows = new Map<string, Article | Notice | undefined>();
  for (const [id, row] of witness.rows) rows.set(`article ${id}`, row);
  for (const [id, row] of witness.notices) rows.set(`notice ${id}`, row);
  return rows;
}

/** Uses by type and article: counted by the server, or still here and not in a batch that the server has counted. */
async function allUses(database: LibraryDatabase, { server, agent }: Checked): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  const add = (key: string, count: number) => void uses.set(key, (uses.get(key) ?? 0) + count);
  const counted = await server.db.select().from(usageCounts).where(eq(usageCounts.group, ""));
  for (const { type, articleId, count } of counted) add(`${type}/${articleId}`, count);
  const batches = await server.db.select().from(usageBatches).where(eq(usageBatches.agentId, agent.agent.id));
  const known = new Set(batches.map(({ id }) => id));
  for (const { batchId, event } of await database.usage.toArray()) {
    const articleId = "articleId" in event ? event.articleId : "";
    if (batchId === null || !known.has(batchId)) add(`${event.type}/${articleId}`, event.count);
  }
  return uses;
}

/** After a kill: no word is lost or changed, no use is lost or doubled, no row of the feed is skipped. */
export async function checkSurvivors(checked: Checked): Promise<void> {
  const { agent, witness, ledger } = checked;
  const database = openLibraryDatabase(checked.libraryId);
  try {
    expect({ ...(await readLedger(database)), usage: await allUses(database, checked) }).toEqual(ledger);
    expect(await readOn(database, agent)).toEqual(await serverRows(witness));
  } finally {
    database.close();
  }
}

/** In the end: the server has every word exactly once as it was said last, and the copy equals what the agent may read. */
export async function checkEnd(checked: Checked): Promise<void> {
  const { server, ledger } = checked;
  const { db } = server;
  const storedFlags = await db.select().from(flags);
  const storedGaps = await db.select().from(gaps);
  const storedDrafts = await db.select().from(articleEdits);
  const storedAcknowledgements = await db.select().from(acknowledgements);
  const ownUses = await db.select().from(usageOfAgents);

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
  expect(ownUses.reduce((sum, { count }) => sum + count, 0)).toBe(
    [...ledger.usage.values()].reduce((a, b) => a + b, 0),
  );
  await checkReplica(checked);
  await checkSurvivors(checked);
}

async function checkReplica({ agent, libraryId }: Checked): Promise<void> {
  const replica = createReplica(agent);
  await replica.pull();
  const database = openLibraryDatabase(libraryId);
  try {
    expect(new Map((await database.articles.toArray()).map(({ id, article }) => [id, article]))).toEqual(replica.rows);
    expect(new Map((await database.notices.toArray()).map(({ id, notice }) => [id, notice]))).toEqual(replica.notices);
    expect(new Map((await database.flagOutcomes.toArray()).map(({ id, outcome }) => [id, outcome]))).toEqual(
      replica.flagOutcomes,
    );
    expect(await database.usage.count()).toBe(0);
  } finally {
    database.close();
  }
}
