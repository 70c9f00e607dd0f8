import { and, asc, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { ManagedSituation } from "../../lib/contract/situation";
import { isForGroupsOf } from "../access/by-groups";
import { findKnownIds } from "../access/known-articles";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { type SituationRow, situations } from "../db/schema";
import { toManagedSituation } from "./situation-row";

/** Condition: the situation is there and for the manager. Null: whoever has the database at hand. */
export function isSituationOf(manager: Agent | null): SQL {
  const isFor = manager === null ? undefined : isForGroupsOf(manager, situations.groups, false);
  return and(isNull(situations.deletedAt), isFor) ?? sql`false`;
}

/** The situation as the manager may see it, or null when there is none or it is for others. */
export async function findSituation(tx: Database, manager: Agent | null, id: string): Promise<SituationRow | null> {
  const isWanted = and(eq(situations.id, id), isSituationOf(manager));
  const [row] = await tx.select().from(situations).where(isWanted);
  return row ?? null;
}

/** The situations a manager may see, by name; `after` is the name and id of the last of the page before. */
export async function findSituations(
  db: Database,
  manager: Agent,
  after: readonly [string, string] | null,
  limit: number,
): Promise<SituationRow[]> {
  return db
    .select()
    .from(situations)
    .where(and(isSituationOf(manager), after ? comesAfter(after) : undefined))
    .orderBy(asc(situations.name), asc(situations.id))
    .limit(limit);
}

/** The situations as this manager may see them: articles the manager may not read are left out. */
export async function toManagedSituations(
  db: Database,
  manager: Agent | null,
  rows: readonly SituationRow[],
): Promise<ManagedSituation[]> {
  const named = rows.flatMap(({ articles }) => articles.map(({ articleId }) => articleId));
  const known = await findKnownIds(db, manager, named);
  return rows.map((row) => toManagedSituation(row, known));
}

function comesAfter([name, id]: readonly [string, string]): SQL | undefined {
  return or(gt(situations.name, name), and(eq(situations.name, name), gt(situations.id, id)));
}
