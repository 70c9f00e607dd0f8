import { z } from "../../lib/contract/zod";
import { addCounts } from "./report";
import type { BadArticle, ImportBatch, ImportWrite, OtherOutcome, OthersWritten, PlacedDraft } from "./source";

const ENTRIES_PER_BATCH = 200;

/** What a file or folder holds, piece by piece. */
export type Entry = PlacedDraft | BadArticle | { skipped: string } | OtherEntry;

type OtherEntry = { place: string; alsoWrite: (write: ImportWrite) => Promise<OtherOutcome> };

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
  const others: OtherEntry[] = [];
  for (const entry of entries) {
    if ("skipped" in entry) skipped[entry.skipped] = (skipped[entry.skipped] ?? 0) + 1;
    if ("alsoWrite" in entry) others.push(entry);
  }
  return {
    drafts: entries.filter((entry) => "draft" in entry),
    bad: entries.filter((entry) => "reason" in entry),
    skipped,
    checkpoint: { entries: count },
    alsoWrite: (write) => writeOthers(write, others),
  };
}

async function writeOthers(write: ImportWrite, others: readonly OtherEntry[]): Promise<OthersWritten> {
  const bad: BadArticle[] = [];
  let skipped: Record<string, number> = {};
  const counts = { others: 0, sentToReview: 0, keptInternal: 0 };
  for (const { place, alsoWrite } of others) {
    const outcome = await alsoWrite(write);
    if ("reason" in outcome) {
      bad.push({ place, reason: outcome.reason });
    } else if ("skipped" in outcome) {
      skipped = addCounts(skipped, { [outcome.skipped]: 1 });
    } else {
      counts.others += outcome.others ?? 0;
      counts.sentToReview += outcome.sentToReview ?? 0;
      counts.keptInternal += outcome.keptInternal ?? 0;
    }
  }
  return { ...counts, bad, skipped };
}
