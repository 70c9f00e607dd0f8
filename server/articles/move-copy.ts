import { eq, sql } from "drizzle-orm";
import { articleEdits } from "../db/content-schema";
import { ProblemError } from "../http/problem";
import { toStorableText } from "../storable-text";
import { type ArticleWrite, copyOf, openForWrite } from "./open-article";
import { recordEdit } from "./write-copy";

const nextRevision = sql`${articleEdits.revision} + 1`;

/** Hands a draft in for review. */
export async function submitCopy(write: ArticleWrite): Promise<void> {
  await write.db.transaction(async (tx) => {
    const edit = copyOf(await openForWrite(tx, write));
    if (edit.status !== "draft") throw new ProblemError("conflict", "It has been submitted already.");
    await tx
      .update(articleEdits)
      .set({ status: "inReview", submittedAt: new Date(write.nowMs), revision: nextRevision })
      .where(eq(articleEdits.id, write.id));
    await recordEdit(tx, write, "article.submit");
  });
}

/** Makes a submitted or scheduled working copy a draft again, with a word to its author. Authors may take theirs back. */
export async function returnCopy(write: ArticleWrite, note: string): Promise<void> {
  await write.db.transaction(async (tx) => {
    const edit = copyOf(await openForWrite(tx, write));
    if (edit.status === "draft") throw new ProblemError("conflict", "It is a draft already.");
    await tx
      .update(articleEdits)
      .set({
        ...{ status: "draft", submittedAt: null, dueAt: null, revision: nextRevision },
        ...{ reviewerId: write.agent.id, reviewerName: write.agent.name, reviewNote: toStorableText(note) },
      })
      .where(eq(articleEdits.id, write.id));
    await recordEdit(tx, write, "article.return");
  });
}

/** Throws the working copy away. What is published stays. */
export async function discardCopy(write: ArticleWrite): Promise<void> {
  await write.db.transaction(async (tx) => {
    copyOf(await openForWrite(tx, write));
    await tx.delete(articleEdits).where(eq(articleEdits.id, write.id));
    await recordEdit(tx, write, "article.discard");
  });
}
