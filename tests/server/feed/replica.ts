import type { Article } from "../../../lib/contract/article";
import { type Change, type ChangesPage, changesPageSchema } from "../../../lib/contract/changes";
import type { PageReader } from "../../../lib/contract/page-reader";
import type { TestAgent } from "../support";

/** What a client holds, kept by the words of the contract and nothing else, so that tests can judge the feed by it. */
export type Replica = {
  rows: Map<string, Article>;
  pageReaders: Map<string, PageReader>;
  cursor: string | null;
  /** Reads one page and takes it in. */
  pullPage(limit?: number): Promise<ChangesPage>;
  /** Reads pages until there are no more, and answers them. */
  pull(limit?: number): Promise<ChangesPage[]>;
};

/** An empty replica that reads as this agent. */
export function createReplica(agent: TestAgent): Replica {
  let seenSinceReset: Set<string> | null = null;
  const replica: Replica = {
    rows: new Map(),
    pageReaders: new Map(),
    cursor: null,
    pullPage: async (limit = 200) => {
      const query = new URLSearchParams({ limit: String(limit), ...(replica.cursor && { cursor: replica.cursor }) });
      const page = changesPageSchema.parse(await (await agent.get(`/v1/changes?${query}`)).json());
      if (page.reset) seenSinceReset = new Set();
      for (const change of page.changes) {
        takeIn(replica, change);
        seenSinceReset?.add(subjectOf(change));
      }
      if (!page.hasMore && seenSinceReset) {
        for (const id of [...replica.rows.keys()]) if (!seenSinceReset.has(id)) replica.rows.delete(id);
        for (const helpdesk of [...replica.pageReaders.keys()])
          if (!seenSinceReset.has(readerName(helpdesk))) replica.pageReaders.delete(helpdesk);
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

function takeIn({ rows, pageReaders }: Replica, change: Change): void {
  if ("article" in change) rows.set(change.article.id, change.article);
  else if ("pageReader" in change) pageReaders.set(change.pageReader.helpdesk, change.pageReader);
  else if ("helpdesk" in change) pageReaders.delete(change.helpdesk);
  else if ("id" in change) rows.delete(change.id);
}

/** The changes of a page in short: `put a`, `delete b`, `put reader zendesk`. */
export function inShort(page: ChangesPage | undefined): string[] {
  return (page?.changes ?? []).map((change) => `${change.op} ${subjectOf(change)}`);
}

function readerName(helpdesk: string): string {
  return `reader ${helpdesk}`;
}

function subjectOf(change: Change): string {
  if ("article" in change) return change.article.id;
  if ("pageReader" in change) return readerName(change.pageReader.helpdesk);
  if ("helpdesk" in change) return readerName(change.helpdesk);
  return "id" in change ? change.id : "?";
}
