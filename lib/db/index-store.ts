/**
 * The search index as it was last saved, and the articles that changed since. Positions order these changes: an index
 * that has taken in everything up to a position may be saved there, unless a later one is saved already.
 */
import { z } from "../contract/zod";
import type { LibraryDatabase } from "./library-database";

const MANIFEST = "manifest";

/** `parts`: the rows that belong to the index, with the marks of articles in them that are gone. */
const manifestSchema = z.object({
  fingerprint: z.string(),
  position: z.int().nonnegative(),
  parts: z.array(z.object({ id: z.string(), dead: z.custom<Uint8Array>((value) => value instanceof Uint8Array) })),
});
type Manifest = z.infer<typeof manifestSchema>;

/** A part of a saved index; what `content` is, the index knows. */
export type IndexPart = { id: string; content: unknown; dead: Uint8Array };

/** What was saved at a position. */
export type SavedIndex = { position: number; parts: IndexPart[] };

/** What is to be saved at a position; `content` is asked for only when the part is not there yet. */
export type SavableIndex = { position: number; parts: { id: string; dead: Uint8Array; content: () => unknown }[] };

/** Within a transaction: notes articles that were written or removed. */
export async function noteUnindexed(database: LibraryDatabase, articleIds: string[]): Promise<void> {
  if (articleIds.length > 0) await database.unindexed.add({ articleIds });
}

/** Null when there is none, or it cannot be read: then there is nothing to load. */
async function readManifest({ indexParts }: LibraryDatabase): Promise<Manifest | null> {
  const row = await indexParts.get(MANIFEST);
  return manifestSchema.safeParse(row?.content).data ?? null;
}

/** The index saved under this fingerprint; null when there is none, or a part of it is missing. */
export function readSavedIndex(database: LibraryDatabase, fingerprint: string): Promise<SavedIndex | null> {
  return database.transaction("r", database.indexParts, async () => {
    const manifest = await readManifest(database);
    if (!manifest || manifest.fingerprint !== fingerprint) return null;
    const { position, parts } = manifest;
    const rows = await database.indexParts.bulkGet(parts.map(({ id }) => id));
    const found = parts.flatMap(({ id, dead }, at) => {
      const row = rows[at];
      return row ? [{ id, content: row.content, dead }] : [];
    });
    return found.length === parts.length ? { position, parts: found } : null;
  });
}

/** The position of an index that is built now out of the articles' rows: it has every change noted until now. */
export function currentPosition(database: LibraryDatabase): Promise<number> {
  return database.transaction("r", database.indexParts, database.unindexed, async () => {
    const last = await database.unindexed.orderBy("position").last();
    return Math.max(last?.position ?? 0, (await readManifest(database))?.position ?? 0);
  });
}

/** Articles changed after a position, each once, and the position they lead to. */
export type Unindexed = { articleIds: string[]; position: number };

/**
 * What has changed after a position. Null when the index saved is a later one:
 * changes may have been forgotten with it that this position does not have.
 */
export function readUnindexed(database: LibraryDatabase, after: number): Promise<Unindexed | null> {
  return database.transaction("r", database.indexParts, database.unindexed, async () => {
    if (((await readManifest(database))?.position ?? 0) > after) return null;
    const rows = await database.unindexed.where("position").above(after).sortBy("position");
    const articleIds = [...new Set(rows.flatMap((row) => row.articleIds))];
    return { articleIds, position: rows.at(-1)?.position ?? after };
  });
}

/**
 * Saves an index in the place of the one saved before, writing only the parts that are not there yet, and forgets the
 * changes it has. False, and nothing changed, when one as late is saved already.
 */
export function saveIndex(database: LibraryDatabase, fingerprint: string, index: SavableIndex): Promise<boolean> {
  const { indexParts, unindexed } = database;
  const { position, parts } = index;
  return database.transaction("rw", indexParts, unindexed, async () => {
    const before = await readManifest(database);
    if (before && before.position > position) return false;
    const keys = new Set(await indexParts.toCollection().primaryKeys());
    const isOwn = parts.length === 0 || parts.some(({ id }) => keys.has(id));
    if (before?.position === position && before.fingerprint === fingerprint && !isOwn) return false;
    const wanted = new Set(parts.map(({ id }) => id));
    await indexParts.bulkDelete([...keys].filter((key) => !wanted.has(key)));
    const missing = parts.filter(({ id }) => !keys.has(id));
    await indexParts.bulkPut(missing.map(({ id, content }) => ({ id, content: content() })));
    const manifest: Manifest = { fingerprint, position, parts: parts.map(({ id, dead }) => ({ id, dead })) };
    await indexParts.put({ id: MANIFEST, content: manifest });
    await unindexed.where("position").belowOrEqual(position).delete();
    return true;
  });
}

/** Within a transaction: removes what was saved, words of articles included. Its position stays known. */
export async function dropSavedIndex(database: LibraryDatabase): Promise<void> {
  const position = (await readManifest(database))?.position;
  await database.indexParts.clear();
  if (position === undefined) return;
  const nothing: Manifest = { fingerprint: "", position, parts: [] };
  await database.indexParts.put({ id: MANIFEST, content: nothing });
}

/** The same in a transaction of its own. */
export function discardIndex(database: LibraryDatabase): Promise<void> {
  return database.transaction("rw", database.indexParts, () => dropSavedIndex(database));
}
