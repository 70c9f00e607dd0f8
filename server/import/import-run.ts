import { randomUUID } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { z } from "../../lib/contract/zod";
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { importRuns } from "../db/import-schema";
import { countsOf, emptyReport, type RunReport } from "./report";
import { type ImportSource, SourceError } from "./source";

/** An interrupted import that nobody took up for this long starts over, in milliseconds: a week. */
const RESUMABLE_FOR_MS = 7 * 86_400_000;

const countSchema = z.int().nonnegative();
const reportSchema: z.ZodType<RunReport> = z.object({
  ...{ read: countSchema, new: countSchema, changed: countSchema, unchanged: countSchema, bad: countSchema },
  ...{ keptInternal: countSchema, vanished: countSchema, archived: countSchema, others: countSchema },
  // Runs that an earlier release began do not have it.
  sentToReview: countSchema.default(0),
  skipped: z.record(z.string(), countSchema),
  mayLack: z.string().nullable(),
  keptVanished: z.enum(["bad", "mayLack", "many", "asked"]).nullable(),
});

/** What `checkpoint` holds. `writer` is the process at work; `at` is the source's own. */
const stateSchema = z.object({
  settings: z.string(),
  writer: z.string(),
  isRead: z.boolean(),
  at: z.unknown(),
  report: reportSchema,
});

/** An import under way. */
export type ImportRun = z.infer<typeof stateSchema> & { id: string; source: string; isResumed: boolean };

type BeginOptions = { db: Database; source: ImportSource; restart: boolean; nowMs: number };

/** Takes up the source's unfinished import where it stopped, or begins a new one. */
export async function beginRun({ db, source, restart, nowMs }: BeginOptions): Promise<ImportRun> {
  return db.transaction(async (tx) => {
    const unfinished = restart ? null : await findUnfinished(tx, source, nowMs);
    if (unfinished) {
      const resumed = { ...unfinished, writer: randomUUID() };
      await storeRun(tx, resumed, nowMs);
      return resumed;
    }
    const run = draftRun(source);
    await tx.insert(importRuns).values({ ...rowOf(run, nowMs), startedAt: new Date(nowMs) });
    const entry = { action: "import.start", subject: { type: "import", id: run.id }, details: { source: source.key } };
    await recordAudit(tx, COMMAND_LINE, entry, nowMs);
    return run;
  });
}

/** A run that is not stored. */
export function draftRun(source: ImportSource): ImportRun {
  return {
    ...{ id: randomUUID(), source: source.key, isResumed: false, writer: randomUUID(), settings: source.settings },
    ...{ isRead: false, at: null, report: emptyReport() },
  };
}

/** Stores how far a run has come. */
export async function storeRun(tx: Database, run: ImportRun, nowMs: number, isFinished = false): Promise<void> {
  const finishedAt = isFinished ? new Date(nowMs) : null;
  await tx
    .update(importRuns)
    .set({ ...rowOf(run, nowMs), finishedAt })
    .where(eq(importRuns.id, run.id));
}

/** Throws `SourceError` when another process has taken the run over: two would not see each other's checkpoints. */
export async function checkWriter(tx: Database, run: ImportRun): Promise<void> {
  const [row] = await tx.select().from(importRuns).where(eq(importRuns.id, run.id)).for("update");
  const state = stateSchema.safeParse(row?.checkpoint);
  if (state.data?.writer === run.writer && !row?.finishedAt) return;
  throw new SourceError(`Another import of ${run.source} is under way and has taken this one over.`);
}

async function findUnfinished(tx: Database, source: ImportSource, nowMs: number): Promise<ImportRun | null> {
  const isOfSource = eq(importRuns.source, source.key);
  const [row] = await tx
    .select()
    .from(importRuns)
    .where(isOfSource)
    // Of two that began in one millisecond the unfinished one is the later.
    .orderBy(desc(importRuns.startedAt), sql`${importRuns.finishedAt} desc nulls first`)
    .limit(1)
    .for("update");
  if (!row || row.finishedAt || row.updatedAt.getTime() < nowMs - RESUMABLE_FOR_MS) return null;
  const state = stateSchema.safeParse(row.checkpoint);
  if (!state.success || state.data.settings !== source.settings) return null;
  return { ...state.data, id: row.id, source: row.source, isResumed: true };
}

function rowOf({ id, source, isResumed, ...checkpoint }: ImportRun, nowMs: number) {
  return { id, source, updatedAt: new Date(nowMs), checkpoint, report: countsOf(checkpoint.report) };
}
