/**
 * The life of the search index in a worker: loaded as it was saved, or built out of the articles' rows; kept up with
 * what sync notes as changed, in whatever context it ran; and saved again when things are quiet.
 */
import { currentPosition, readUnindexed } from "../db/index-store";
import { type IndexTarget, indexArticles, indexEverything } from "./index-articles";
import { createIndexSnapshot } from "./index-snapshot";

type IndexLifeOptions = IndexTarget & {
  /** A new id. */
  createId: () => string;
  /** Calls back after a delay; when there is no such thing, the index is never saved. */
  later?: ((delayMs: number, callback: () => void) => void) | undefined;
  /** Hears of articles that are indexed otherwise than before, after the first loading; empty when any may be. */
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

/** Saved when nothing has changed for this long; sooner when so many articles have. */
const QUIET_MS = 5_000;
const MANY_CHANGES = 2_500;

/** While the index saved is another panel's, that panel goes first: it writes only what is new, this one everything. */
const QUIET_BEHIND_ANOTHER_MS = 30_000;

/** One thing after the other. Whoever waits for a step gets its error; the next begins all the same. */
function createQueue() {
  let last: Promise<void> = Promise.resolve();
  return {
    next(step: () => Promise<void>): Promise<void> {
      last = last.catch(() => undefined).then(step);
      // Somebody may wait for it later; until then its error must not count as unhandled.
      last.catch(() => undefined);
      return last;
    },
    whenDone: () => last.catch(() => undefined),
  };
}

type Saving = {
  /** Plans to save after so many more changes. */
  plan(changedArticles: number): void;
};

/** Saves when it is quiet, in the queue's order; `save` answers whether the index saved is this panel's. */
function createSaving(
  save: () => Promise<boolean>,
  queue: ReturnType<typeof createQueue>,
  later: IndexLifeOptions["later"],
): Saving {
  let unsaved = 0;
  let isAnothers = false;
  let lastPlan = 0;

  async function saveNow(): Promise<void> {
    unsaved = 0;
    // A save that fails leaves the earlier one as it was; the next change brings another try.
    isAnothers = !(await save().catch(() => false));
  }

  return {
    plan(changedArticles) {
      unsaved += changedArticles;
      if (!later || unsaved === 0) return;
      lastPlan += 1;
      const plan = lastPlan;
      if (unsaved >= MANY_CHANGES) void queue.next(saveNow);
      else {
        later(isAnothers ? QUIET_BEHIND_ANOTHER_MS : QUIET_MS, () => {
          if (plan === lastPlan) void queue.next(saveNow);
        });
      }
    },
  };
}

/** Starts an index's life: it begins to load. */
export function startIndexLife(options: IndexLifeOptions): IndexLife {
  const { database, index, onIndexed } = options;
  const snapshot = createIndexSnapshot(database, index, options.createId);
  const queue = createQueue();
  const saving = createSaving(() => snapshot.save(position), queue, options.later);
  /** Every change noted up to here is in the index. */
  let position = 0;
  let isLoaded = false;

  async function load(): Promise<void> {
    const saved = await snapshot.load();
    position = saved ?? (await currentPosition(database));
    if (saved === null) await indexEverything(options);
    const changes = await readUnindexed(database, position);
    // Another panel has saved its index meanwhile, and forgotten changes that this one does not have.
    if (!changes) return load();
    await indexArticles(options, changes.articleIds);
    position = changes.position;
    isLoaded = true;
    saving.plan(saved === null ? index.size : changes.articleIds.length);
  }

  async function takeInChanges(): Promise<void> {
    const changes = isLoaded ? await readUnindexed(database, position) : null;
    if (!changes) {
      await load();
      onIndexed([]);
      return;
    }
    await indexArticles(options, changes.articleIds);
    position = changes.position;
    if (changes.articleIds.length > 0) onIndexed(changes.articleIds);
    saving.plan(changes.articleIds.length);
  }

  let loading: Promise<void> | null = null;
  function whenLoaded(): Promise<void> {
    loading ??= queue.next(() => (isLoaded ? Promise.resolve() : load()));
    const begun = loading;
    begun.catch(() => {
      if (loading === begun) loading = null;
    });
    return begun;
  }

  let indexed = whenLoaded();
  function catchUp(): Promise<void> {
    indexed = queue.next(takeInChanges);
    return indexed;
  }
  return {
    whenLoaded,
    catchUp: () => void catchUp(),
    whenIndexed: () => indexed.catch(catchUp),
    whenSaved: queue.whenDone,
  };
}
