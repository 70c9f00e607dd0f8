/**
 * One way in for every source. Each batch is one transaction that also says how far the import has come, so an import
 * that dies at any moment goes on where it stopped, and nothing comes twice. What the source has no more is archived at
 * the end, and only when reading was complete.
 */
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Clock } from "../clock";
import type { Database } from "../db/database";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { archiveVanished, findVanished } from "./archive-vanished";
import { beginRun, checkWriter, draftRun, type ImportRun, storeRun } from "./import-run";
import { addCounts, type RunReport } from "./report";
import { type BadArticle, type ImportBatch, type ImportSource, ImportStoppedError } from "./source";
import { writeBatch } from "./write-batch";

const ARCHIVED_AT_ONCE = 200;

/** So many articles may vanish whatever their share is. */
const VANISHING_FREELY = 10;

export type ImportOptions = {
  /** Writes nothing; the report is the one of a true import. */
  dryRun?: boolean;
  /** Vanished articles stay in use. */
  keepMissing?: boolean;
  /** Vanished articles are archived even when they are more than half of the source's, or all. */
  archiveMany?: boolean;
  /** What is internal here becomes public when the source says so. */
  allowPublic?: boolean;
  /** Starts over although an unfinished import could go on. */
  restart?: boolean;
};

export type ImportWorld = {
  db: Database;
  clock: Clock;
  onBad: (bad: BadArticle) => void;
  /** After each batch, with what the import has come to so far. */
  onProgress?: (report: RunReport) => void;
  /** Told once when an unfinished import goes on. */
  onResume?: (report: RunReport) => void;
  /** Aborted to stop after the batch under way. */
  stop?: AbortSignal;
};

/** Imports everything the source has. Throws `SourceError` and `ImportStoppedError`; what was written by then stays. */
export async function runImport(
  source: ImportSource,
  world: ImportWorld,
  options: ImportOptions = {},
): Promise<RunReport> {
  const { dryRun = false, restart = false } = options;
  const { db, clock } = world;
  const run = dryRun ? draftRun(source) : await beginRun({ db, source, restart, nowMs: clock() });
  if (run.isResumed) world.onResume?.(run.report);
  const importing: Importing = { source, world, options, run, seen: new Set(), isWriting: !dryRun };
  if (!run.isRead) await readAll(importing);
  await settleVanished(importing);
  return importing.run.report;
}

type Importing = {
  source: ImportSource;
  world: ImportWorld;
  options: ImportOptions;
  run: ImportRun;
  /** Ids of a run that writes nothing: no row remembers them. */
  seen: Set<string>;
  isWriting: boolean;
};

async function readAll(importing: Importing): Promise<void> {
  const { source, world } = importing;
  let batches = 0;
  for await (const batch of source.read(importing.run.at)) {
    if (batches > 0 && world.stop?.aborted) throw new ImportStoppedError("asked to stop");
    const bad = await takeBatch(importing, batch);
    batches += 1;
    for (const one of bad) world.onBad(one);
    world.onProgress?.(importing.run.report);
  }
  await step(importing, async () => ({ ...importing.run, isRead: true }));
}

/** Writes a batch together with the run's new state, and answers what was left out. */
async function takeBatch(importing: Importing, batch: ImportBatch): Promise<BadArticle[]> {
  const { source, options, run } = importing;
  let bad: BadArticle[] = [];
  await step(importing, async (tx, next, nowMs) => {
    const { allowPublic = false } = options;
    const writing = { tx, next, source, runId: run.id, allowPublic, nowMs };
    const written = await writeBatch(writing, batch.drafts);
    const beside = await batch.alsoWrite?.(writing);
    bad = [...batch.bad, ...written.bad, ...(beside?.bad ?? [])];
    const outcomes = [...written.outcomes.values()];
    const counted = {
      ...{ read: batch.drafts.length + batch.bad.length, bad: bad.length, others: beside?.others ?? 0 },
      keptInternal: written.keptInternal + (beside?.keptInternal ?? 0),
      sentToReview: beside?.sentToReview ?? 0,
      new: outcomes.filter((outcome) => outcome === "new").length,
      changed: outcomes.filter((outcome) => outcome === "changed").length,
      unchanged: outcomes.filter((outcome) => outcome === "unchanged").length,
    };
    if (importing.isWriting) await auditBatch(tx, run, written.outcomes, nowMs);
    else for (const id of written.outcomes.keys()) importing.seen.add(id);
    const skipped = [batch.skipped, written.skipped, beside?.skipped ?? {}].reduce(addCounts);
    return { ...run, at: batch.checkpoint, report: addToReport(run.report, counted, batch, skipped) };
  });
  return bad;
}

function addToReport(
  report: RunReport,
  counted: Record<string, number>,
  batch: ImportBatch,
  skippedNow: Readonly<Record<string, number>>,
): RunReport {
  const { skipped, mayLack, keptVanished, ...counts } = report;
  const unread = Object.values(batch.skipped).reduce((sum, count) => sum + count, 0);
  const sums = addCounts(addCounts(counts, counted), { read: unread });
  return {
    ...report,
    ...sums,
    skipped: addCounts(skipped, skippedNow),
    mayLack: mayLack ?? batch.mayLack ?? null,
  };
}

async function auditBatch(
  tx: Database,
  { id, source }: ImportRun,
  outcomes: ReadonlyMap<string, string>,
  nowMs: number,
): Promise<void> {
  const idsOf = (wanted: string) => [...outcomes].filter(([, outcome]) => outcome === wanted).map(([each]) => each);
  const details = { source, new: idsOf("new"), changed: idsOf("changed") };
  if (details.new.length + details.changed.length === 0) return;
  await recordAudit(tx, COMMAND_LINE, { action: "import.write", subject: { type: "import", id }, details }, nowMs);
}

async function settleVanished(importing: Importing): Promise<void> {
  const { source, world, run, seen, isWriting } = importing;
  const vanished = await findVanished(world.db, source.key, (known) => {
    const isSeen = isWriting ? known.runId === run.id : seen.has(known.articleId);
    return !isSeen && (source.covers?.(known) ?? true);
  });
  // What an interrupted end has archived already has vanished too.
  const report = { ...run.report, vanished: vanished.length + run.report.archived };
  const keptVanished = vanished.length === 0 ? null : reasonToKeep(importing, vanished.length);
  importing.run = { ...importing.run, report: { ...report, keptVanished } };
  const toArchive = keptVanished === null ? vanished : [];
  for (let start = 0; start < toArchive.length; start += ARCHIVED_AT_ONCE) {
    const ids = toArchive.slice(start, start + ARCHIVED_AT_ONCE);
    await step(importing, async (tx, next, nowMs) => {
      await archiveVanished({ tx, next, source: source.key, runId: run.id, nowMs }, ids);
      const before = importing.run.report;
      return { ...importing.run, report: { ...before, archived: before.archived + ids.length } };
    });
    world.onProgress?.(importing.run.report);
  }
  await step(importing, async () => importing.run, true);
}

function reasonToKeep({ run, options }: Importing, vanished: number): RunReport["keptVanished"] {
  const { report } = run;
  if (options.keepMissing) return "asked";
  if (report.bad > 0) return "bad";
  if (report.mayLack !== null) return "mayLack";
  const stayed = report.changed + report.unchanged;
  const isMany = vanished > VANISHING_FREELY && vanished > stayed;
  const hasNothingLeft = report.new + stayed === 0;
  return (isMany || hasNothingLeft) && !options.archiveMany && report.archived === 0 ? "many" : null;
}

type Write = (tx: Database, next: NextChangeNumber, nowMs: number) => Promise<ImportRun>;

/** One transaction of the run: what `write` does, and the state it answers. Without writing, all of it is taken back. */
async function step(importing: Importing, write: Write, isFinished = false): Promise<void> {
  const { world, run, isWriting } = importing;
  const nowMs = world.clock();
  let state = run;
  try {
    await writeChanges(world.db, async (tx, next) => {
      if (isWriting) await checkWriter(tx, run);
      state = await write(tx, next, nowMs);
      if (!isWriting) throw new TakenBack();
      await storeRun(tx, state, nowMs, isFinished);
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  importing.run = state;
}

class TakenBack extends Error {}
