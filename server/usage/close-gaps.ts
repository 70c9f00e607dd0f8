import { and, arrayContains, eq, isNull, type SQL } from "drizzle-orm";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { gaps } from "../db/usage-schema";
import { tidyTerms } from "./take-gaps";

type By = { actor: Actor; nowMs: number };

/** Closes a gap; one that is closed stays as it is. False when there is none with this id. */
export async function closeGap(db: Database, id: string, by: By): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select({ id: gaps.id }).from(gaps).where(eq(gaps.id, id));
    if (known) await close(tx, eq(gaps.id, id), id, by);
    return known !== undefined;
  });
}

type Terms = { terms: readonly string[]; language?: string | null | undefined };

/** Closes every open gap that has all of the terms, in any language when none is said, and answers how many these were. */
export async function closeGapsWith(db: Database, { terms, language }: Terms, by: By): Promise<number> {
  const isLanguage = language === null ? isNull(gaps.language) : language && eq(gaps.language, language);
  const hasTerms = arrayContains(gaps.terms, tidyTerms(terms));
  // The audit trail holds no words of tickets, so not the terms either.
  return db.transaction((tx) => close(tx, and(hasTerms, isLanguage || undefined), "by terms", by));
}

async function close(tx: Database, which: SQL | undefined, subjectId: string, { actor, nowMs }: By): Promise<number> {
  const closed = await tx
    .update(gaps)
    .set({ closedAt: new Date(nowMs), closedBy: actor.name })
    .where(and(which, isNull(gaps.closedAt)))
    .returning({ id: gaps.id });
  if (closed.length > 0) {
    const entry = { action: "gap.close", subject: { type: "gap", id: subjectId }, details: { gaps: closed.length } };
    await recordAudit(tx, actor, entry, nowMs);
  }
  return closed.length;
}
