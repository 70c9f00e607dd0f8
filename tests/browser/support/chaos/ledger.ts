/** What the agent said, as far as the panel confirmed it, and what must hold of it on this machine and on the server. */
import { expect } from "@playwright/test";
import { acknowledgements, articleEdits } from "../../../../server/db/content-schema";
import { gaps } from "../../../../server/db/usage-schema";
import { createReplica } from "../../../server/feed/replica";
import type { Backend } from "../backend";
import type { ChaosFront } from "./front";
import type { StoredWords } from "./stored-words";

export const PATHS = {
  flag: "/v1/flags",
  gap: "/v1/gaps",
  draft: "/v1/articles",
  acknowledgement: "/v1/acknowledgements",
} as const;

export type Kind = keyof typeof PATHS;

/**
 * `maybe`: it was begun, and the panel did not live to say what became of it. `kept`: a draft on this machine that is not
 * handed over. `none`: taken back.
 */
type Standing = "maybe" | "given" | "kept" | "none";

/** A word by its own name: the article flagged, the term of a gap, a draft's title, a notice's version. */
export type Word = { kind: Kind; name: string };

type KnownRow = Word & { id: string; state: string };

export type Ledger = {
  note(word: Word, standing: Standing): void;
  /** A draft is written over: as it was it may be gone from now on. */
  replaceDraft(name: string): void;
  /** How many words are in it, by their standing. */
  count(standing: Standing): number;
  /** Throws when a word is lost, doubled, renamed, refused, nobody's, or taken for sent and the server was never told. */
  checkStored(stored: StoredWords, told: ChaosFront["told"]): void;
  /** Throws unless the server has every word once, under the id it has here, and nothing else was ever sent. */
  checkServer(stored: StoredWords, backend: Backend, front: ChaosFront): Promise<void>;
};

function rowsOf(stored: StoredWords): KnownRow[] {
  const row = (kind: Kind, name: string, { id, state }: { id: string; state: string }) => ({ kind, name, id, state });
  return [
    ...stored.outbox.map((flag) => row("flag", flag.articleId, flag)),
    ...stored.gaps.map((each) => row("gap", each.gap.terms.join(" "), each)),
    ...stored.drafts.map((draft) => row("draft", draft.content.title, draft)),
    ...stored.acknowledgements.map((each) => row("acknowledgement", each.id, each)),
  ];
}

const keyOf = ({ kind, name }: Word) => `${kind} ${name}`;

function isAsSaid(rows: KnownRow[], standing: Standing): boolean {
  if (standing === "maybe") return rows.length <= 1;
  if (standing === "none") return rows.length === 0;
  return rows.length === 1 && (rows[0]?.state === "local") === (standing === "kept");
}

/** The ids of all of a kind on the server, with their names. */
async function wordsOnServer({ db, readFlags }: Backend): Promise<(Word & { id: string })[]> {
  const [storedFlags, storedGaps] = [await readFlags(), await db.select().from(gaps)];
  const [storedDrafts, understood] = [await db.select().from(articleEdits), await db.select().from(acknowledgements)];
  return [
    ...storedFlags.map(({ id, articleId }) => ({ kind: "flag" as const, name: articleId, id })),
    ...storedGaps.map(({ id, terms }) => ({ kind: "gap" as const, name: terms.join(" "), id })),
    ...storedDrafts.map(({ id, content }) => ({ kind: "draft" as const, name: content.title, id })),
    ...understood
      .map(({ noticeId, version }) => `${noticeId}/${version}`)
      .map((name) => ({ kind: "acknowledgement" as const, name, id: name })),
  ];
}

function inOrder(words: (Word & { id: string })[]): string[] {
  return words.map((word) => `${keyOf(word)} ${word.id}`).sort((a, b) => a.localeCompare(b));
}

export function createLedger(): Ledger {
  const words = new Map<string, Standing>();
  const ids = new Map<string, string>();

  function checkIds(rows: KnownRow[]): void {
    const renamed = rows.filter((row) => (ids.get(keyOf(row)) ?? row.id) !== row.id);
    expect(renamed, "words that have another id than before").toEqual([]);
    for (const row of rows) ids.set(keyOf(row), row.id);
  }

  return {
    note: (word, standing) => void words.set(keyOf(word), standing),
    replaceDraft(name) {
      const key = keyOf({ kind: "draft", name });
      if (words.has(key)) words.set(key, "maybe");
    },
    count: (standing) => [...words.values()].filter((each) => each === standing).length,
    checkStored(stored, told) {
      const rows = rowsOf(stored);
      expect(
        rows.filter((row) => !words.has(keyOf(row)) || row.state === "refused"),
        "nobody's, or refused",
      ).toEqual([]);
      const wrong = [...words]
        .map(([key, standing]) => ({ key, standing, rows: rows.filter((row) => keyOf(row) === key) }))
        .filter(({ standing, rows: own }) => !isAsSaid(own, standing));
      expect(wrong, "words that are lost or doubled").toEqual([]);
      checkIds(rows);
      const untold = rows.filter(({ kind, id, state }) => state === "sent" && !told.get(PATHS[kind])?.has(id));
      expect(untold, "taken for sent").toEqual([]);
    },
    async checkServer(stored, backend, front) {
      const sent = rowsOf(stored).filter(({ state }) => state !== "local");
      expect(inOrder(await wordsOnServer(backend))).toEqual(inOrder(sent));
      for (const kind of Object.keys(PATHS) as Kind[]) {
        const own = sent.filter((row) => row.kind === kind).map(({ id }) => id);
        expect(front.told.get(PATHS[kind]), `ids sent to ${PATHS[kind]}`).toEqual(new Set(own));
      }
    },
  };
}

/** What the panel's copy must equal in the end: everything that the server tells this agent, and nothing new after it. */
export async function checkCopy(stored: StoredWords, { url, token }: Backend): Promise<void> {
  const get = (path: string) => fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  const replica = createReplica({ get: async (path) => get(path) });
  await replica.pull();
  const { articles, notices, flagOutcomes } = stored;
  expect(new Map(articles.map(({ id, article }) => [id, article]))).toEqual(replica.rows);
  expect(new Map(notices.map(({ id, notice }) => [id, notice]))).toEqual(replica.notices);
  expect(new Map(flagOutcomes.map(({ id, outcome }) => [id, outcome]))).toEqual(replica.flagOutcomes);
  expect(new Set(stored.acknowledgements.map(({ id }) => id))).toEqual(new Set(replica.acknowledgements.keys()));
  const cursor = stored.sync[0]?.cursor ?? "";
  const next = await get(`/v1/changes?cursor=${encodeURIComponent(cursor)}`);
  const news = next.status === 304 ? null : await next.json();
  expect(news === null || (news.changes.length === 0 && !news.reset), JSON.stringify(news)).toBe(true);
}
