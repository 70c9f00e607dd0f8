import type { Article } from "../../../lib/contract/article";
import { type Change, type ChangesPage, changesPageSchema } from "../../../lib/contract/changes";
import type { ArticleTerms } from "../../../lib/contract/learned-terms";
import type { PageReader } from "../../../lib/contract/page-reader";
import type { Situation } from "../../../lib/contract/situation";
import type { SynonymSet } from "../../../lib/contract/synonym";
import type { TestAgent } from "../support";

/** What a client holds, kept by the words of the contract and nothing else, so that tests can judge the feed by it. */
export type Replica = {
  rows: Map<string, Article>;
  pageReaders: Map<string, PageReader>;
  terms: Map<string, ArticleTerms>;
  synonymSets: Map<string, SynonymSet>;
  situations: Map<string, Situation>;
  cursor: string | null;
  /** Reads one page and takes it in. */
  pullPage(limit?: number): Promise<ChangesPage>;
  /** Reads pages until there are no more, and answers them. */
  pull(limit?: number): Promise<ChangesPage[]>;
};

/** An empty replica that reads as this agent. */
export function createReplica(agent: TestAgent): Replica {
  let seenSinceReset: Set<string> | null = null;
  const tables = {
    rows: new Map<string, Article>(),
    pageReaders: new Map<string, PageReader>(),
    terms: new Map<string, ArticleTerms>(),
    synonymSets: new Map<string, SynonymSet>(),
    situations: new Map<string, Situation>(),
  };
  const replica: Replica = {
    ...tables,
    cursor: null,
    pullPage: async (limit = 200) => {
      const query = new URLSearchParams({ limit: String(limit), ...(replica.cursor && { cursor: replica.cursor }) });
      const page = changesPageSchema.parse(await (await agent.get(`/v1/changes?${query}`)).json());
      if (page.reset) seenSinceReset = new Set();
      for (const change of page.changes) {
        takeIn(tables, change);
        seenSinceReset?.add(nameOf(change));
      }
      if (!page.hasMore && seenSinceReset) {
        dropUnseen(tables, seenSinceReset);
        seenSinceReset = null;
      }
      replica.cursor = page.cursor;
      return page;
    },
    pull: async (limit) => {
      const pages = [await replica.pullPage(limit)];
      while (pages.at(-1)?.hasMore) pages.push(await replica.pullPage(limit));
      return pages;
    },
  };
  return replica;
}

type Tables = Pick<Replica, "rows" | "pageReaders" | "terms" | "synonymSets" | "situations">;

const PREFIXES = {
  rows: "",
  pageReaders: "reader ",
  terms: "terms ",
  synonymSets: "synonyms ",
  situations: "situation ",
} satisfies Record<keyof Tables, string>;

function takeIn(tables: Tables, change: Change): void {
  if ("article" in change) tables.rows.set(change.article.id, change.article);
  else if ("pageReader" in change) tables.pageReaders.set(change.pageReader.helpdesk, change.pageReader);
  else if ("articleTerms" in change) tables.terms.set(change.articleTerms.articleId, change.articleTerms);
  else if ("synonymSet" in change) tables.synonymSets.set(change.synonymSet.id, change.synonymSet);
  else if ("situation" in change) tables.situations.set(change.situation.id, change.situation);
  else if ("helpdesk" in change) tables.pageReaders.delete(change.helpdesk);
  else if ("articleId" in change) tables.terms.delete(change.articleId);
  else if ("id" in change && change.type === "article") tables.rows.delete(change.id);
  else if ("id" in change && change.type === "synonymSet") tables.synonymSets.delete(change.id);
  else if ("id" in change) tables.situations.delete(change.id);
}

function dropUnseen(tables: Tables, seen: ReadonlySet<string>): void {
  for (const [name, prefix] of Object.entries(PREFIXES)) {
    const table = tables[name as keyof Tables];
    for (const key of [...table.keys()]) if (!seen.has(prefix + key)) table.delete(key);
  }
}

/** The changes of a page in short: `put a`, `delete b`, `put reader zendesk`, `put terms a`. */
export function inShort(page: ChangesPage | undefined): string[] {
  return (page?.changes ?? []).map((change) => `${change.op} ${nameOf(change)}`);
}

function nameOf(change: Change): string {
  if ("article" in change) return change.article.id;
  if ("pageReader" in change) return PREFIXES.pageReaders + change.pageReader.helpdesk;
  if ("articleTerms" in change) return PREFIXES.terms + change.articleTerms.articleId;
  if ("synonymSet" in change) return PREFIXES.synonymSets + change.synonymSet.id;
  if ("situation" in change) return PREFIXES.situations + change.situation.id;
  if ("helpdesk" in change) return PREFIXES.pageReaders + change.helpdesk;
  if ("articleId" in change) return PREFIXES.terms + change.articleId;
  if (!("id" in change)) return "?";
  if (change.type === "article") return change.id;
  return (change.type === "synonymSet" ? PREFIXES.synonymSets : PREFIXES.situations) + change.id;
}
