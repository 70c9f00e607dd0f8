import type { ArticleTerms } from "../contract/learned-terms";
import { LEARNING_LIMITS, type LearningRows, type LearningStore, type Rows } from "./learning-store";

/** Rows in a Map; the oldest go once there are more than the limit. */
function rowsInMap<Key, Row extends { atMs: number }>(
  keyOf: (key: Key | Row) => string,
  limit: number,
): Rows<Key, Row> {
  const byKey = new Map<string, Row>();
  return {
    get: async (key) => byKey.get(keyOf(key)),
    async put(row) {
      // Put anew at the end, the first one is the one unchanged for longest.
      byKey.delete(keyOf(row));
      byKey.set(keyOf(row), row);
      const [oldest] = byKey.keys();
      if (byKey.size > limit && oldest !== undefined) byKey.delete(oldest);
    },
    delete: async (key) => byKey.delete(keyOf(key)),
  };
}

/** A store without a database, for benches and tests; nothing is shared with it unless given. */
export function createMemoryStore(team: ReadonlyMap<string, ArticleTerms> = new Map()): LearningStore {
  const articles = new Map<string, Parameters<LearningRows["articles"]["put"]>[0]>();
  const rows: LearningRows = {
    articles: {
      get: async (id) => articles.get(id),
      put: async (row) => articles.set(row.articleId, row),
      delete: async (id) => articles.delete(id),
    },
    taught: rowsInMap(({ ticketHash, articleId }) => `${ticketHash}/${articleId}`, LEARNING_LIMITS.taught),
    pending: rowsInMap((key) => (typeof key === "string" ? key : key.hash), LEARNING_LIMITS.pending),
    taken: rowsInMap((key) => (typeof key === "string" ? key : key.flagId), LEARNING_LIMITS.taken),
    shared: async (articleId) => team.get(articleId),
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    transact(work) {
      const next = last.then(() => work(rows));
      // Whoever asked hears of the failure; the next one runs all the same.
      last = next.catch(() => undefined);
      return next;
    },
    async *readAll() {
      const ids = [...new Set([...articles.keys(), ...team.keys()])];
      yield ids.map((articleId) => ({ articleId, own: articles.get(articleId), shared: team.get(articleId) }));
    },
  };
}
