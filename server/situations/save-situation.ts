import { isDeepStrictEqual } from "node:util";
import { SITUATION_LIMITS, type SituationArticle, type SituationDraft } from "../../lib/contract/situation";
import { checkGroups } from "../access/check-groups";
import { findExistingIds, findKnownIds } from "../access/known-articles";
import type { Writer } from "../access/writer";
import type { Database } from "../db/database";
import type { SituationRow } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { checkIfMatch } from "../http/if-match";
import { ProblemError } from "../http/problem";
import { tidyPhrase } from "../phrases";
import { draftSituation } from "./draft-situation";
import { findSituation } from "./find-situation";
import { contentOf } from "./situation-row";
import { burySituation, findSituationRow, type SituationContent, writeSituation } from "./write-situation";

type SituationToSave = {
  db: Database;
  /** Null: a new one, whose id its name and language make. */
  id: string | null;
  draft: SituationDraft;
  writer: Writer;
  ifMatch: string | undefined;
  nowMs: number;
};

export type SavedSituation = { row: SituationRow; outcome: "created" | "changed" | "unchanged" };

/**
 * Writes a situation. Ends the request when it cannot be written as it is, by this writer, or over what stands. A draft
 * that says what stands already changes nothing.
 */
export async function saveSituation(save: SituationToSave): Promise<SavedSituation> {
  const { db, draft, writer, ifMatch, nowMs } = save;
  const drafted = draftSituation(draft.name, draft.cues, draft.language);
  if ("problems" in drafted) throw new ProblemError("invalid_request", drafted.problems.join("; "));
  const groups = [...new Set(draft.groups.map(tidyPhrase))].sort((a, b) => (a < b ? -1 : 1));
  const { situation } = drafted;
  const id = save.id ?? situation.id;
  return writeChanges(db, async (tx, next) => {
    const existing = await findSituationRow(tx, id);
    const living = existing?.deletedAt === null ? existing : undefined;
    if (living ? !(await findSituation(tx, writer.agent, id)) : ifMatch !== undefined)
      throw new ProblemError("not_found");
    if (save.id === null && living) {
      throw new ProblemError("conflict", "There is a situation of that name and language; PUT changes it.");
    }
    checkIdentity(id, situation.id, living);
    if (writer.agent) checkGroups(writer.agent, groups, living?.groups);
    const articles = await withHidden(tx, draft.articles, living?.articles ?? [], writer);
    const content: SituationContent = { ...situation, groups, articles };
    if (living && isDeepStrictEqual(content, contentOf(living))) return { row: living, outcome: "unchanged" };
    if (living) checkIfMatch(ifMatch, living.version, latestOf(living));
    const row = await writeSituation(tx, next, content, existing, { actor: writer.actor, nowMs });
    return { row, outcome: living ? "changed" : "created" };
  });
}

type Deletion = { db: Database; id: string; writer: Writer; ifMatch: string | undefined; nowMs: number };

/** Replaces a situation by its tombstone. Ends the request when that may not be. */
export async function deleteSituation({ db, id, writer, ifMatch, nowMs }: Deletion): Promise<void> {
  await writeChanges(db, async (tx, next) => {
    const row = await findSituation(tx, writer.agent, id);
    if (!row) throw new ProblemError("not_found");
    if (writer.agent) checkGroups(writer.agent, row.groups, row.groups);
    checkIfMatch(ifMatch, row.version, latestOf(row));
    await burySituation(tx, next, row, { actor: writer.actor, nowMs });
  });
}

/** Agents' articles name situations, and the id is made of name and language, so neither can change. */
function checkIdentity(id: string, idOfDraft: string, living: SituationRow | undefined): void {
  if (id === idOfDraft) return;
  if (!living) throw new ProblemError("not_found");
  throw new ProblemError("conflict", "A situation keeps its name and language; POST makes another one.");
}

/** The articles as written, and behind them those the writer cannot see: what one does not see, one does not change. */
async function withHidden(
  tx: Database,
  written: readonly SituationArticle[],
  before: readonly SituationArticle[],
  { agent }: Writer,
): Promise<SituationArticle[]> {
  const ids = [...written, ...before].map(({ articleId }) => articleId);
  const known = await findKnownIds(tx, agent, ids);
  const unknown = written.findIndex(({ articleId }) => !known.has(articleId));
  if (unknown >= 0) throw new ProblemError("invalid_request", `articles[${unknown}]: there is no such article`);
  const existing = await findExistingIds(tx, ids);
  const hidden = before.filter(({ articleId }) => existing.has(articleId) && !known.has(articleId));
  const different = new Map([...written, ...hidden].map((each) => [JSON.stringify([each.articleId, each.role]), each]));
  if (different.size > SITUATION_LIMITS.articles) {
    throw new ProblemError("invalid_request", `articles: more than ${SITUATION_LIMITS.articles}`);
  }
  return [...different.values()];
}

function latestOf({ version, updatedBy, updatedAt }: SituationRow) {
  return { version, author: updatedBy, at: updatedAt?.toISOString() ?? "an earlier version of the server" };
}
