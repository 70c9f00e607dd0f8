/**
 * One read for many requests. Requests that come while a read is under way wait for one next read and share it, so a
 * thousand polls cost the database a few reads. Nobody is answered by a read that began before they asked: what was
 * written before a request, by any process, is in its answer.
 */
import type { Clock } from "../clock";

/** After so many milliseconds a read is taken to hang, and those who wait get another beside it. */
const OVERTAKEN_AFTER_MS = 2_000;

type Batch<Key, Value> = {
  keys: Set<Key>;
  answer: Promise<ReadonlyMap<Key, Value>>;
  begin(): Promise<void>;
};

/** Asks for one key's value; undefined when the read found none. Rejects with what the read threw. */
export type SharedRead<Key, Value> = (key: Key) => Promise<Value | undefined>;

/** Shares `read`, which gets the keys asked for since the last read began, each once. */
export function createSharedRead<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  clock: Clock,
): SharedRead<Key, Value> {
  let waiting: Batch<Key, Value> | null = null;
  let isAboutToBegin = false;
  let underWay = 0;
  let lastBegunMs = 0;

  const begin = async () => {
    isAboutToBegin = false;
    const batch = waiting;
    if (!batch) return;
    waiting = null;
    underWay += 1;
    lastBegunMs = clock();
    await batch.begin();
    underWay -= 1;
    // Not awaited: under steady load this one would never end.
    if (waiting && !isAboutToBegin) void begin();
  };

  return async (key) => {
    waiting ??= createBatch(read);
    const { keys, answer } = waiting;
    keys.add(key);
    if (!isAboutToBegin && (underWay === 0 || clock() - lastBegunMs > OVERTAKEN_AFTER_MS)) {
      isAboutToBegin = true;
      // Those whose requests arrived together come along.
      setImmediate(() => void begin());
    }
    return (await answer).get(key);
  };
}

function createBatch<Key, Value>(read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>): Batch<Key, Value> {
  const keys = new Set<Key>();
  const { promise, resolve, reject } = withResolvers<ReadonlyMap<Key, Value>>();
  const begin = async () => {
    try {
      resolve(await read([...keys]));
    } catch (error) {
      // Goes to all who share the read.
      reject(error);
    }
  };
  return { keys, answer: promise, begin };
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
