/** What the agent keeps at hand: own pins, what was opened last, what was searched for last. It never leaves this machine. */
import type { LibraryDatabase, StoredShelfEntry } from "./library-database";

/** A longer list is no list of what is needed often. */
export const MAX_PINS = 50;
const MAX_OPENED = 12;
const MAX_SEARCHES = 8;

type Kind = StoredShelfEntry["kind"];

/** Ids of pinned articles as they were pinned; those of opened ones and searches newest first. */
type ShelfEntries = { pinned: string[]; opened: string[]; searches: string[] };

function idOf(kind: Kind, ref: string): string {
  // The same words in capitals are the same search.
  return `${kind}/${kind === "searched" ? ref.toLocaleLowerCase() : ref}`;
}

async function oldestFirst(database: LibraryDatabase, kind: Kind): Promise<StoredShelfEntry[]> {
  const entries = await database.shelf.where("kind").equals(kind).toArray();
  return entries.sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

/** Everything on the shelf. */
export async function readShelfEntries(database: LibraryDatabase): Promise<ShelfEntries> {
  const [pinned, opened, searches] = await Promise.all(
    (["pinned", "opened", "searched"] as const).map((kind) => oldestFirst(database, kind)),
  );
  const refs = (entries: StoredShelfEntry[] = []) => entries.map(({ ref }) => ref);
  return { pinned: refs(pinned), opened: refs(opened).reverse(), searches: refs(searches).reverse() };
}

/** Pins an article behind the others; one that is pinned keeps its place. False when as many are pinned as may be. */
export function pinArticle(database: LibraryDatabase, articleId: string, nowMs: number): Promise<boolean> {
  return database.transaction("rw", database.shelf, async () => {
    const id = idOf("pinned", articleId);
    const pins = await oldestFirst(database, "pinned");
    if (pins.some((pin) => pin.id === id)) return true;
    if (pins.length >= MAX_PINS) return false;
    // Behind the last one also when the clock was put back.
    const atMs = Math.max(nowMs, (pins.at(-1)?.atMs ?? 0) + 1);
    await database.shelf.put({ id, kind: "pinned", ref: articleId, atMs });
    return true;
  });
}

/** An article that is not pinned stays so. */
export async function unpinArticle(database: LibraryDatabase, articleId: string): Promise<void> {
  await database.shelf.delete(idOf("pinned", articleId));
}

function noteNewest(database: LibraryDatabase, kind: Kind, ref: string, most: number, nowMs: number): Promise<void> {
  return database.transaction("rw", database.shelf, async () => {
    const id = idOf(kind, ref);
    const others = (await oldestFirst(database, kind)).filter((entry) => entry.id !== id);
    const atMs = Math.max(nowMs, (others.at(-1)?.atMs ?? 0) + 1);
    await database.shelf.put({ id, kind, ref, atMs });
    const surplus = others.slice(0, Math.max(0, others.length + 1 - most));
    await database.shelf.bulkDelete(surplus.map((entry) => entry.id));
  });
}

/** The article is the newest of those opened; the oldest beyond a dozen are forgotten. */
export function noteOpened(database: LibraryDatabase, articleId: string, nowMs: number): Promise<void> {
  return noteNewest(database, "opened", articleId, MAX_OPENED, nowMs);
}

/** The text is the newest search, written as it was this time; the oldest beyond eight are forgotten. */
export function noteSearched(database: LibraryDatabase, text: string, nowMs: number): Promise<void> {
  return noteNewest(database, "searched", text, MAX_SEARCHES, nowMs);
}

/** Forgets what was opened and searched for; pins stay. */
export async function forgetRecent(database: LibraryDatabase): Promise<void> {
  await database.shelf.where("kind").anyOf("opened", "searched").delete();
}

/** Within a transaction: nothing on the shelf stands for these articles any more. */
export async function takeOffShelf(database: LibraryDatabase, articleIds: string[]): Promise<void> {
  await database.shelf.bulkDelete(articleIds.flatMap((id) => [idOf("pinned", id), idOf("opened", id)]));
}
