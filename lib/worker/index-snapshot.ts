import { discardIndex, readSavedIndex, saveIndex } from "../db/index-store";
import type { LibraryDatabase } from "../db/library-database";
import type { LibraryIndex } from "../library-index/library-index";
import type { Segment } from "../library-index/segment";
import { indexFingerprint, loadSegment, storeSegment } from "../library-index/stored-segment";

/** The index as the database keeps it. */
export type IndexSnapshot = {
  /**
   * Puts what is saved into the index and answers its position. Null when there is nothing of use: what was there is
   * discarded, and the index is as it was.
   */
  load(): Promise<number | null>;
  /** Saves the index, which has every change up to `position`. False when another panel's index stays saved. */
  save(position: number): Promise<boolean>;
};

/** `createId` names parts; two panels must never use the same name. */
export function createIndexSnapshot(
  database: LibraryDatabase,
  index: LibraryIndex,
  createId: () => string,
): IndexSnapshot {
  const fingerprint = indexFingerprint();
  const ids = new WeakMap<Segment, string>();

  async function loadSound(): Promise<number | null> {
    const saved = await readSavedIndex(database, fingerprint);
    if (!saved) return null;
    const segments: Segment[] = [];
    for (const { id, content, dead } of saved.parts) {
      const segment = loadSegment(content, dead);
      if (!segment) return null;
      ids.set(segment, id);
      segments.push(segment);
    }
    index.restore(segments);
    return saved.position;
  }

  return {
    async load() {
      // Whatever the reason why it cannot be loaded: it can be built.
      const position = await loadSound().catch(() => null);
      // What is of no use must not count as saved. If it cannot be removed now, the next save replaces it.
      if (position === null) await discardIndex(database).catch(() => undefined);
      return position;
    },
    async save(position) {
      const parts = index.segments().map((segment) => {
        const id = ids.get(segment) ?? createId();
        ids.set(segment, id);
        return { id, dead: segment.dead.slice(), content: () => storeSegment(segment) };
      });
      return saveIndex(database, fingerprint, { position, parts });
    },
  };
}
