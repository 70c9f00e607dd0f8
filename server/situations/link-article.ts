import { SITUATION_LIMITS, type Situation, type SituationArticle } from "../../lib/contract/situation";
import { findExistingIds } from "../access/known-articles";
import { COMMAND_LINE } from "../audit/actor";
import type { Database } from "../db/database";
import { writeChanges } from "../db/server-state";
import { contentOf, toSituation } from "./situation-row";
import { findSituationRow, writeSituation } from "./write-situation";

type Link = { db: Database; id: string; reference: SituationArticle; nowMs: number };

/** What came of it; "unchanged": the link was there, or was not. */
export type LinkOutcome =
  | { outcome: "changed" | "unchanged"; situation: Situation }
  | "no situation"
  | "no article"
  | "full";

/** Gives a situation an article in a role, behind those it has. */
export async function linkArticle({ db, id, reference, nowMs }: Link): Promise<LinkOutcome> {
  return writeChanges(db, async (tx, next) => {
    const known = await findSituationRow(tx, id);
    if (known?.deletedAt !== null) return "no situation";
    if (known.articles.some((each) => isSame(each, reference))) {
      return { outcome: "unchanged", situation: toSituation(known) };
    }
    if (!(await findExistingIds(tx, [reference.articleId])).has(reference.articleId)) return "no article";
    const articles = [...known.articles, reference];
    if (articles.length > SITUATION_LIMITS.articles) return "full";
    const stamp = { actor: COMMAND_LINE, nowMs };
    const row = await writeSituation(tx, next, { ...contentOf(known), articles }, known, stamp);
    return { outcome: "changed", situation: toSituation(row) };
  });
}

/** Takes an article in a role from a situation. */
export async function unlinkArticle({ db, id, reference, nowMs }: Link): Promise<LinkOutcome> {
  return writeChanges(db, async (tx, next) => {
    const known = await findSituationRow(tx, id);
    if (known?.deletedAt !== null) return "no situation";
    const articles = known.articles.filter((each) => !isSame(each, reference));
    if (articles.length === known.articles.length) return { outcome: "unchanged", situation: toSituation(known) };
    const stamp = { actor: COMMAND_LINE, nowMs };
    const row = await writeSituation(tx, next, { ...contentOf(known), articles }, known, stamp);
    return { outcome: "changed", situation: toSituation(row) };
  });
}

function isSame(one: SituationArticle, other: SituationArticle): boolean {
  return one.articleId === other.articleId && one.role === other.role;
}
