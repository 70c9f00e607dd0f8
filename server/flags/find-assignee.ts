/**
 * Who looks at the flags of an article: its owner, else the owner of the nearest category that has one, else the
 * fallback. An owner who is a person counts only while a manager or admin of that name is there; so no flag waits for
 * somebody who has left.
 */
import { and, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Owner } from "../../lib/contract/article";
import { categories } from "../db/content-schema";
import type { Database } from "../db/database";
import type { FlagCaseRow } from "../db/flag-schema";
import { agents } from "../db/schema";

/** Nobody in particular (both null): every manager who may read the article. */
export type Assignee = Pick<FlagCaseRow, "assigneeId" | "assigneeName">;

const NOBODY: Assignee = { assigneeId: null, assigneeName: null };

/** The one to look, for an article (null when its row is gone) and the settings' fallback. */
export async function findAssignee(
  tx: Database,
  article: { owner: Owner | null; category: readonly string[] } | null,
  fallback: string | null,
): Promise<Assignee> {
  const ownAssignee = await assigneeFor(tx, article?.owner ?? null);
  if (ownAssignee) return ownAssignee;
  const categoryAssignee = await assigneeFor(tx, await findCategoryOwner(tx, article?.category ?? []));
  if (categoryAssignee) return categoryAssignee;
  if (fallback === null) return NOBODY;
  return (await findByName(tx, fallback)) ?? { assigneeId: null, assigneeName: fallback };
}

/** The manager or admin of that name, in any case of letters; the name alone when it is several people's. Null: nobody's. */
export async function findByName(tx: Database, name: string): Promise<Assignee | null> {
  const hasName = sql`lower(${agents.name}) = lower(${name.trim()})`;
  const found = await tx
    .select({ assigneeId: agents.id, assigneeName: agents.name })
    .from(agents)
    .where(and(hasName, ne(agents.role, "agent"), isNull(agents.disabledAt)))
    .limit(2);
  const [first, second] = found;
  if (!first) return null;
  return second ? { assigneeId: null, assigneeName: name.trim() } : first;
}

async function assigneeFor(tx: Database, owner: Owner | null): Promise<Assignee | null> {
  if (owner === null) return null;
  if (owner.kind === "team") return { assigneeId: null, assigneeName: owner.name };
  return findByName(tx, owner.name);
}

async function findCategoryOwner(tx: Database, path: readonly string[]): Promise<Owner | null> {
  if (path.length === 0) return null;
  const keys = path.map((_step, index) => path.slice(0, index + 1).join(" > "));
  const [nearest] = await tx
    .select({ owner: categories.owner })
    .from(categories)
    .where(and(inArray(categories.key, keys), sql`${categories.owner} is not null`))
    .orderBy(sql`cardinality(${categories.path}) desc`)
    .limit(1);
  return nearest?.owner ?? null;
}
