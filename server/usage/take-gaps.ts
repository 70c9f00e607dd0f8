import { and, count, eq, gte, inArray } from "drizzle-orm";
import { type GapResult, type GapSubmission, gapSubmissionSchema } from "../../lib/contract/usage";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import { gaps } from "../db/usage-schema";
import { describeIssues } from "../http/describe-issues";
import { idOf } from "../http/id-of";
import { dayOf } from "../learning/days";
import { problemWithDay } from "./judge-event";

/** Most gaps taken from one agent in a day (UTC), by the day they arrive. */
export const MAX_GAPS_PER_DAY = 200;

type Batch = { db: Database; agent: Agent; sent: readonly unknown[]; nowMs: number };

type Parsed = { gap: GapSubmission } | { refusal: GapResult };

/**
 * Takes a batch of gaps in one transaction and answers for each, in its order. An id counts once, however often it is sent.
 * Terms are stored in lower case and in the order of the alphabet, so that they tell no text.
 */
export async function takeGaps({ db, agent, sent, nowMs }: Batch): Promise<GapResult[]> {
  const parsed = sent.map(parse);
  const wellFormed = parsed.flatMap((each) => ("gap" in each ? [each.gap] : []));
  if (wellFormed.length === 0) return parsed.flatMap((each) => ("refusal" in each ? [each.refusal] : []));
  return db.transaction(async (tx) => {
    // One batch of an agent at a time: the same one twice at once would be stored twice, and the day's most overrun.
    await tx.select({ id: agents.id }).from(agents).where(eq(agents.id, agent.id)).for("no key update");
    const senders = await readSenders(tx, wellFormed);
    let takenToday = await countTaken(tx, agent.id, nowMs);
    const rows: (typeof gaps.$inferInsert)[] = [];
    const results = parsed.map((each): GapResult => {
      if ("refusal" in each) return each.refusal;
      const { id, terms, language, day } = each.gap;
      const sender = senders.get(id);
      if (sender === agent.id) return { id, status: "known" };
      if (sender !== undefined) return { id, status: "refused", detail: "id: belongs to another gap" };
      const detail =
        problemWithDay(day, nowMs) ??
        (takenToday >= MAX_GAPS_PER_DAY ? `more than ${MAX_GAPS_PER_DAY} in a day` : null);
      if (detail !== null) return { id, status: "refused", detail };
      takenToday += 1;
      senders.set(id, agent.id);
      rows.push({ id, agentId: agent.id, terms: tidyTerms(terms), language, day, receivedAt: new Date(nowMs) });
      return { id, status: "stored" };
    });
    if (rows.length > 0) await tx.insert(gaps).values(rows).onConflictDoNothing();
    return results;
  });
}

function parse(sent: unknown): Parsed {
  const parsed = gapSubmissionSchema.safeParse(sent);
  if (parsed.success) return { gap: parsed.data };
  return { refusal: { id: idOf(sent), status: "refused", detail: describeIssues(parsed.error) } };
}

/** Lower case, each once, in the order of the alphabet. */
export function tidyTerms(terms: readonly string[]): string[] {
  const lower = terms.map((term) => term.normalize("NFC").toLowerCase());
  return [...new Set(lower)].sort((a, b) => (a < b ? -1 : 1));
}

async function readSenders(tx: Database, sent: readonly GapSubmission[]): Promise<Map<string, string>> {
  const ids = sent.map(({ id }) => id);
  const rows = await tx.select({ id: gaps.id, agentId: gaps.agentId }).from(gaps).where(inArray(gaps.id, ids));
  return new Map(rows.map(({ id, agentId }) => [id, agentId]));
}

async function countTaken(tx: Database, agentId: string, nowMs: number): Promise<number> {
  const isOfToday = and(eq(gaps.agentId, agentId), gte(gaps.receivedAt, new Date(dayOf(nowMs))));
  const [counted] = await tx.select({ gaps: count() }).from(gaps).where(isOfToday);
  return counted?.gaps ?? 0;
}
