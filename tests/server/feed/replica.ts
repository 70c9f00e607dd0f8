import type { Article } from "../../../lib/contract/article";
import { type Change, type ChangesPage, changesPageSchema } from "../../../lib/contract/changes";
import type { FlagOutcome } from "../../../lib/contract/flags";
import type { ArticleTerms } from "../../../lib/contract/learned-terms";
import type { Acknowledgement, Notice } from "../../../lib/contract/notice";
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
  notices: Map<string, Notice>;
  flagOutcomes: Map<string, FlagOutcome>;
  /** By notice and version: `n/1`. */
  acknowledgements: Map<string, Acknowledgement>;
  cursor: string | null;
  /** Reads one page and takes it in. */
  pullPage(limit?: number): Promise<ChangesPage>;
  /** Reads pages until there are no more, and answers them. */
  pull(limit?: number): Promise<ChangesPage[]>;
};

/** An empty replica that reads as this agent. */
export function createReplica(agent: Pick<TestAgent, "get">): Replica {
  let seenSinceReset: Set<string> | null = null;
  const tables = {
    rows: new Map<string, Article>(),
    pageReaders: new Map<string, PageReader>(),
    terms: new Map<string, ArticleTerms>(),
    synonymSets: new Map<string, SynonymSet>(),
    situations: new Map<string, Situation>(),
    notices: new Map<string, Notice>(),
    flagOutcomes: new Map<string, FlagOutcome>(),
    acknowledgements: new Map<string, Acknowledgement>(),
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

type Tables = Omit<Replica, "cursor" | "pullPage" | "pull">;

const PREFIXES = {
  rows: "",
  pageReaders: "reader ",
  terms: "terms ",
  synonymSets: "synonyms ",
  situations: "situation ",
  notices: "notice ",
  flagOutcomes: "outcome ",
  acknowledgements: "acknowledged ",
} satisfies Record<keyof Tables, string>;

/** Which table a delete by `id` is about. */
const TABLE_BY_TYPE = new Map<string, keyof Tables>([
  ["article", "rows"],
  ["synonymSet", "synonymSets"],
  ["situation", "situations"],
  ["notice", "notices"],
]);

function takeIn(tables: Tables, change: Change): void {
  if ("article" in change) tables.rows.set(change.article.id, change.article);
  else if ("pageReader" in change) tables.pageReaders.set(change.pageReader.helpdesk, change.pageReader);
  else if ("articleTerms" in change) tables.terms.set(change.articleTerms.articleId, change.articleTerms);
  else if ("synonymSet" in change) tables.synonymSets.set(change.synonymSet.id, change.synonymSet);
  else if ("situation" in change) tables.situations.set(change.situation.id, change.situation);
  else if ("notice" in change) tables.notices.set(change.notice.id, change.notice);
  else if ("flagOutcome" in change) tables.flagOutcomes.set(change.flagOutcome.id, change.flagOutcome);
  else if ("acknowledgement" in change) {
    tables.acknowledgements.set(keyOf(change.acknowledgement), change.acknowledgement);
  } else {
    const place = placeOf(change);
    if (place) tables[place.table].delete(place.key);
  }
}

function dropUnseen(tables: Tables, seen: ReadonlySet<string>): void {
  for (const [name, prefix] of Object.entries(PREFIXES)) {
    const table = tables[name as keyof Tables];
    for (const key of [...table.keys()]) if (!seen.has(prefix + key)) table.delete(key);
  }
}

/** Everything a replica holds, to compare it with another. */
export function tablesOf(replica: Replica): Tables {
  const { cursor, pullPage, pull, ...tables } = replica;
  return tables;
}

/** The changes of a page in short: `put a`, `delete b`, `put reader zendesk`, `put terms a`, `put notice n`. */
export function inShort(page: ChangesPage | undefined): string[] {
  return (page?.changes ?? []).map((change) => `${change.op} ${nameOf(change)}`);
}

function nameOf(change: Change): string {
  const place = placeOf(change);
  return place ? PREFIXES[place.table] + place.key : "?";
}

/** The row a change is about; null for a change of a type that the contract does not have. */
function placeOf(change: Change): { table: keyof Tables; key: string } | null {
  if ("article" in change) return { table: "rows", key: change.article.id };
  if ("pageReader" in change) return { table: "pageReaders", key: change.pageReader.helpdesk };
  if ("articleTerms" in change) return { table: "terms", key: change.articleTerms.articleId };
  if ("synonymSet" in change) return { table: "synonymSets", key: change.synonymSet.id };
  if ("situation" in change) return { table: "situations", key: change.situation.id };
  if ("notice" in change) return { table: "notices", key: change.notice.id };
  if ("flagOutcome" in change) return { table: "flagOutcomes", key: change.flagOutcome.id };
  if ("acknowledgement" in change) return { table: "acknowledgements", key: keyOf(change.acknowledgement) };
  if ("helpdesk" in change) return { table: "pageReaders", key: change.helpdesk };
  if ("articleId" in change) return { table: "terms", key: change.articleId };
  const table = TABLE_BY_TYPE.get(change.type);
  return table && "id" in change ? { table, key: change.id } : null;
}

function keyOf({ noticeId, version }: Acknowledgement): string {
  return `${noticeId}/${version}`;
}
