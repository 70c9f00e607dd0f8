import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { type Acknowledgement, type AcknowledgementResult, acknowledgementSchema } from "../../lib/contract/notice";
import { wasForGroupsOf } from "../access/by-groups";
import type { Agent } from "../agents/agent";
import { acknowledgements, notices } from "../db/content-schema";
import type { Database } from "../db/database";
import { writeChanges } from "../db/server-state";
import { describeIssues } from "../http/describe-issues";
import { isStorableInstant } from "../instants";
import { toStorableText } from "../storable-text";
import { isToldTo } from "./find-notice";

type Batch = { db: Database; agent: Agent; sent: readonly unknown[]; nowMs: number };

type Parsed = { acknowledgement: Acknowledgement } | { refusal: AcknowledgementResult };

/**
 * Takes a batch of acknowledgements in one transaction and answers for each, in its order. An agent acknowledges a version
 * of a notice once, however often it is sent. The agent's other machines hear of it by the feed, nobody else.
 */
export async function takeAcknowledgements({ db, agent, sent, nowMs }: Batch): Promise<AcknowledgementResult[]> {
  const parsed = sent.map(parse);
  const wellFormed = parsed.flatMap((each) => ("acknowledgement" in each ? [each.acknowledgement] : []));
  if (wellFormed.length === 0) return parsed.flatMap((each) => ("refusal" in each ? [each.refusal] : []));
  return writeChanges(db, async (tx, next) => {
    const versions = await readVersions(tx, agent, wellFormed);
    const known = await readKnown(tx, agent, wellFormed);
    const rows: (typeof acknowledgements.$inferInsert)[] = [];
    const results = parsed.map((each): AcknowledgementResult => {
      if ("refusal" in each) return each.refusal;
      const { noticeId, version, acknowledgedAt } = each.acknowledgement;
      const current = versions.get(noticeId);
      if (current === undefined) return refuse(noticeId, version, "noticeId: there is no such notice");
      if (version > current) return refuse(noticeId, version, "version: there is no such version yet");
      if (known.has(keyOf(each.acknowledgement))) return { noticeId, version, status: "known" };
      known.add(keyOf(each.acknowledgement));
      // A clock that runs ahead: nobody understands a notice later than now.
      const at = new Date(Math.min(Date.parse(acknowledgedAt), nowMs));
      const stamps = { acknowledgedAt: at, receivedAt: new Date(nowMs), changeNumber: next() };
      rows.push({ noticeId, version, agentId: agent.id, ...stamps });
      return { noticeId, version, status: "stored" };
    });
    if (rows.length > 0) await tx.insert(acknowledgements).values(rows);
    return results;
  });
}

function parse(sent: unknown): Parsed {
  const parsed = acknowledgementSchema.safeParse(sent);
  if (!parsed.success) {
    const { noticeId, version } = namesIn(sent);
    return { refusal: refuse(noticeId, version, describeIssues(parsed.error)) };
  }
  const { noticeId, version, acknowledgedAt } = parsed.data;
  if (noticeId !== toStorableText(noticeId)) {
    return { refusal: refuse(noticeId, version, "noticeId: there is no such notice") };
  }
  if (!isStorableInstant(acknowledgedAt)) {
    return { refusal: refuse(noticeId, version, "acknowledgedAt: too far away") };
  }
  return { acknowledgement: parsed.data };
}

/** What of something malformed tells its sender which it was; "" and 0 where it does not say. */
function namesIn(sent: unknown): { noticeId: string; version: number } {
  const { noticeId, version } = typeof sent === "object" && sent !== null ? (sent as Record<string, unknown>) : {};
  return {
    noticeId: typeof noticeId === "string" ? noticeId : "",
    version: typeof version === "number" ? version : 0,
  };
}

/** The versions of the notices that the agent gets or got once: one that expired meanwhile may still be acknowledged. */
async function readVersions(
  tx: Database,
  agent: Agent,
  sent: readonly Acknowledgement[],
): Promise<Map<string, number>> {
  const ids = sent.map(({ noticeId }) => noticeId);
  const wasTold = and(isNull(notices.deletedAt), wasForGroupsOf(agent, notices.readableBefore, true));
  const rows = await tx
    .select({ id: notices.id, version: notices.version })
    .from(notices)
    .where(and(inArray(notices.id, ids), or(isToldTo(agent), wasTold)));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

async function readKnown(tx: Database, agent: Agent, sent: readonly Acknowledgement[]): Promise<Set<string>> {
  const ids = sent.map(({ noticeId }) => noticeId);
  const { noticeId, version, agentId } = acknowledgements;
  const rows = await tx
    .select({ noticeId, version })
    .from(acknowledgements)
    .where(and(eq(agentId, agent.id), inArray(noticeId, ids)));
  return new Set(rows.map(keyOf));
}

function keyOf({ noticeId, version }: Pick<Acknowledgement, "noticeId" | "version">): string {
  return JSON.stringify([noticeId, version]);
}

function refuse(noticeId: string, version: number, detail: string): AcknowledgementResult {
  return { noticeId, version, status: "refused", detail };
}
