/**
 * The life of the search index in a worker: loaded as it was saved, or built out of the articles' rows; kept up with
 * what sync notes as changed, in whatever context it ran; and saved again when things are quiet.
 */
import { readAllArticles, readArticles } from "../db/articles";
import {
  currentPosition,
  discardIndex,
  readSavedIndex,
  readUnindexed,
  saveIndex,
  type Unindexed,
} from "../db/index-store";
import type { LibraryDatabase } from "../db/library-database";
import type { LibraryIndex } from "../library-index/library-index";
import type { Segment } from "../library-index/segment";
import { indexFingerprint, loadSegment, storeSegment } from "../library-index/stored-segment";

type IndexLifeOptions = {
  database: LibraryDatabase;
  index: LibraryIndex;
  /** A new id. */
  createId: () => string;
  /** Lets other tasks of this thread run. */
  yieldToOthers: () => Promise<void>;
  /** Calls back after a delay; when there is no such thing, the index is never saved. */
  later?: ((delayMs: number, callback: () => void) => void) | undefined;
  /** Hears of articles that are indexed otherwise than before, after the first loading. */
  onIndexed: (articleIds: string[]) => void;
};

export type IndexLife = {
  /** Resolves when what was stored at the start can be found; rejects when it cannot be read, and tries again if asked. */
  whenLoaded(): Promise<void>;
  /** Takes in what has changed in the database since the last time. */
  catchUp(): void;
  /** Resolves when everything noted before the last `catchUp` can be found; else as `whenLoaded`. */
  whenIndexed(): Promise<void>;
  /** Resolves when nothing is being read or saved. */
  whenSaved(): Promise<void>;
};

/** How many articles are indexed before other tasks get their turn. */
const SLICE = 25;

/** Saved when nothing has changed for this long; sooner when so many articles have. */
const QUIET_MS = 5_000;
const MANY_CHANGES = 2_500;

/** While the index saved is another panel's, that panel goes first: it writes only what is new, this one everything. */
const QUIET_BEHIND_ANOTHER_MS = 30_000;

/** Starts an index's life: it begins to load. */
export function startIndexLife(options: IndexLifeOptions): IndexLife {
  const { database, index, createId, yieldToOthers, later, onIndexed } = options;
  const fingerprint = indexFingerprint();
  const ids = new WeakMap<Segment, string>();
  /** Every change noted up to here is in the index. */
  let position = 0;
  let isLoaded = false;
  let isAnothers = false;
  let unsaved = 0;
  let lastChange = 0;

  async function loadSaved(): Promise<boolean> {
    const saved = await readSavedIndex(database, fingerprint);
    if (!saved) return false;
    const segments: Segment[] = [];
    for (const { id, content, dead } of saved.parts) {
      const segment = loadSegment(content, dead);
      if (!segment) return false;
      ids.set(segment, id);
      segments.push(segment);
    }
    index.restore(segments);
    position = saved.position;
    return true;
  }

  async function build(): Promise<void> {
    index.restore([]);
    position = await currentPosition(database);
    for await (const slice of readAllArticles(database, SLICE)) {
      for (const article of slice) index.put(article);
      unsaved += slice.length;
      await yieldToOthers();
    }
  }

  async function load(): Promise<void> {
    // An index that cannot be loaded, for whatever reason, is built; if the rows cannot be read either, that throws.
    const isThere = await loadSaved().catch(() => false);
    if (!isThere) {
      // What cannot be loaded must not count as saved. If it cannot be removed either, the next save replaces it.
      await discardIndex(database).catch(() => undefined);
      await build();
    }
    const changes = await readUnindexed(database, position);
    if (changes) await takeIn(changes);
    isLoaded = true;
    planSave();
  }

  async function takeIn(changes: Unindexed): Promise<void> {
    for (let at = 0; at < changes.articleIds.length; at += SLICE) {
      const slice = changes.articleIds.slice(at, at + SLICE);
      const found = new Map((await readArticles(database, slice)).map((article) => [article.id, article]));
      for (const id of slice) {
        const article = found.get(id);
        if (article) index.put(article);
        else index.remove(id);
      }
      await yieldToOthers();
    }
    unsaved += changes.articleIds.length;
    position = changes.position;
  }

  async function takeInChanges(): Promise<void> {
    if (!isLoaded) return load();
    const changes = await readUnindexed(database, position);
    if (changes) await takeIn(changes);
    else await load();
    if (changes?.articleIds.length !== 0) onIndexed(changes?.articleIds ?? []);
    planSave();
  }

  async function save(): Promise<void> {
    const parts = index.segments().map((segment) => {
      const id = ids.get(segment) ?? createId();
      ids.set(segment, id);
      return { id, dead: segment.dead.slice(), content: () => storeSegment(segment) };
    });
    unsaved = 0;
    isAnothers = !(await saveIndex(database, fingerprint, { position, parts }));
  }

  let work: Promise<void> = Promise.resolve();
  /** One thing after the other; whoever waits gets the error, and the next begins all the same. */
  function next(step: () => Promise<void>): Promise<void> {
    work = work.catch(() => undefined).then(step);
    work.catch(() => undefined);
    return work;
  }

  function planSave(): void {
    if (!later || unsaved === 0) return;
    lastChange += 1;
    const change = lastChange;
    // A save that fails leaves the earlier one as it was; the next change brings another try.
    const saveNext = () => void next(() => save().catch(() => undefined));
    if (unsaved >= MANY_CHANGES) saveNext();
    else later(isAnothers ? QUIET_BEHIND_ANOTHER_MS : QUIET_MS, () => change === lastChange && saveNext());
  }

  let loading: Promise<void> | null = null;
  function whenLoaded(): Promise<void> {
    loading ??= next(() => (isLoaded ? Promise.resolve() : load()));
    const begun = loading;
    begun.catch(() => {
      if (loading === begun) loading = null;
    });
    return begun;
  }

  let indexed = whenLoaded();
  function catchUp(): Promise<void> {
    indexed = next(takeInChanges);
    return indexed;
  }
  return {
    whenLoaded,
    catchUp: () => void catchUp(),
    whenIndexed: () => indexed.catch(catchUp),
    whenSaved: () => work,
  };
}
