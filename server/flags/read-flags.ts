import { and, desc, eq, lt, or, type SQL } from "drizzle-orm";
import type { FlagReport } from "../../lib/contract/flag-cases";
import { z } from "../../lib/contract/zod";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { type FlagCaseRow, flagCases } from "../db/flag-schema";
import { agents, articles, type FlagRow, flags } from "../db/schema";
import { idSchema } from "../http/id-schema";
import { cutPage, readListCursor } from "../http/paging";
import { isDealtWithBy } from "./case-access";

type Reading = { db: Database; where: SQL | undefined; limit: number; cursor?: string | undefined };

/** Moments after it are no flag's. */
const LATEST_MS = Date.UTC(9999, 0);

const placeSchema = z.tuple([z.int().min(0).max(LATEST_MS), idSchema]);

/** Condition: the agent may see the flag: its own, or one of an article whose flags it deals with. */
export function isShownTo(agent: Agent): SQL | undefined {
  return or(eq(flags.agentId, agent.id), isDealtWithBy(agent));
}

/** Flags with what became of them, the latest first. */
export async function readFlags({
  db,
  where,
  limit,
  cursor,
}: Reading): Promise<{ reports: FlagReport[]; nextCursor: string | null }> {
  const place = readListCursor(cursor, placeSchema);
  const rows = await db
    .select({ row: flags, flagCase: flagCases, name: agents.name })
    .from(flags)
    .innerJoin(flagCases, eq(flagCases.id, flags.caseId))
    .innerJoin(agents, eq(agents.id, flags.agentId))
    .leftJoin(articles, eq(articles.id, flags.articleId))
    .where(and(where, place === null ? undefined : isAfter(place)))
    .orderBy(desc(flags.receivedAt), desc(flags.id))
    .limit(limit + 1);
  const { page, nextCursor } = cutPage(rows, limit, ({ row }) => [row.receivedAt.getTime(), row.id]);
  return { reports: page.map(toReport), nextCursor };
}

function isAfter([at, id]: readonly [number, string]): SQL | undefined {
  const receivedAt = new Date(at);
  return or(lt(flags.receivedAt, receivedAt), and(eq(flags.receivedAt, receivedAt), lt(flags.id, id)));
}

function toReport({ row, flagCase, name }: { row: FlagRow; flagCase: FlagCaseRow; name: string }): FlagReport {
  const { id, caseId, articleId, articleVersion, reason, comment, passage } = row;
  const { status, lookBy, answer } = flagCase;
  return {
    ...{ id, caseId, articleId, articleVersion, reason, comment, passage, status, lookBy, answer },
    flaggedAt: row.flaggedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    amendedAt: row.amendedAt?.toISOString() ?? null,
    flaggedBy: { id: row.agentId, name },
    answeredAt: flagCase.answeredAt?.toISOString() ?? null,
  };
}
