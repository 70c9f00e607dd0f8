/** Brings articles from their rows into the index, a slice at a time. */
import { readAllArticles, readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import type { LibraryIndex } from "../library-index/library-index";

/** How many articles are indexed before other tasks get their turn. */
const SLICE = 25;

export type IndexTarget = {
  database: LibraryDatabase;
  index: LibraryIndex;
  /** Lets other tasks of this thread run. */
  yieldToOthers: () => Promise<void>;
};

/** Empties the index and puts every stored article into it. */
export async function indexEverything({ database, index, yieldToOthers }: IndexTarget): Promise<void> {
  index.restore([]);
  for await (const slice of readAllArticles(database, SLICE)) {
    for (const article of slice) index.put(article);
    await yieldToOthers();
  }
}

/** Brings these articles up to date: those without a row are taken out. */
export async function indexArticles({ database, index, yieldToOthers }: IndexTarget, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += SLICE) {
    const slice = ids.slice(at, at + SLICE);
    const found = new Map((await readArticles(database, slice)).map((article) => [article.id, article]));
    for (const id of slice) {
      const article = found.get(id);
      if (article) index.put(article);
      else index.remove(id);
    }
    await yieldToOthers();
  }
}
