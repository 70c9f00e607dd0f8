import { and, asc, gt, isNull } from "drizzle-orm";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import type { OtherLine } from "./line";
import { readReferringLines, readSettingLines, readVersionLines } from "./read-other-lines";

/** Articles may have a megabyte each. */
const ARTICLES_AT_ONCE = 50;

export type ExportPart = { article: ArticleRow } | { other: OtherLine };

/**
 * Hands everything a team owns to `take`, as of one moment and always in the same order: articles in every state with
 * their working copies, categories, notices, situations, synonyms, page readers; with `withVersions` every version too.
 */
export async function readExport(
  db: Database,
  withVersions: boolean,
  take: (part: ExportPart) => Promise<void>,
): Promise<void> {
  await db.transaction(
    async (tx) => {
      for await (const other of readSettingLines(tx)) await take({ other });
      for await (const article of readArticles(tx)) {
        await take({ article });
        if (!withVersions) continue;
        for await (const other of readVersionLines(tx, article.id)) await take({ other });
      }
      for await (const other of readReferringLines(tx)) await take({ other });
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function* readArticles(tx: Database): AsyncIterable<ArticleRow> {
  let after = "";
  for (;;) {
    const isNext = and(isNull(articles.deletedAt), gt(articles.id, after));
    const rows = await tx.select().from(articles).where(isNext).orderBy(asc(articles.id)).limit(ARTICLES_AT_ONCE);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ARTICLES_AT_ONCE) return;
    after = last.id;
  }
}
