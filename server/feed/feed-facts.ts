import { eq, sql } from "drizzle-orm";
import { KNOWN_AGENT, type KnownToken } from "../agents/find-token";
import type { Clock } from "../clock";
import { tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import { agents, serverState } from "../db/schema";
import { createSharedRead, type SharedRead } from "../http/shared-read";
import { type FeedState, feedStateAt, feedStateFields, NO_STATE } from "./feed-state";

/** All that a poll asks the database: whose token it is (undefined when nobody's) and where the feed stands. */
export type FeedFacts = { token: KnownToken | undefined; state: FeedState };

/** Reads both by a token's hash, in one query for all who ask at the same time. */
export function createFeedFacts(db: Database, clock: Clock): SharedRead<string, FeedFacts> {
  const { id, tokenHash, expiresAt, revokedAt, lastUsedAt } = tokens;
  const query = db
    .select({
      ...{ state: feedStateFields(), hash: tokenHash, agent: KNOWN_AGENT },
      ...{ id, expiresAt, revokedAt, lastUsedAt, disabledAt: agents.disabledAt },
    })
    .from(serverState)
    .leftJoin(tokens, sql`${tokenHash} = any(${sql.placeholder("hashes")})`)
    .leftJoin(agents, eq(agents.id, tokens.agentId))
    .prepare("feed_facts");
  return createSharedRead(async (hashes) => {
    const rows = await query.execute({ hashes });
    const [first] = rows;
    if (!first) throw new Error(NO_STATE);
    const state = feedStateAt(first.state, clock());
    const facts = new Map<string, FeedFacts>(hashes.map((hash) => [hash, { token: undefined, state }]));
    for (const { hash, id, agent, state: _, ...rest } of rows) {
      if (hash !== null && id !== null && agent !== null) facts.set(hash, { token: { id, agent, ...rest }, state });
    }
    return facts;
  }, clock);
}
