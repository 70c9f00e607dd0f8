/**
 * A context of the extension that may end at any moment, as browsers end workers and close panels: what it began is broken
 * off where it stands, transactions are aborted, answers reach nobody, and it does nothing ever after.
 */
import { type LibraryDatabase, openLibraryDatabase } from "../../../../lib/db/library-database";
import type { RunAlone } from "../../../../lib/sync/sync-pass";
import type { Fate } from "./fate";

export type Life = {
  readonly isOver: boolean;
  /** Resolves when it ends. */
  readonly end: Promise<void>;
  kill(): void;
  onEnd(callback: () => void): void;
  /** It comes through this moment, or ends in it. */
  live(moment: string): void;
  /** Throws when it is over. */
  check(): void;
};

function pending(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

export function createLife(fate: Fate): Life {
  let isOver = false;
  const callbacks: (() => void)[] = [];
  const { promise: end, resolve } = pending();
  const life: Life = {
    get isOver() {
      return isOver;
    },
    end,
    kill() {
      if (isOver) return;
      isOver = true;
      for (const callback of callbacks) callback();
      resolve();
    },
    onEnd: (callback) => void callbacks.push(callback),
    live(moment) {
      if (!isOver && fate.strikes(moment, life)) life.kill();
    },
    check() {
      if (isOver) throw new Error("the context is gone");
    },
  };
  return life;
}

/** What a transaction is about, in short: a page writes to most tables. */
function nameOf(stores: readonly string[]): string {
  return stores.length > 3 ? "page" : stores.join(" and ");
}

/** Has a transaction end with its life; `live` hears of its moments. */
function bindToLife(transaction: IDBTransaction, life: Life, live: (moment: string) => void): void {
  let isUnderWay = true;
  transaction.addEventListener("abort", () => {
    isUnderWay = false;
  });
  transaction.addEventListener("complete", () => {
    isUnderWay = false;
    live("committed");
  });
  life.onEnd(() => {
    if (isUnderWay) transaction.abort();
  });
  const storeOf = transaction.objectStore.bind(transaction);
  transaction.objectStore = (name) => {
    live("within");
    life.check();
    return storeOf(name);
  };
}

/** What matching learns goes its own way, beside acts and passes: nobody is told that it is kept. */
const IS_BESIDE = /^learnedTerms/;

/** A connection of this life to a library's database. Moments are those of transactions that may write. */
export async function openMortalDatabase(libraryId: string, life: Life): Promise<LibraryDatabase> {
  const database = openLibraryDatabase(libraryId);
  database.use({
    ...{ stack: "dbcore", name: "mortal" },
    // Under all of Dexie's own work: it keeps the connection's own function, so that one cannot be replaced.
    create: (core) => ({
      ...core,
      transaction(stores, mode, ...rest) {
        const name = nameOf(stores);
        const isMoment = mode === "readwrite" && !IS_BESIDE.test(name);
        const live = isMoment ? (moment: string) => life.live(`${name}: ${moment}`) : () => undefined;
        live("begun");
        life.check();
        const transaction = core.transaction(stores, mode, ...rest);
        bindToLife(transaction as IDBTransaction, life, live);
        return transaction;
      },
    }),
  });
  await database.open();
  life.onEnd(() => database.close());
  return database;
}

/** A lock as browsers keep them: whoever finds it taken waits for its holder and runs nothing; with its holder it ends. */
export function createSharedLock(): (life: Life) => RunAlone {
  let held: Promise<void> | null = null;
  return (life) => async (work) => {
    if (held) {
      await held;
      return false;
    }
    const { promise, resolve } = pending();
    held = promise;
    const release = () => {
      if (held === promise) held = null;
      resolve();
    };
    life.onEnd(release);
    try {
      await work();
    } finally {
      release();
    }
    return true;
  };
}
