import { and, desc, eq, isNull } from "drizzle-orm";
import type { Agent } from "../agents/agent";
import type { Actor } from "../audit/actor";
import { auditLog } from "../db/access-schema";
import { type ArticleEditRow, articleEdits } from "../db/content-schema";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import { checkIfMatch, etagOf } from "../http/if-match";
import { ProblemError } from "../http/problem";
import { isInReach } from "./reach";

/** Who works on which article, and what they say they saw of it. */
export type ArticleWrite = {
  db: Database;
  agent: Agent;
  actor: Actor;
  nowMs: number;
  id: string;
  ifMatch: string | undefined;
};

/**
 * An article as somebody works on it: what is served (null: nothing yet) and the working copy (null: none, or none this
 * agent may see; `isBeingEdited` tells which). `tag` changes with every write but those of flags.
 */
export type OpenArticle = {
  id: string;
  row: ArticleRow | null;
  edit: ArticleEditRow | null;
  isBeingEdited: boolean;
  tag: string;
};

/**
 * Reads an article for somebody who works on it. Null when there is none, or none within the agent's reach. `lock` keeps
 * others from writing it until the transaction ends; to be taken after the counter row where that is taken too.
 */
export async function openArticle(
  tx: Database,
  agent: Agent,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<OpenArticle | null> {
  const living = tx
    .select()
    .from(articles)
    .where(and(eq(articles.id, id), isNull(articles.deletedAt)));
  const copies = tx.select().from(articleEdits).where(eq(articleEdits.id, id));
  const [row = null] = await (lock ? living.for("update") : living);
  const [copy = null] = await (lock ? copies.for("update") : copies);
  if (row && !canSeeRow(agent, row)) return null;
  const edit = copy && canSeeCopy(agent, copy) ? copy : null;
  if (!row && !edit) return null;
  const tag = `${row?.revision ?? 0}.${copy?.revision ?? 0}`;
  return { id, row, edit, isBeingEdited: copy !== null, tag };
}

/** The same for a write. Ends the request with `not_found`, or as `If-Match` has it. */
export async function openForWrite(tx: Database, { agent, id, ifMatch }: ArticleWrite): Promise<OpenArticle> {
  const open = await openArticle(tx, agent, id, { lock: true });
  if (!open) throw noSuchArticle();
  await checkMatch(tx, ifMatch, open);
  return open;
}

export function noSuchArticle(): ProblemError {
  return new ProblemError("not_found", "There is no such article.");
}

/** Ends the request unless `If-Match` names the article as it stands. */
export async function checkMatch(tx: Database, ifMatch: string | undefined, open: OpenArticle): Promise<void> {
  if (ifMatch !== undefined && namesTag(ifMatch, open.tag)) return;
  checkIfMatch(ifMatch, open.tag, await readLatest(tx, open));
}

function namesTag(ifMatch: string, tag: string): boolean {
  return ifMatch === etagOf(tag);
}

/** Who changed it last: by the audit trail, or an import that came after. */
async function readLatest(tx: Database, { id, row }: OpenArticle) {
  const isAbout = and(eq(auditLog.subjectType, "article"), eq(auditLog.subjectId, id));
  const [last] = await tx.select().from(auditLog).where(isAbout).orderBy(desc(auditLog.id)).limit(1);
  if (row && (!last || row.updatedAt > last.at)) {
    return { version: row.version, author: row.updatedBy, at: row.updatedAt.toISOString() };
  }
  const isVersion = last?.action === "article.publish";
  const version = isVersion ? (row?.version ?? null) : null;
  return { version, author: last?.actorName ?? null, at: (last?.at ?? new Date(0)).toISOString() };
}

function canSeeRow(agent: Agent, row: ArticleRow): boolean {
  return isInReach(agent, row) && (agent.role !== "agent" || row.isPublished);
}

function canSeeCopy(agent: Agent, copy: ArticleEditRow): boolean {
  return isInReach(agent, copy.content) && (agent.role !== "agent" || isOwnCopy(agent, copy));
}

/** Whether the agent began or last wrote the working copy. */
export function isOwnCopy(agent: Agent, copy: Pick<ArticleEditRow, "authorId" | "creatorId">): boolean {
  return copy.authorId === agent.id || copy.creatorId === agent.id;
}

/** The working copy, for a write. Ends the request with `conflict` when there is none, or none this agent may see. */
export function copyOf({ edit, isBeingEdited }: OpenArticle): ArticleEditRow {
  if (edit) return edit;
  throw new ProblemError(
    "conflict",
    isBeingEdited ? "Somebody else is working on it; ask an admin." : "There is no working copy.",
  );
}
