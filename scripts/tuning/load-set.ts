import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Article } from "../../lib/contract/article";
import { createLibraryIndex, type LibraryIndex } from "../../lib/library-index/library-index";
import { type BeirQuery, type PastTicket, readBeirQueries, readPastTickets, readRelevant } from "../relevance/beir";
import { commonLanguage } from "../relevance/common-language";
import { readArticles } from "../relevance/read-articles";

/** A set of tickets with known answers, its articles in an index as the sidebar has them. */
export type LabelledSet = {
  name: string;
  language: string;
  articles: Article[];
  index: LibraryIndex;
  queries: BeirQuery[];
  relevant: Map<string, Map<string, number>>;
  /** Past tickets with at most so many for each article; empty where the set has none. */
  past(most: number): Promise<PastTicket[]>;
};

/** Reads a set in BEIR form. */
export async function loadSet(folder: string): Promise<LabelledSet> {
  const queries = await readBeirQueries(folder);
  const language = commonLanguage(queries);
  const warn = (line: number, reason: string) => console.error(`${folder}: corpus line ${line} left out: ${reason}`);
  const articles = await readArticles(folder, language, warn);
  const index = createLibraryIndex();
  for (const article of articles) index.put(article);
  const hasPast = existsSync(join(folder, "qrels", "train.tsv"));
  return {
    ...{ name: basename(folder), language, articles, index, queries },
    relevant: await readRelevant(folder),
    past: async (most) => (hasPast ? readPastTickets(folder, most) : []),
  };
}
