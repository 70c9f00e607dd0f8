import { and, arrayContains, count, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AgentAccount } from "../../lib/contract/agents";
import type { Role } from "../../lib/contract/me";
import { z } from "../../lib/contract/zod";
import { tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import { type AgentRow, agents } from "../db/schema";
import { idSchema } from "../http/id-schema";
import { cutPage, readListCursor } from "../http/paging";
import { isInForce } from "./tokens";

/** Only agents that fit all that is said. `name` is a part of the name, in any case of letters. */
export type AgentFilters = {
  role?: Role | undefined;
  group?: string | undefined;
  name?: string | undefined;
  isDisabled?: boolean | undefined;
};

type Listing = AgentFilters & { db: Database; nowMs: number; limit: number; cursor?: string | undefined };

const placeSchema = z.tuple([idSchema, idSchema]);

/** Agents by name. */
export async function listAgents(listing: Listing): Promise<{ agents: AgentAccount[]; nextCursor: string | null }> {
  const { db, nowMs, limit } = listing;
  const place = readListCursor(listing.cursor, placeSchema);
  const isAfter =
    place === null ? undefined : or(gt(agents.name, place[0]), and(eq(agents.name, place[0]), gt(agents.id, place[1])));
  const rows = await db
    .select()
    .from(agents)
    .where(and(matches(listing), isAfter))
    .orderBy(agents.name, agents.id)
    .limit(limit + 1);
  const { page, nextCursor } = cutPage(rows, limit, ({ name, id }) => [name, id]);
  return { agents: await withTokens(db, page, nowMs), nextCursor };
}

/** An agent by its id; null when there is none. */
export async function readAgent(db: Database, id: string, nowMs: number): Promise<AgentAccount | null> {
  const [found] = await withTokens(db, await db.select().from(agents).where(eq(agents.id, id)), nowMs);
  return found ?? null;
}

function matches({ role, group, name, isDisabled }: AgentFilters): SQL | undefined {
  const pattern = name?.replace(/[\\%_]/g, "\\$&");
  return and(
    role === undefined ? undefined : eq(agents.role, role),
    group === undefined ? undefined : arrayContains(agents.groups, [group]),
    pattern === undefined ? undefined : sql`${agents.name} ilike ${`%${pattern}%`}`,
    isDisabled === undefined ? undefined : isDisabled ? isNotNull(agents.disabledAt) : isNull(agents.disabledAt),
  );
}

async function withTokens(db: Database, rows: readonly AgentRow[], nowMs: number): Promise<AgentAccount[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const counted = await db
    .select({
      agentId: tokens.agentId,
      inForce: count(sql`case when ${isInForce(nowMs)} then 1 end`),
      lastUsedAt: sql`max(${tokens.lastUsedAt})`.mapWith(tokens.lastUsedAt),
    })
    .from(tokens)
    .where(inArray(tokens.agentId, ids))
    .groupBy(tokens.agentId);
  const byAgent = new Map(counted.map((row) => [row.agentId, row]));
  return rows.map((row) => {
    const own = byAgent.get(row.id);
    const { id, name, role, groups, audience } = row;
    return {
      ...{ id, name, role, groups, audience },
      createdAt: row.createdAt.toISOString(),
      disabledAt: row.disabledAt?.toISOString() ?? null,
      tokens: own?.inForce ?? 0,
      lastUsedAt: own?.lastUsedAt?.toISOString() ?? null,
    };
  });
}
