import { and, asc, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { articles, serverState, sharedTerms, situations, synonymSets } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { purgeAcknowledgements } from "../notices/delete-notice";

/** Few enough that polls need not wait long, and that a statement can name them all. */
const ARTICLES_PER_TRANSACTION = 1_000;

/**
 * Throws away the tombstones made before `olderThanMs` (epoch milliseconds) and answers how many articles' were among
 * them. Clients whose cursor is older than the newest of them have to read everything again (S3). Those of page readers and notices stay.
 */
export async function purgeTombstones(db: Database, olderThanMs: number): Promise<number> {
  let articlesPurged = 0;
  let lastPurged: number;
  do {
    lastPurged = await purgePortion(db, olderThanMs);
    articlesPurged += lastPurged;
  } while (lastPurged === ARTICLES_PER_TRANSACTION);
  return articlesPurged;
}

/** The next articles, and all else there is to purge: there is little of that. */
function purgePortion(db: Database, olderThanMs: number): Promise<number> {
  return writeChanges(db, async (tx) => {
    const purgedArticles = await purgeArticles(tx, olderThanMs);
    const purged = [
      ...purgedArticles,
      ...(await purgeTermsOf(tx, purgedArticles)),
      ...(await purgeSynonymSets(tx, olderThanMs)),
      ...(await purgeSituations(tx, olderThanMs)),
    ];
    await purgeAcknowledgements(tx, olderThanMs);
    const floor = purged.reduce((highest, { changeNumber }) => Math.max(highest, changeNumber), 0);
    await tx
      .update(serverState)
      .set({ tombstoneFloor: sql`greatest(${serverState.tombstoneFloor}, ${floor}::bigint)` });
    return purgedArticles.length;
  });
}

type Purged = { id: string; changeNumber: number };

async function purgeArticles(tx: Database, olderThanMs: number): Promise<Purged[]> {
  const { id, changeNumber, deletedAt } = articles;
  const isOld = and(isNotNull(deletedAt), lt(deletedAt, new Date(olderThanMs)));
  const next = await tx
    .select({ id })
    .from(articles)
    .where(isOld)
    .orderBy(asc(changeNumber))
    .limit(ARTICLES_PER_TRANSACTION);
  const ids = next.map((row) => row.id);
  return tx.delete(articles).where(inArray(id, ids)).returning({ id, changeNumber });
}

/** Who may be told of an article's terms is told by its row, so they go together. */
async function purgeTermsOf(tx: Database, purged: readonly Purged[]): Promise<Purged[]> {
  const { articleId, changeNumber } = sharedTerms;
  const ids = purged.map(({ id }) => id);
  if (ids.length === 0) return [];
  return tx.delete(sharedTerms).where(inArray(articleId, ids)).returning({ id: articleId, changeNumber });
}

function purgeSynonymSets(tx: Database, olderThanMs: number): Promise<Purged[]> {
  const { id, changeNumber, deletedAt } = synonymSets;
  const isOld = and(isNotNull(deletedAt), lt(deletedAt, new Date(olderThanMs)));
  return tx.delete(synonymSets).where(isOld).returning({ id, changeNumber });
}

function purgeSituations(tx: Database, olderThanMs: number): Promise<Purged[]> {
  const { id, changeNumber, deletedAt } = situations;
  const isOld = and(isNotNull(deletedAt), lt(deletedAt, new Date(olderThanMs)));
  return tx.delete(situations).where(isOld).returning({ id, changeNumber });
}
