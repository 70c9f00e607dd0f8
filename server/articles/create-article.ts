/** Articles that are begun from outside the desk: by agents too, and under an id the client may have chosen. */
import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { ArticleContent } from "../../lib/contract/authoring";
import { articleVersions } from "../db/content-schema";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import { ProblemError } from "../http/problem";
import { toStorableText } from "../storable-text";
import { type ArticleWrite, openArticle } from "./open-article";
import { checkReaders, tidyContent } from "./tidy-content";
import { type CopyDraft, insertCopy, overwriteCopy, saysTheSame } from "./write-copy";

/**
 * Begins an article, or finds it begun: a request whose answer was lost may be repeated under its id. The same author's
 * draft takes what is sent as long as nobody else has gone on with it. True when the article is new. Ends the request with
 * `conflict` when the id is another's, or when what is sent comes too late.
 */
export async function createArticle(write: ArticleWrite, sent: CopyDraft): Promise<boolean> {
  const draft = { content: tidyContent(write.id, sent.content), note: toStorableText(sent.note) };
  return write.db.transaction(async (tx) => {
    const isKnown = await settleKnown(tx, write, draft);
    if (isKnown) return false;
    checkReaders(write.agent, draft.content, null);
    if (await insertCopy(tx, write, { ...draft, baseVersion: null, origin: "edit" })) return true;
    // The same request at the very same moment; it has ended by now, or the insert would have waited.
    if (await settleKnown(tx, write, draft)) return false;
    throw idIsTaken();
  });
}

/** Brings what the author began under this id up to date; false when there is nothing under it. */
async function settleKnown(tx: Database, write: ArticleWrite, draft: CopyDraft): Promise<boolean> {
  const open = await openArticle(tx, write.agent, write.id, { lock: true });
  const edit = open?.edit ?? null;
  if (edit && open?.row === null && edit.creatorId === write.agent.id) {
    if (saysTheSame(edit, draft)) return true;
    if (edit.status !== "draft" || edit.authorId !== write.agent.id) throw isTooLate();
    checkReaders(write.agent, draft.content, edit.content);
    await overwriteCopy(tx, write, edit, draft);
    return true;
  }
  if (open?.row && (await wasBegunBy(tx, write))) {
    if (saysWhatIsServed(open.row, draft.content)) return true;
    throw isTooLate();
  }
  const isTaken = open !== null || (await tx.$count(articles, eq(articles.id, write.id))) > 0;
  if (isTaken) throw idIsTaken();
  return false;
}

/** Whether the first version of the article is this agent's. */
async function wasBegunBy(tx: Database, { agent, id }: ArticleWrite): Promise<boolean> {
  const { articleId, version, authorId } = articleVersions;
  const isFirst = and(eq(articleId, id), eq(version, 1), eq(authorId, agent.id));
  return (await tx.$count(articleVersions, isFirst)) > 0;
}

function saysWhatIsServed(row: ArticleRow, content: ArticleContent): boolean {
  const textOf = ({ language, title, summary, bodyHtml, replyText, kind }: ArticleRow | ArticleContent) => ({
    ...{ language, title, summary, bodyHtml, replyText, kind },
  });
  return isDeepStrictEqual(textOf(row), textOf(content));
}

function idIsTaken(): ProblemError {
  return new ProblemError("conflict", "This id is taken; choose another.");
}

function isTooLate(): ProblemError {
  return new ProblemError("conflict", "Somebody has gone on with this draft meanwhile; it was not changed.");
}
