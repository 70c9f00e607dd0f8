/**
 * Articles that are news to the agent: each with what it said when the agent last had it, until it is read. What nobody
 * had a chance to read before is no news: the first full read brings none, and a later one only what really changed.
 */
import type { Article } from "../contract/article";
import type { ArticleChange, ChangesPage } from "../contract/changes";
import type { LibraryDatabase, StoredNews, SyncPosition } from "./library-database";

/** Who was away longer reads the newest; the rest is in the articles themselves. */
export const MAX_NEWS = 200;

type Text = NonNullable<StoredNews["before"]>;

function textOf({ version, title, sections, replyText }: Article): Text {
  return { version, title, sections, replyText };
}

/** Whether two versions say the same; verification, flags and addresses are not what an article says. */
function saysTheSame(one: Omit<Text, "version">, other: Omit<Text, "version">): boolean {
  const said = ({ title, sections, replyText }: Omit<Text, "version">) =>
    JSON.stringify([title, sections.map(({ heading, text }) => [heading, text]), replyText]);
  return said(one) === said(other);
}

/** In a repeated full read an article that was not here is new only when it was published since the library was last fresh. */
function isNewSince({ publishedAt }: Article, position: SyncPosition, isFullRead: boolean): boolean {
  return !isFullRead || (position.freshAtMs !== null && Date.parse(publishedAt) > position.freshAtMs);
}

function articlesPut(changes: ArticleChange[]): Article[] {
  const latest = new Map<string, Article>();
  for (const change of changes) if (change.op === "put") latest.set(change.article.id, change.article);
  return [...latest.values()];
}

/**
 * Within a transaction, before a page's articles are written: notes which of them are news. `position` is the one before
 * the page. Of several changes the agent has not read, the text before the first is kept.
 */
export async function noteNews(
  database: LibraryDatabase,
  position: SyncPosition,
  { reset, changes }: Pick<ChangesPage, "reset"> & { changes: ArticleChange[] },
  nowMs: number,
): Promise<void> {
  if (!position.isComplete) return;
  const isFullRead = reset || position.fullRead !== null;
  const incoming = articlesPut(changes);
  const ids = incoming.map(({ id }) => id);
  const [stored, unread] = await Promise.all([database.articles.bulkGet(ids), database.news.bulkGet(ids)]);
  const noted: StoredNews[] = [];
  const settled: string[] = [];
  incoming.forEach((article, at) => {
    const had = stored[at]?.article;
    const known = unread[at];
    if (had && saysTheSame(had, article)) return;
    if (!had && !isNewSince(article, position, isFullRead)) return;
    const before = known ? known.before : had ? textOf(had) : null;
    // What was changed and changed back is as the agent knows it.
    if (before && saysTheSame(before, article)) settled.push(article.id);
    else noted.push({ articleId: article.id, arrivedAtMs: nowMs, before });
  });
  await database.news.bulkDelete(settled);
  await database.news.bulkPut(noted);
  if (noted.length > 0) await dropOldest(database);
}

async function dropOldest(database: LibraryDatabase): Promise<void> {
  const surplus = (await database.news.count()) - MAX_NEWS;
  if (surplus <= 0) return;
  await database.news.bulkDelete(await database.news.orderBy("arrivedAtMs").limit(surplus).primaryKeys());
}

/** Marks articles as read, all of them for null; answers whether any was news. */
export function settleNews(database: LibraryDatabase, articleIds: string[] | null): Promise<boolean> {
  return database.transaction("rw", database.news, async () => {
    const before = await database.news.count();
    if (articleIds === null) await database.news.clear();
    else await database.news.bulkDelete(articleIds);
    return (await database.news.count()) < before;
  });
}

/** All news, the newest first. */
export async function readNews(database: LibraryDatabase): Promise<StoredNews[]> {
  const rows = await database.news.toArray();
  return rows.sort((a, b) => b.arrivedAtMs - a.arrivedAtMs || (a.articleId < b.articleId ? -1 : 1));
}
