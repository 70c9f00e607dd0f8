/**
 * What this machine learnt from use: the terms of articles, and the memory that learning needs to count each ticket once.
 * Rows of that memory hold no text; what they mean is the learner's business.
 */
import type { ArticleTerms } from "../contract/learned-terms";
import type { LibraryDatabase, StoredLearnedTerms } from "./library-database";

/** Rows of one kind of memory, by key. Only within `changeLearned`. */
export type MemoryRows<Key, Row> = {
  get(key: Key): Promise<Row | undefined>;
  put(row: Row): Promise<void>;
  delete(key: Key): Promise<void>;
};

/** A kind of memory: its name, how a row or its key is named, and how many rows are kept, the newest. */
export type MemoryKind<Key, Row extends { atMs: number }> = {
  name: string;
  keyOf: (key: Key | Row) => string;
  limit: number;
};

/** When a kind outgrows its limit it is cut to this share of it, so that not every row costs a cut. */
const SHARE_AFTER_CUT = 0.9;

function prefixOf(kind: { name: string }): string {
  return `${kind.name}/`;
}

/** Rows of a kind in the database. `atMs` of a row decides its age. */
export function memoryRows<Key, Row extends { atMs: number }>(
  { taught }: LibraryDatabase,
  kind: MemoryKind<Key, Row>,
): MemoryRows<Key, Row> {
  const idOf = (key: Key | Row) => prefixOf(kind) + kind.keyOf(key);
  return {
    // Rows of a kind are written here alone, as this very type.
    get: async (key) => (await taught.get(idOf(key)))?.content as Row | undefined,
    async put(row) {
      await taught.put({ id: idOf(row), atMs: row.atMs, content: row });
    },
    delete: (key) => taught.delete(idOf(key)),
  };
}

async function dropOldest({ taught }: LibraryDatabase, kind: { name: string; limit: number }): Promise<void> {
  const ofKind = taught.where("id").startsWith(prefixOf(kind));
  if ((await ofKind.count()) <= kind.limit) return;
  const rows = await ofKind.toArray();
  rows.sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1));
  await taught.bulkDelete(rows.slice(Math.floor(kind.limit * SHARE_AFTER_CUT)).map(({ id }) => id));
}

/** Runs work on what is learnt in one transaction, then drops the oldest rows beyond each kind's limit. */
export function changeLearned<T>(
  database: LibraryDatabase,
  kinds: { name: string; limit: number }[],
  work: () => Promise<T>,
): Promise<T> {
  const { learnedTerms, taught, sharedTerms } = database;
  return database.transaction("rw", learnedTerms, taught, sharedTerms, async () => {
    const result = await work();
    for (const kind of kinds) await dropOldest(database, kind);
    return result;
  });
}

const SALT_ID = "salt";

/** The library's salt for hashes; `create` makes it when there is none yet. */
export function readSalt(database: LibraryDatabase, create: () => string): Promise<string> {
  return database.transaction("rw", database.taught, async () => {
    const stored = (await database.taught.get(SALT_ID))?.content;
    if (typeof stored === "string") return stored;
    const salt = create();
    await database.taught.put({ id: SALT_ID, atMs: 0, content: salt });
    return salt;
  });
}

/** What is known of an article, here and by the team. */
export type LearnedOf = { articleId: string; own: StoredLearnedTerms | undefined; shared: ArticleTerms | undefined };

/** Every article of which something is known, in slices of at most `sliceSize`. */
export async function* readAllLearned(database: LibraryDatabase, sliceSize: number): AsyncGenerator<LearnedOf[]> {
  const { learnedTerms, sharedTerms } = database;
  const own = await learnedTerms.toCollection().primaryKeys();
  const ids = [...new Set([...own, ...(await sharedTerms.toCollection().primaryKeys())])];
  for (let at = 0; at < ids.length; at += sliceSize) {
    const slice = ids.slice(at, at + sliceSize);
    const [ownRows, sharedRows] = await Promise.all([learnedTerms.bulkGet(slice), sharedTerms.bulkGet(slice)]);
    yield slice.map((articleId, position) => ({
      articleId,
      own: ownRows[position],
      shared: sharedRows[position]?.articleTerms,
    }));
  }
}

/** Removes all that this machine learnt, and its lessons, sent or not. What the team learnt stays. */
export function forgetLearned(database: LibraryDatabase): Promise<void> {
  const { learnedTerms, taught, lessons } = database;
  return database.transaction("rw", learnedTerms, taught, lessons, async () => {
    await learnedTerms.clear();
    await taught.clear();
    await lessons.clear();
  });
}
