import { eq } from "drizzle-orm";
import { namesOfGroups } from "../access/by-groups";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { type SituationRow, situations } from "../db/schema";
import type { NextChangeNumber } from "../db/server-state";

/** Who writes, and when. */
export type Stamp = { actor: Actor; nowMs: number };

/** What a situation says; the rest of its row follows from what stood before. */
export type SituationContent = Pick<SituationRow, "id" | "name" | "language" | "cues" | "articles" | "groups">;

/** The row with this id, tombstones as well. */
export async function findSituationRow(tx: Database, id: string): Promise<SituationRow | undefined> {
  const [row] = await tx.select().from(situations).where(eq(situations.id, id));
  return row;
}

/** Within a transaction: writes what a situation says over `existing`, or as a new one. */
export async function writeSituation(
  tx: Database,
  next: NextChangeNumber,
  content: SituationContent,
  existing: SituationRow | undefined,
  { actor, nowMs }: Stamp,
): Promise<SituationRow> {
  const isThere = existing?.deletedAt === null;
  const row: SituationRow = {
    ...content,
    version: (existing?.version ?? 0) + 1,
    updatedAt: new Date(nowMs),
    updatedBy: actor.name,
    readableBefore: existing ? readersSoFar(existing) : [],
    changeNumber: next(),
    deletedAt: null,
  };
  await tx.insert(situations).values(row).onConflictDoUpdate({ target: situations.id, set: row });
  const subject = { type: "situation", id: row.id };
  const { version, groups } = row;
  const action = isThere ? "situation.change" : "situation.create";
  await recordAudit(tx, actor, { action, subject, details: { version, groups } }, nowMs);
  return row;
}

/** Within a transaction: replaces a situation by its tombstone. */
export async function burySituation(
  tx: Database,
  next: NextChangeNumber,
  existing: SituationRow,
  { actor, nowMs }: Stamp,
): Promise<void> {
  const stamps = { version: existing.version + 1, updatedAt: new Date(nowMs), updatedBy: actor.name };
  const readableBefore = readersSoFar(existing);
  await tx
    .update(situations)
    .set({ ...stamps, readableBefore, cues: [], articles: [], deletedAt: new Date(nowMs), changeNumber: next() })
    .where(eq(situations.id, existing.id));
  const subject = { type: "situation", id: existing.id };
  await recordAudit(tx, actor, { action: "situation.delete", subject, details: { groups: existing.groups } }, nowMs);
}

function readersSoFar(row: SituationRow): string[] {
  const readersNow = row.deletedAt === null ? namesOfGroups(row.groups) : [];
  return [...new Set([...row.readableBefore, ...readersNow])];
}
