import type { Article } from "../contract/article";
import type { LibraryDatabase } from "./library-database";

/** Articles by id, in the order asked for; missing ones are left out. */
export async function readArticles(database: LibraryDatabase, ids: string[]): Promise<Article[]> {
  const rows = await database.articles.bulkGet(ids);
  return rows.flatMap((row) => (row ? [row.article] : []));
}

/** Every article of the library, `sliceSize` at a time, by id. */
export async function* readAllArticles(database: LibraryDatabase, sliceSize: number): AsyncGenerator<Article[]> {
  let after = "";
  for (;;) {
    const rows = await database.articles.where("id").above(after).limit(sliceSize).toArray();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => row.article);
    after = last.id;
  }
}
