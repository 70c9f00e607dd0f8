/** What the index costs in Node: no database, no worker, the sidebar's own functions. */
import { deserialize, serialize, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Article } from "../../lib/contract/article";
import { createLibraryIndex, type LibraryIndex } from "../../lib/library-index/library-index";
import { loadSegment, storeSegment } from "../../lib/library-index/stored-segment";
import { suggestArticles } from "../../lib/ranking/suggest-articles";
import { megabytes, printFigure, printTickets, ticketFigures } from "./figures";
import { type makeTickets, WARM_UP } from "./make-tickets";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes in use, on the heap and in array buffers, after a collection. */
function memoryInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const startMs = performance.now();
  const result = await work();
  return [result, performance.now() - startMs];
}

/** The index saved and loaded, with structured cloning in the place of the database. */
async function measureSnapshot(index: LibraryIndex): Promise<void> {
  const [bytes, saveMs] = await timed(() =>
    index.segments().map((segment) => serialize({ content: storeSegment(segment), dead: segment.dead })),
  );
  const size = bytes.reduce((sum, part) => sum + part.byteLength, 0);
  printFigure("snapshot", `${megabytes(size)} in ${bytes.length} parts, ${saveMs.toFixed(0)} ms to write`);
  const [, loadMs] = await timed(() => {
    const segments = bytes.flatMap((part) => {
      const { content, dead } = deserialize(part) as { content: unknown; dead: Uint8Array };
      return loadSegment(content, dead) ?? [];
    });
    createLibraryIndex().restore(segments);
  });
  printFigure("snapshot loaded", `${loadMs.toFixed(0)} ms, without a disk`);
}

/** Measures and prints. */
export async function measureInNode(base: Article[], tickets: ReturnType<typeof makeTickets>): Promise<void> {
  console.log(`Node ${process.versions.node}`);
  const before = memoryInUse();
  const index = createLibraryIndex();
  const [, buildMs] = await timed(() => {
    for (const article of base) index.put(article);
    index.segments();
  });
  printFigure("index built", `${buildMs.toFixed(0)} ms`);
  printFigure("memory", `${megabytes(memoryInUse() - before)}, of it typed arrays ${megabytes(index.bytes)}`);
  await measureSnapshot(index);
  const byId = new Map(base.map((article) => [article.id, article]));
  const read = async (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const options = { droppedTerms: [], nowMs: Date.now() };
  for (const { words, tickets: asked } of tickets) {
    const timesMs: number[] = [];
    for (const ticket of asked) timesMs.push((await timed(() => suggestArticles(index, read, ticket, options)))[1]);
    printTickets([ticketFigures(words, timesMs.slice(WARM_UP))]);
  }
}
