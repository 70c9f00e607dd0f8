import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import type { Agent } from "../agents/agent";
import { acknowledgements } from "../db/content-schema";
import type { Position } from "./cursor";
import { type FeedKind, latestOf } from "./feed-kind";

/** The agent's own acknowledgements in the feed, for its other machines. Nobody else gets them, admins neither. */
export const acknowledgementChanges: FeedKind = {
  latest: (agent) => latestOf(acknowledgements.changeNumber, eq(acknowledgements.agentId, agent.id)),
  async read(tx, agent, position, limit) {
    const rows = await tx
      .select()
      .from(acknowledgements)
      .where(isChangeFor(agent, position))
      .orderBy(asc(acknowledgements.changeNumber))
      .limit(limit);
    return rows.map(({ noticeId, version, acknowledgedAt, changeNumber }) => {
      const acknowledgement = { noticeId, version, acknowledgedAt: acknowledgedAt.toISOString() };
      return { changeNumber, change: { op: "put", type: "acknowledgement", acknowledgement } };
    });
  },
  count: (tx, agent, position) => tx.$count(acknowledgements, isChangeFor(agent, position)),
};

function isChangeFor(agent: Agent, { at }: Position): SQL | undefined {
  return and(eq(acknowledgements.agentId, agent.id), gt(acknowledgements.changeNumber, at));
}
