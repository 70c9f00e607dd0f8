/** What the extension keeps in IndexedDB, read through a page of the extension and with none of its code. */
import type { LoadedExtension } from "../../../scripts/browser/launch-extension";
import { LIBRARY_ID } from "./fixtures";

type StoredRow = { id: string; generation: number; article: { id: string; title: string } };
type StoredFlag = { id: string; articleId: string; reason: string | null; state: string; undoUntilMs: number };
type StoredPosition = {
  cursor: string | null;
  generation: number;
  isComplete: boolean;
  fullRead: { received: number; total: number } | null;
  failures: number;
  problem: string | null;
};

/** `position` is null before the first page was written. */
export type StoredLibrary = { articles: StoredRow[]; flags: StoredFlag[]; position: StoredPosition | null };

/** Reads one object store; one that is not there reads as empty. */
function readStore(database: string, store: string): string {
  return `new Promise(async (resolve, reject) => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === ${JSON.stringify(database)})) return resolve([]);
    const opening = indexedDB.open(${JSON.stringify(database)});
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction(${JSON.stringify(store)}).objectStore(${JSON.stringify(store)}).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result);
      };
    };
  })`;
}

/** The library as it is stored now; empty when there is none. */
export async function readStoredLibrary(
  extension: Pick<LoadedExtension, "evaluate">,
  libraryId: string = LIBRARY_ID,
): Promise<StoredLibrary> {
  const database = `souffleur-${libraryId}`;
  const stores = ["articles", "outbox", "sync"].map((store) => readStore(database, store));
  const [articles, flags, positions] = (await extension.evaluate(`Promise.all([${stores.join(", ")}])`)) as [
    StoredRow[],
    StoredFlag[],
    StoredPosition[],
  ];
  return { articles, flags, position: positions[0] ?? null };
}

/** Everything in every database and storage area of the extension that outlives the browser, as one text. */
export async function readAllThatIsKept(extension: Pick<LoadedExtension, "evaluate">): Promise<string> {
  const names = (await extension.evaluate(`(async () => {
    const databases = await indexedDB.databases();
    const stores = await Promise.all(databases.map(({ name }) => new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        resolve([...opening.result.objectStoreNames].map((store) => [name, store]));
        opening.result.close();
      };
    })));
    return stores.flat();
  })()`)) as [string, string][];
  const stores = names.map(([database, store]) => readStore(database, store));
  const kept = await extension.evaluate(
    `Promise.all([chrome.storage.local.get(null), { ...localStorage }, ${stores.join(", ")}])`,
  );
  return JSON.stringify(kept);
}
