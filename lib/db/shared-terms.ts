import type { ArticleTermsChange, Change } from "../contract/changes";
import type { ArticleTerms } from "../contract/learned-terms";
import { applyRows } from "./apply-rows";
import type { LibraryDatabase, StoredArticleTerms } from "./library-database";

/** What the team taught about every article, by article id. */
export async function readSharedTerms(database: LibraryDatabase): Promise<ArticleTerms[]> {
  return (await database.sharedTerms.toArray()).map((row) => row.articleTerms);
}

/** The same of some articles, in the order asked for; those of which nothing is known are left out. */
export async function readSharedTermsOf(database: LibraryDatabase, articleIds: string[]): Promise<ArticleTerms[]> {
  return (await database.sharedTerms.bulkGet(articleIds)).flatMap((row) => (row ? [row.articleTerms] : []));
}

/** A change of this type that holds neither did not fit its schema: it is none that this client knows. */
function isArticleTermsChange(change: Change): change is ArticleTermsChange {
  return change.type === "articleTerms" && ("articleTerms" in change || "articleId" in change);
}

/** Within a transaction: writes a page's last word on each article's terms; answers the ids of the articles whose terms are others than before. */
export function applyArticleTermsChanges(
  database: LibraryDatabase,
  changes: Change[],
  generation: number,
): Promise<string[]> {
  const rows = new Map<string, StoredArticleTerms | null>();
  for (const change of changes.filter(isArticleTermsChange)) {
    if (change.op === "delete") {
      rows.set(change.articleId, null);
    } else {
      const { articleTerms } = change;
      rows.set(articleTerms.articleId, { articleId: articleTerms.articleId, generation, articleTerms });
    }
  }
  return applyRows(database.sharedTerms, rows);
}
