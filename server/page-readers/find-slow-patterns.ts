/**
 * A regular expression that repeats inside a repeat can take years on one long line, and agents' pages would stand still
 * meanwhile. Nobody can see that from the pattern alone, so each is run on lines made to be hard, in a thread that can be
 * stopped.
 */
import { Worker } from "node:worker_threads";
import type { PageReader } from "../../lib/contract/page-reader";
import { patternsIn, type Text } from "./check-reading";
import { writePath } from "./explain-issue";

/** How long one pattern may take for all lines. A pattern that does one pass over each needs some milliseconds. */
const LIMIT_MS = 500;

/** The longest text that the page reader hands to a pattern, and one that shows what grows without bounds. */
const LINE_LENGTHS = [60, 80_000];

const RUNS = ["a", "7", " ", "-", ".", "a7 ", "lorem ipsum ", "https://a.example/b?c=d&"];

/** Says "ready", then the place of each pattern when it is done. What throws ran out of room: as bad as out of time. */
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const { patterns, runs, lengths } = workerData;
const lines = lengths.flatMap((length) => runs.map((run) => run.repeat(Math.ceil(length / run.length)) + "!"));
parentPort.postMessage("ready");
for (const pattern of patterns) {
  for (const line of lines) line.replace(new RegExp(pattern, "giu"), "");
  parentPort.postMessage("done");
}
`;

/** How many of the patterns come through before one does not. */
function countFast(patterns: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { eval: true, workerData: { patterns, runs: RUNS, lengths: LINE_LENGTHS } });
    let isReady = false;
    let done = 0;
    let limit: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(limit);
      void thread.terminate();
      resolve(done);
    };
    thread.on("message", (message) => {
      if (message === "done") done += 1;
      isReady = true;
      clearTimeout(limit);
      if (done === patterns.length) end();
      else limit = setTimeout(end, LIMIT_MS);
    });
    thread.on("error", (error) => (isReady ? end() : reject(error)));
  });
}

/** One line for each pattern of a reading, all of which must be regular expressions, that a long line keeps busy. */
export async function findSlowPatterns(reading: PageReader["reading"]): Promise<string[]> {
  const problems: string[] = [];
  let left: Text[] = patternsIn(reading);
  while (left.length > 0) {
    const fast = await countFast(left.map(({ text }) => text));
    const slow = left[fast];
    if (slow !== undefined) {
      problems.push(
        `${writePath(slow.path)}: takes too long on a long line; avoid a repeat inside a repeat, begin with ^, or limit repeats, as in {1,50}`,
      );
    }
    left = left.slice(fast + 1);
  }
  return problems;
}
