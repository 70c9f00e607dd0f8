import { and, arrayContains, eq, isNull } from "drizzle-orm";
import { SITUATION_LIMITS, type Situation } from "../../lib/contract/situation";
import type { Database } from "../db/database";
import { articles, type SituationRow, situations } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { withoutRepeats } from "../phrases";

/** `hasArticles`: some article carries this situation. `cues` are those in force now. */
export type AddedSituation = { outcome: "added" | "unchanged"; cues: string[]; hasArticles: boolean };

/**
 * Adds a situation, or its cues to the situation of that name and language. Cues that are there already change nothing.
 * Answers "full", and adds none, when it would have more cues than a situation may.
 */
export async function addSituation(db: Database, situation: Situation): Promise<AddedSituation | "full"> {
  return writeChanges(db, async (tx, next) => {
    const [known] = await tx.select().from(situations).where(eq(situations.id, situation.id));
    const before = known?.deletedAt === null ? known.cues : [];
    const cues = withoutRepeats([...before, ...situation.cues]);
    if (cues.length > SITUATION_LIMITS.cues) return "full";
    const hasArticles = await isCarried(tx, situation.name);
    if (cues.length === before.length) return { outcome: "unchanged", cues, hasArticles };
    const kept = known?.deletedAt === null ? known : { articles: situation.articles, groups: [], version: 0 };
    const row: SituationRow = {
      ...{ ...situation, articles: kept.articles, groups: kept.groups, cues },
      ...{ version: kept.version + 1, updatedAt: null, updatedBy: null },
      ...{ readableBefore: known?.readableBefore ?? [], changeNumber: next(), deletedAt: null },
    };
    await tx.insert(situations).values(row).onConflictDoUpdate({ target: situations.id, set: row });
    return { outcome: "added", cues, hasArticles };
  });
}

async function isCarried(tx: Database, name: string): Promise<boolean> {
  const isCarrier = and(isNull(articles.deletedAt), arrayContains(articles.situations, [name]));
  const [carrier] = await tx.select({ id: articles.id }).from(articles).where(isCarrier).limit(1);
  return carrier !== undefined;
}
