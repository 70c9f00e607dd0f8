/**
 * A context of the extension that may end at any moment, as browsers end workers and close panels: what it began is broken
 * off where it stands, transactions are aborted, answers reach nobody, and it does nothing ever after.
 */
import { type LibraryDatabase, openLibraryDatabase } from "../../../../lib/db/library-database";
import type { RunAlone } from "../../../../lib/sync/sync-pass";

export type Life = {
  readonly isOver: boolean;
  /** Resolves when it ends. */
  readonly end: Promise<void>;
  /** Ends it at its n-th step from now: a request to database or network counts as one. */
  endAfter(steps: number): void;
  /** Takes the fate back. */
  spare(): void;
  kill(): void;
  onEnd(callback: () => void): void;
  /** To be called before each step; throws when it is over. */
  step(): void;
};

function pending(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

export function createLife(): Life {
  let isOver = false;
  let stepsLeft = Number.POSITIVE_INFINITY;
  const callbacks: (() => void)[] = [];
  const { promise: end, resolve } = pending();
  const kill = () => {
    if (isOver) return;
    isOver = true;
    for (const callback of callbacks) callback();
    resolve();
  };
  return {
    get isOver() {
      return isOver;
    },
    end,
    endAfter(steps) {
      stepsLeft = steps;
    },
    spare() {
      stepsLeft = Number.POSITIVE_INFINITY;
    },
    kill,
    onEnd: (callback) => void callbacks.push(callback),
    step() {
      stepsLeft -= 1;
      if (stepsLeft <= 0) kill();
      if (isOver) throw new Error("the context is gone");
    },
  };
}

/** A connection of this life to a library's database. */
export async function openMortalDatabase(libraryId: string, life: Life): Promise<LibraryDatabase> {
  const database = openLibraryDatabase(libraryId);
  await database.open();
  const connection = database.backendDB();
  const begin = connection.transaction.bind(connection);
  connection.transaction = (...args) => {
    life.step();
    const transaction = begin(...args);
    let isUnderWay = true;
    const hasEnded = () => {
      isUnderWay = false;
    };
    transaction.addEventListener("complete", hasEnded);
    transaction.addEventListener("abort", hasEnded);
    life.onEnd(() => {
      if (isUnderWay) transaction.abort();
    });
    const storeOf = transaction.objectStore.bind(transaction);
    transaction.objectStore = (name) => {
      life.step();
      return storeOf(name);
    };
    return transaction;
  };
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
