import { z } from "../../lib/contract/zod";
import type { BadArticle, ImportBatch, PlacedDraft } from "./source";

const ENTRIES_PER_BATCH = 200;

/** What a file or folder holds, piece by piece. */
export type Entry = PlacedDraft | BadArticle | { skipped: string } | { alsoWrite: AlsoWrite };

type AlsoWrite = NonNullable<ImportBatch["alsoWrite"]>;

const checkpointSchema = z.object({ entries: z.int().nonnegative() });

/**
 * Batches of what a file or folder holds. Reading on at a checkpoint reads from the start and leaves out what was there
 * before it, so that repeated ids are seen.
 */
export async function* batchEntries(entries: AsyncIterable<Entry>, checkpoint: unknown): AsyncIterable<ImportBatch> {
  const done = checkpointSchema.safeParse(checkpoint).data?.entries ?? 0;
  let count = 0;
  let gathered: Entry[] = [];
  for await (const entry of entries) {
    count += 1;
    if (count <= done) continue;
    gathered.push(entry);
    if (gathered.length < ENTRIES_PER_BATCH) continue;
    yield toBatch(gathered, count);
    gathered = [];
  }
  if (gathered.length > 0) yield toBatch(gathered, count);
}

function toBatch(entries: readonly Entry[], count: number): ImportBatch {
  const skipped: Record<string, number> = {};
  const writes: AlsoWrite[] = [];
  for (const entry of entries) {
    if ("skipped" in entry) skipped[entry.skipped] = (skipped[entry.skipped] ?? 0) + 1;
    if ("alsoWrite" in entry) writes.push(entry.alsoWrite);
  }
  return {
    drafts: entries.filter((entry) => "draft" in entry),
    bad: entries.filter((entry) => "reason" in entry),
    skipped,
    checkpoint: { entries: count },
    alsoWrite: async (tx, next, nowMs) => {
      let written = 0;
      for (const write of writes) written += await write(tx, next, nowMs);
      return written;
    },
  };
}
