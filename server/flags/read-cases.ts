import { and, asc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { FlagCase, FlagCaseWithFlags } from "../../lib/contract/flag-cases";
import { type FlagStatus, flagStatusSchema } from "../../lib/contract/flags";
import { z } from "../../lib/contract/zod";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { type FlagCaseRow, flagCases } from "../db/flag-schema";
import { articles, flags } from "../db/schema";
import { idSchema } from "../http/id-schema";
import { cutPage, readListCursor } from "../http/paging";
import { isDealtWithBy } from "./case-access";
import { readFlags } from "./read-flags";

/** `underWay` is open and accepted, `closed` fixed and declined. */
export const caseFilterSchema = z.enum([...flagStatusSchema.options, "underWay", "closed", "all"]);

export type CaseFilters = {
  status: z.infer<typeof caseFilterSchema>;
  /** Only cases that nobody looked at by their day. */
  isOverdue: boolean;
  /** "me", "none" or somebody's name; null: whoever's. */
  assignee: string | null;
  articleId: string | null;
};

type Listing = CaseFilters & {
  db: Database;
  /** Null: the command line, which sees all. */
  manager: Agent | null;
  /** The day it is for the team, such as `2026-11-05`. */
  today: string;
  limit: number;
  cursor?: string | undefined;
};

const placeSchema = z.tuple([z.iso.date().regex(/^[12]/), idSchema]);

/** Most flags that are shown with their case. */
const FLAGS_SHOWN = 200;

/** Cases by the day to look, the earliest first. */
export async function listCases(listing: Listing): Promise<{ cases: FlagCase[]; nextCursor: string | null }> {
  const { db, manager, today, limit } = listing;
  const place = readListCursor(listing.cursor, placeSchema);
  const isAfter =
    place === null
      ? undefined
      : or(gt(flagCases.lookBy, place[0]), and(eq(flagCases.lookBy, place[0]), gt(flagCases.id, place[1])));
  const rows = await selectCases(db)
    .where(and(manager ? isDealtWithBy(manager) : undefined, matches(listing), isAfter))
    .orderBy(asc(flagCases.lookBy), asc(flagCases.id))
    .limit(limit + 1);
  const { page, nextCursor } = cutPage(rows, limit, ({ row }) => [row.lookBy, row.id]);
  return { cases: page.map((found) => toCase(found, today)), nextCursor };
}

/** A case with its flags; null when there is none that the manager deals with. */
export async function readCase(
  db: Database,
  id: string,
  manager: Agent | null,
  today: string,
): Promise<FlagCaseWithFlags | null> {
  const isReachable = manager ? isDealtWithBy(manager) : undefined;
  const [found] = await selectCases(db).where(and(eq(flagCases.id, id), isReachable));
  if (!found) return null;
  const { reports } = await readFlags({ db, where: eq(flags.caseId, id), limit: FLAGS_SHOWN });
  return { ...toCase(found, today), flags: reports };
}

function selectCases(db: Database) {
  const flagCount = db.$count(flags, eq(flags.caseId, flagCases.id));
  return db
    .select({ row: flagCases, title: articles.title, deletedAt: articles.deletedAt, flagCount })
    .from(flagCases)
    .leftJoin(articles, eq(articles.id, flagCases.articleId));
}

function matches({ status, isOverdue, assignee, articleId, manager, today }: Listing): SQL | undefined {
  return and(
    statusesOf(status) ? inArray(flagCases.status, statusesOf(status) ?? []) : undefined,
    isOverdue ? and(eq(flagCases.status, "open"), lt(flagCases.lookBy, today)) : undefined,
    articleId === null ? undefined : eq(flagCases.articleId, articleId),
    assignee === null ? undefined : isAssignedTo(assignee, manager),
  );
}

function statusesOf(status: CaseFilters["status"]): FlagStatus[] | null {
  if (status === "all") return null;
  if (status === "underWay") return ["open", "accepted"];
  return status === "closed" ? ["fixed", "declined"] : [status];
}

/** Mine is also what is a team's whose name is one of my groups. */
function isAssignedTo(assignee: string, manager: Agent | null): SQL | undefined {
  if (assignee === "none") return isNull(flagCases.assigneeName);
  if (assignee !== "me" || manager === null) return sql`lower(${flagCases.assigneeName}) = lower(${assignee})`;
  const names = [manager.name, ...manager.groups].map((name) => sql`lower(${name})`);
  const isByName = and(
    isNull(flagCases.assigneeId),
    sql`lower(${flagCases.assigneeName}) in (${sql.join(names, sql`, `)})`,
  );
  return or(eq(flagCases.assigneeId, manager.id), isByName);
}

type Found = { row: FlagCaseRow; title: string | null; deletedAt: Date | null; flagCount: number };

function toCase({ row, title, deletedAt, flagCount }: Found, today: string): FlagCase {
  const { id, articleId, status, lookBy, answer, revision, assigneeId, assigneeName } = row;
  return {
    ...{ id, articleId, status, lookBy, answer, revision, flagCount },
    articleTitle: deletedAt === null ? title : null,
    isOverdue: status === "open" && lookBy < today,
    assignee: assigneeName === null ? null : { agentId: assigneeId, name: assigneeName },
    openedAt: row.openedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: row.answeredByName,
  };
}
