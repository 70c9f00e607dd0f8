/** What the extension keeps of a library, as it stood at one moment. */
import type { LoadedExtension } from "../../../../scripts/browser/launch-extension";
import type { StoredCopy } from "../../../lib/sync/chaos/feed-model";
import { LIBRARY_ID } from "../fixtures";

type Row = { id: string; state: "local" | "queued" | "sent" | "refused" };

export type StoredWords = StoredCopy & {
  outbox: (Row & { articleId: string; undoUntilMs: number })[];
  gaps: (Row & { gap: { terms: string[] }; undoUntilMs: number })[];
  drafts: (Row & { content: { title: string } })[];
  acknowledgements: Row[];
  sync: { cursor: string | null; isComplete: boolean; problem: string | null }[];
};

const STORES = ["articles", "notices", "flagOutcomes", "outbox", "gaps", "drafts", "acknowledgements", "sync"];

/** Reads in one transaction, through a page of the extension and with none of its code. */
export function readStoredWords(extension: LoadedExtension): Promise<StoredWords> {
  return extension.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open("souffleur-${LIBRARY_ID}");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const stores = ${JSON.stringify(STORES)};
      const transaction = opening.result.transaction(stores);
      const readings = stores.map((store) => [store, transaction.objectStore(store).getAll()]);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(Object.fromEntries(readings.map(([store, { result }]) => [store, result])));
      };
    };
  })`) as Promise<StoredWords>;
}
