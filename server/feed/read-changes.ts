import type { ChangesPage } from "../../lib/contract/changes";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { serverState } from "../db/schema";
import { acknowledgementChanges } from "./acknowledgement-changes";
import { articleChanges } from "./article-changes";
import { articleTermsChanges } from "./article-terms-changes";
import { encodeCursor, type Position } from "./cursor";
import { cutPage } from "./cut-page";
import type { FeedKind, NumberedChange } from "./feed-kind";
import { readFeedState, resumeAt } from "./feed-state";
import { flagOutcomeChanges } from "./flag-outcome-changes";
import { noticeChanges } from "./notice-changes";
import { pageReaderChanges } from "./page-reader-changes";
import { situationChanges } from "./situation-changes";
import { synonymSetChanges } from "./synonym-set-changes";

const KINDS: readonly FeedKind[] = [
  articleChanges,
  pageReaderChanges,
  articleTermsChanges,
  synonymSetChanges,
  situationChanges,
  flagOutcomeChanges,
  noticeChanges,
  acknowledgementChanges,
];

type ChangesRequest = { db: Database; agent: Agent; cursor: string | null; limit: number; nowMs: number };

type Reading = Pick<ChangesRequest, "agent" | "limit" | "nowMs"> & { position: Position };

/**
 * One page of what the agent may read, in the order of change numbers. A row that changes while a client reads takes
 * a higher number and so comes (again) later; nothing is missed, whatever is written between two pages. What the calendar
 * asks for has to be carried out before.
 */
export async function readChanges(request: ChangesRequest): Promise<ChangesPage> {
  const { db, agent, nowMs, limit } = request;
  // Counter, rows and the count of the rest have to be of one moment.
  return db.transaction(
    async (tx) => {
      const state = await readFeedState(tx, nowMs);
      const { position, reset } = resumeAt(state, agent, request.cursor);
      const kinds = await findKindsWithNews(tx, agent, position);
      const next = await readNext(tx, kinds, { ...request, position, limit: limit + 1 });
      const page = cutPage(next, limit);
      const last = page.at(-1);
      const hasMore = next.length > page.length && last !== undefined;
      const end = { ...position, at: hasMore ? last.changeNumber : state.changeCounter };
      const remaining = hasMore ? await countRest(tx, kinds, { ...request, position: end }) : 0;
      return { changes: page.map(({ change }) => change), cursor: encodeCursor(end), hasMore, reset, remaining };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** The kinds with changes after a position, in one look: mostly one of them has any. */
async function findKindsWithNews(tx: Database, agent: Agent, { at }: Position): Promise<FeedKind[]> {
  const columns = Object.fromEntries(KINDS.map((kind, index) => [index, kind.latest(agent).mapWith(Number)]));
  const [latest] = await tx.select(columns).from(serverState);
  return KINDS.filter((_kind, index) => Number(latest?.[index] ?? 0) > at);
}

/** The next changes of these kinds. Each is read to the limit, so that none can be missing before another's last. */
async function readNext(
  tx: Database,
  kinds: readonly FeedKind[],
  { agent, position, limit, nowMs }: Reading,
): Promise<NumberedChange[]> {
  const changes: NumberedChange[] = [];
  for (const kind of kinds) changes.push(...(await kind.read(tx, agent, position, limit, nowMs)));
  return changes.sort((a, b) => a.changeNumber - b.changeNumber).slice(0, limit);
}

async function countRest(
  tx: Database,
  kinds: readonly FeedKind[],
  { agent, position, nowMs }: Omit<Reading, "limit">,
): Promise<number> {
  let changes = 0;
  for (const kind of kinds) changes += await kind.count(tx, agent, position, nowMs);
  return changes;
}
