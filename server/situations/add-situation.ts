import { and, arrayContains, isNull } from "drizzle-orm";
import { SITUATION_LIMITS, type Situation } from "../../lib/contract/situation";
import { COMMAND_LINE } from "../audit/actor";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { withoutRepeats } from "../phrases";
import { findSituationRow, writeSituation } from "./write-situation";

/** `hasArticles`: some article carries this situation. `cues` are those in force now. */
export type AddedSituation = { outcome: "added" | "unchanged"; cues: string[]; hasArticles: boolean };

/**
 * Adds a situation, or its cues to the situation of that name and language. Cues that are there already change nothing.
 * Answers "full", and adds none, when it would have more cues than a situation may.
 */
export async function addSituation(
  db: Database,
  situation: Situation,
  nowMs: number,
): Promise<AddedSituation | "full"> {
  return writeChanges(db, async (tx, next) => {
    const known = await findSituationRow(tx, situation.id);
    const living = known?.deletedAt === null ? known : undefined;
    const before = living?.cues ?? [];
    const cues = withoutRepeats([...before, ...situation.cues]);
    if (cues.length > SITUATION_LIMITS.cues) return "full";
    const hasArticles = (living?.articles ?? situation.articles).length > 0 || (await isCarried(tx, situation.name));
    if (cues.length === before.length) return { outcome: "unchanged", cues, hasArticles };
    const kept = { articles: living?.articles ?? situation.articles, groups: living?.groups ?? [] };
    await writeSituation(tx, next, { ...situation, ...kept, cues }, known, { actor: COMMAND_LINE, nowMs });
    return { outcome: "added", cues, hasArticles };
  });
}

async function isCarried(tx: Database, name: string): Promise<boolean> {
  const isCarrier = and(isNull(articles.deletedAt), arrayContains(articles.situations, [name]));
  const [carrier] = await tx.select({ id: articles.id }).from(articles).where(isCarrier).limit(1);
  return carrier !== undefined;
}
