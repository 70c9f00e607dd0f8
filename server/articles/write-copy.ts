import { randomInt } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { ArticleContent, VersionOrigin } from "../../lib/contract/authoring";
import { recordAudit } from "../audit/record-audit";
import { type ArticleEditRow, articleEdits } from "../db/content-schema";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { ProblemError } from "../http/problem";
import { toStorableText } from "../storable-text";
import { type ArticleWrite, checkMatch, copyOf, isOwnCopy, noSuchArticle, openArticle } from "./open-article";
import { checkReaders, tidyContent } from "./tidy-content";

/** Where the revisions of working copies start, so that a copy made anew is not taken for the one before. */
const FIRST_REVISIONS = 2 ** 40;

/** What an author hands in: the content, and what changed in the author's words. */
export type CopyDraft = { content: ArticleContent; note: string };

/**
 * Writes the article's working copy, and begins one where there is none. The same again changes nothing, whatever
 * `If-Match` says, so that a client may repeat a request whose answer it lost. True when the article is new.
 */
export async function writeCopy(write: ArticleWrite, sent: CopyDraft): Promise<boolean> {
  const draft = { content: tidyContent(write.id, sent.content), note: toStorableText(sent.note) };
  return write.db.transaction(async (tx) => {
    const open = await openArticle(tx, write.agent, write.id, { lock: true });
    if (!open) {
      await beginArticle(tx, write, draft);
      return true;
    }
    if (open.edit?.authorId === write.agent.id && saysTheSame(open.edit, draft)) return false;
    await checkMatch(tx, write.ifMatch, open);
    checkReaders(write.agent, draft.content, open.row ?? open.edit?.content ?? null);
    if (open.isBeingEdited) await overwriteCopy(tx, write, copyOf(open), draft);
    else await beginCopy(tx, write, { ...draft, baseVersion: open.row?.version ?? null, origin: "edit" });
    return false;
  });
}

async function beginArticle(tx: Database, write: ArticleWrite, draft: CopyDraft): Promise<void> {
  // Agents would learn from the answer which ids are taken by what they may not read.
  if (write.agent.role === "agent") throw noSuchArticle();
  if (write.ifMatch !== undefined) {
    throw new ProblemError(
      "version_conflict",
      "There is no such article any more; leave out If-Match to begin it anew.",
    );
  }
  const isTaken = and(eq(articles.id, write.id), isNull(articles.deletedAt));
  if ((await tx.$count(articles, isTaken)) > 0) throw noSuchArticle();
  checkReaders(write.agent, draft.content, null);
  await beginCopy(tx, write, { ...draft, baseVersion: null, origin: "edit" });
}

export type FreshCopy = CopyDraft & { baseVersion: number | null; origin: VersionOrigin };

/** Begins a working copy. Ends the request when another has been begun at this very moment. */
export async function beginCopy(tx: Database, write: ArticleWrite, copy: FreshCopy): Promise<void> {
  if (await insertCopy(tx, write, copy)) return;
  const open = await openArticle(tx, write.agent, write.id);
  if (open) await checkMatch(tx, write.ifMatch, open);
  throw noSuchArticle();
}

/** Begins a working copy; false when there is one already. */
export async function insertCopy(tx: Database, write: ArticleWrite, copy: FreshCopy): Promise<boolean> {
  const { agent, id, nowMs } = write;
  const now = new Date(nowMs);
  const begun = await tx
    .insert(articleEdits)
    .values({
      ...copy,
      id,
      status: "draft",
      revision: randomInt(1, FIRST_REVISIONS),
      ...{ authorId: agent.id, authorName: agent.name, creatorId: agent.id, createdAt: now, updatedAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: articleEdits.id });
  if (begun.length === 0) return false;
  await recordEdit(tx, write, "article.begin");
  return true;
}

/** Writes over a working copy that the agent may write. */
export async function overwriteCopy(
  tx: Database,
  write: ArticleWrite,
  edit: ArticleEditRow,
  { content, note }: CopyDraft,
): Promise<void> {
  const { agent, id, nowMs } = write;
  if (edit.status === "scheduled") {
    throw new ProblemError("conflict", `It is to be published at ${edit.dueAt?.toISOString()}; return it first.`);
  }
  if (agent.role === "agent" && !isOwnCopy(agent, edit)) throw noSuchArticle();
  await tx
    .update(articleEdits)
    .set({
      ...{ content, note, origin: "edit", authorId: agent.id, authorName: agent.name },
      ...{ updatedAt: new Date(nowMs), revision: sql`${articleEdits.revision} + 1` },
    })
    .where(eq(articleEdits.id, id));
  await recordEdit(tx, write, "article.edit");
}

/** Notes in the audit trail what was done to a working copy. */
export async function recordEdit(
  tx: Database,
  { id, actor, nowMs }: ArticleWrite,
  action: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(tx, actor, { action, subject: { type: "article", id }, details }, nowMs);
}

export function saysTheSame(edit: ArticleEditRow, { content, note }: CopyDraft): boolean {
  return edit.note === note && isDeepStrictEqual(edit.content, content);
}
