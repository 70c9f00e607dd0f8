import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import { nearestSetting } from "../categories/nearest-setting";
import { readCategorySettings } from "../categories/read-settings";
import { type ArticleEditRow, articleEdits } from "../db/content-schema";
import type { Database } from "../db/database";
import type { ArticleRow } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { ProblemError } from "../http/problem";
import { applyCopy } from "./apply-copy";
import { contentOf } from "./article-content";
import { type ArticleWrite, copyOf, openForWrite } from "./open-article";
import { standingOf } from "./standing";
import { checkReaders } from "./tidy-content";
import { recordEdit } from "./write-copy";

/** What has to be said in words before it is done. */
export type Confirmation = {
  /** That customers may read it from now on. */
  confirmPublic: boolean;
  /** The version that came in since the copy was begun and is to be replaced. */
  overVersion: number | null;
};

/**
 * Makes the working copy the next version, or, where its day of publication is still to come, sets it down for then: what
 * is served stays until that moment. Ends the request where that needs a second person, a word, or another look.
 */
export async function publishCopy(write: ArticleWrite, confirmation: Confirmation): Promise<"published" | "scheduled"> {
  const { agent, actor, nowMs } = write;
  return writeChanges(write.db, async (tx, next) => {
    const open = await openForWrite(tx, write);
    const edit = copyOf(open);
    checkReaders(agent, edit.content, open.row);
    await checkPublishable(tx, write, edit, open.row, confirmation);
    const dueMs = edit.content.publishedAt ? Date.parse(edit.content.publishedAt) : nowMs;
    if (dueMs > nowMs) {
      await schedule(tx, write, open.row, dueMs);
      return "scheduled";
    }
    await applyCopy(tx, next, { edit, approver: agent, actor, atMs: nowMs, nowMs });
    return "published";
  });
}

async function checkPublishable(
  tx: Database,
  { agent, nowMs }: ArticleWrite,
  edit: ArticleEditRow,
  row: ArticleRow | null,
  { confirmPublic, overVersion }: Confirmation,
): Promise<void> {
  const { content } = edit;
  if (edit.status === "scheduled") {
    throw new ProblemError("conflict", `It is to be published at ${edit.dueAt?.toISOString()} already.`);
  }
  const version = row?.version ?? null;
  if (version !== null && edit.baseVersion !== version && overVersion !== version) {
    const detail = `Version ${version} came in meanwhile; compare, and publish with overVersion ${version} to replace it.`;
    throw new ProblemError("conflict", detail, { more: { version } });
  }
  if (row?.isPublished && isSameContent(content, row)) {
    throw new ProblemError("conflict", "It says what is published already; discard it.");
  }
  if (content.expiresAt && Date.parse(content.expiresAt) <= nowMs) {
    throw new ProblemError("conflict", `Its expiresAt, ${content.expiresAt}, has passed; set a later one or none.`);
  }
  if (edit.authorId === agent.id && (await isSensitive(tx, content, row))) {
    throw new ProblemError(
      "second_person_required",
      "The category is sensitive: somebody other than its author publishes it.",
    );
  }
  if (content.audience === "public" && row?.audience !== "public" && !confirmPublic) {
    throw new ProblemError(
      "conflict",
      "Customers could read it from then on; publish with confirmPublic true to say so.",
    );
  }
}

/** Whether content belongs, or what it replaces belonged, to a category that needs a second person. */
async function isSensitive(
  tx: Database,
  content: { category: readonly string[] },
  row: ArticleRow | null,
): Promise<boolean> {
  const settings = await readCategorySettings(tx);
  const paths = [content.category, ...(row ? [row.category] : [])];
  return paths.some((path) => nearestSetting(settings, path, "isSensitive") === true);
}

function isSameContent(content: ArticleEditRow["content"], row: ArticleRow): boolean {
  const publishedAt = content.publishedAt ?? row.publishedAt.toISOString();
  return isDeepStrictEqual({ ...content, publishedAt }, contentOf(row));
}

/** Keeps the approved copy until its day. Should the article be another one by then, it goes back for another look. */
async function schedule(tx: Database, write: ArticleWrite, row: ArticleRow | null, dueMs: number): Promise<void> {
  const { agent, id } = write;
  const dueAt = new Date(dueMs);
  await tx
    .update(articleEdits)
    .set({
      ...{ status: "scheduled", dueAt, baseVersion: row?.version ?? null, revision: sql`${articleEdits.revision} + 1` },
      ...{ reviewerId: agent.id, reviewerName: agent.name, reviewNote: null, baseStanding: row && standingOf(row) },
    })
    .where(eq(articleEdits.id, id));
  await recordEdit(tx, write, "article.schedule", { dueAt: dueAt.toISOString() });
}
