/**
 * Who looks at the flags of an article: its owner, else the owner of the nearest category that has one, else the
 * fallback. An owner who is a person counts only while a manager or admin of that name is there; so no flag waits for
 * somebody who has left.
 */
import { and, asc, isNull, ne, sql } from "drizzle-orm";
import type { Owner } from "../../lib/contract/article";
import { nearestSetting } from "../categories/nearest-setting";
import { readCategorySettings } from "../categories/read-settings";
import type { Database } from "../db/database";
import type { FlagCaseRow } from "../db/flag-schema";
import { type ArticleRow, agents } from "../db/schema";

/** Nobody in particular (both null): every manager who may read the article. */
export type Assignee = Pick<FlagCaseRow, "assigneeId" | "assigneeName">;

/** What of an article tells who looks at its flags. */
export type OwnedArticle = Pick<ArticleRow, "id" | "owner" | "category">;

const NOBODY: Assignee = { assigneeId: null, assigneeName: null };

/** The one to look, for each article by its id. The number of statements does not depend on the number of articles. */
export async function findAssignees(
  tx: Database,
  owned: readonly OwnedArticle[],
  fallback: string | null,
): Promise<ReadonlyMap<string, Assignee>> {
  const settings = await readCategorySettings(tx);
  const owners = owned.map(({ id, owner, category }) => ({
    id,
    inTurn: [owner, nearestSetting(settings, category, "owner")].filter((each) => each !== null),
  }));
  const people = owners.flatMap(({ inTurn }) => inTurn.filter(({ kind }) => kind === "person").map(({ name }) => name));
  const managers = await findByNames(tx, fallback === null ? people : [...people, fallback]);
  const last =
    fallback === null ? NOBODY : (managers.get(fallback.trim()) ?? { assigneeId: null, assigneeName: fallback });
  return new Map(owners.map(({ id, inTurn }) => [id, firstToLook(inTurn, managers) ?? last]));
}

/** The manager or admin of that name, in any case of letters; the name alone when it is several people's. Null: nobody's. */
export async function findByName(tx: Database, name: string): Promise<Assignee | null> {
  return (await findByNames(tx, [name])).get(name.trim()) ?? null;
}

/** The same for several names, by the name without space around it; those that are nobody's are left out. */
async function findByNames(tx: Database, names: readonly string[]): Promise<ReadonlyMap<string, Assignee>> {
  const found = new Map<string, Assignee>();
  if (names.length === 0) return found;
  const list = sql.join(
    [...new Set(names.map((name) => name.trim()))].map((name) => sql`${name}`),
    sql`, `,
  );
  // The database compares, since it and this program may differ in what the small letter of one is.
  const rows = await tx
    .select({ wanted: sql<string>`wanted.name`, assigneeId: agents.id, assigneeName: agents.name })
    .from(agents)
    .innerJoin(sql`unnest(array[${list}]::text[]) as wanted (name)`, sql`lower(${agents.name}) = lower(wanted.name)`)
    .where(and(ne(agents.role, "agent"), isNull(agents.disabledAt)))
    .orderBy(asc(agents.id));
  for (const { wanted, ...assignee } of rows) {
    found.set(wanted, found.has(wanted) ? { assigneeId: null, assigneeName: wanted } : assignee);
  }
  return found;
}

function firstToLook(owners: readonly Owner[], managers: ReadonlyMap<string, Assignee>): Assignee | null {
  for (const { kind, name } of owners) {
    const found = kind === "team" ? { assigneeId: null, assigneeName: name } : managers.get(name.trim());
    if (found) return found;
  }
  return null;
}
