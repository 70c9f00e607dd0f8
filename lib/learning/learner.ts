/**
 * Learning from use on one machine: the same for a library with its database and for a bench with Maps. What a ticket
 * teaches becomes terms of the article that solved it; the ticket itself is known by a hash only.
 */
import type { ArticleTerms } from "../contract/learned-terms";
import { TEXT_ANALYSIS_VERSION } from "../text/analysis-version";
import type { Ticket } from "../ticket";
import type { LearnedArticle } from "./learned-article";
import { learnedEntry } from "./learned-entry";
import { createLearnedModel, type LearnedModel, type UpdatableModel } from "./learned-model";
import type { LearningStore } from "./learning-store";
import { type KnownTerms, lessonTerms } from "./lesson-terms";
import { createMemoryStore } from "./memory-store";
import { createSalt, createSaltedHash, type Hash } from "./salted-hash";
import { SIGNAL_STRENGTHS, type Signal } from "./signals";
import { noticeRows, teachRows } from "./teach-rows";
import { restoreRows, unteachRows } from "./unteach-rows";

/** What one `teach` added: the terms, in clear because they are known, and how strongly (0 to 1) before and after. */
export type Taught = { terms: string[]; strengthBefore: number; strength: number };

export type Learner = {
  /** The model as it stands; it changes in place with every lesson. */
  model(): LearnedModel;
  /** Lets a ticket teach an article. Null when it taught nothing new. Tickets are told apart by host and id. */
  teach(ticket: Ticket, articleId: string, signal: Signal): Promise<Taught | null>;
  /** A ticket was read: it counts among those that have its words. Teaches nothing. */
  notice(ticket: Ticket): Promise<void>;
  /**
   * Takes back what a ticket taught a flagged article and halves the rest of its terms there; without a ticket halves all
   * terms. Answers the terms concerned; null when this flag was counted before.
   */
  unteach(articleId: string, ticket: Ticket | null, flagId: string): Promise<string[] | null>;
  /** Gives back what a flag took; false when it took nothing. */
  restore(flagId: string): Promise<boolean>;
  /** Brings the model up to what is stored, at the present time. */
  load(): Promise<void>;
  /** The same for some articles. */
  reload(articleIds: string[]): Promise<void>;
};

export type LearnerOptions = {
  base: KnownTerms;
  nowMs: () => number;
  store?: LearningStore;
  /** Hides words that are not known yet, and tickets. */
  hash?: Hash;
  /** Hears which articles' rows a lesson changed. */
  onChanged?: (articleIds: string[]) => void;
};

function ticketName({ helpdesk, url, id }: Ticket): string {
  return `ticket ${helpdesk} ${new URL(url).host} ${id}`;
}

/** A learner; nothing is in its model until `load` when its store holds something already. */
export function createLearner(options: LearnerOptions): Learner {
  const { base, nowMs, store = createMemoryStore(), hash = createSaltedHash(createSalt()) } = options;
  let model: UpdatableModel = createLearnedModel();
  let modelAtMs = nowMs();
  /** Articles that changed while the model is being made anew. */
  let missedByLoad: Set<string> | null = null;

  function show(articleId: string, own: LearnedArticle | undefined, shared: ArticleTerms | undefined): void {
    missedByLoad?.add(articleId);
    model.put(learnedEntry(articleId, own, shared, modelAtMs));
  }

  async function reload(articleIds: string[]): Promise<void> {
    const read = await store.transact(async (rows) => {
      const found: [string, LearnedArticle | undefined, ArticleTerms | undefined][] = [];
      for (const id of articleIds) found.push([id, await rows.articles.get(id), await rows.shared(id)]);
      return found;
    });
    for (const [id, own, shared] of read) show(id, own, shared);
  }

  async function follow(articleIds: string[]): Promise<void> {
    await reload(articleIds);
    if (articleIds.length > 0) options.onChanged?.(articleIds);
  }

  async function termsOf(ticket: Ticket) {
    const { known, unknown } = lessonTerms(ticket, base, (term) => model.postingList(term).numbers.length > 0);
    // Terms of another text analysis are other words.
    const hashOf = (term: string) => hash(`term ${TEXT_ANALYSIS_VERSION} ${term}`);
    const hashed = await Promise.all(
      unknown.map(async (term): Promise<[string, string]> => [await hashOf(term), term]),
    );
    return { known, unknown: new Map(hashed), ticketHash: await hash(ticketName(ticket)) };
  }

  async function loadAnew(): Promise<void> {
    const missed = new Set<string>();
    missedByLoad = missed;
    try {
      const next = createLearnedModel();
      const atMs = nowMs();
      for await (const slice of store.readAll()) {
        for (const { articleId, own, shared } of slice) next.put(learnedEntry(articleId, own, shared, atMs));
      }
      model = next;
      modelAtMs = atMs;
    } finally {
      missedByLoad = null;
    }
    await reload([...missed]);
  }

  let lastLoad: Promise<unknown> = Promise.resolve();

  return {
    model: () => model,
    async teach(ticket, articleId, signal) {
      const { known, unknown, ticketHash } = await termsOf(ticket);
      if (known.length + unknown.size === 0) return null;
      const strength = SIGNAL_STRENGTHS[signal];
      const lesson = { ticketHash, articleId, strength, atMs: nowMs(), known, unknown };
      const { gain, changed, promoted } = await store.transact((rows) => teachRows(rows, lesson));
      await follow(changed);
      return gain > 0 ? { terms: [...known, ...promoted], strengthBefore: strength - gain, strength } : null;
    },
    async notice(ticket) {
      const { unknown, ticketHash } = await termsOf(ticket);
      if (unknown.size === 0) return;
      await follow(await store.transact((rows) => noticeRows(rows, { ticketHash, atMs: nowMs(), unknown })));
    },
    async unteach(articleId, ticket, flagId) {
      const found = ticket && (await termsOf(ticket));
      const concerned = found && {
        ticketHash: found.ticketHash,
        terms: found.known,
        unknown: [...found.unknown.keys()],
      };
      const flag = { flagId, articleId, ticket: concerned, atMs: nowMs() };
      const terms = await store.transact((rows) => unteachRows(rows, flag));
      if (terms) await follow([articleId]);
      return terms;
    },
    async restore(flagId) {
      const articleId = await store.transact((rows) => restoreRows(rows, flagId, nowMs()));
      if (articleId !== null) await follow([articleId]);
      return articleId !== null;
    },
    load() {
      const done = lastLoad.then(loadAnew);
      // Whoever asked hears of the failure; the next load reads all the same.
      lastLoad = done.catch(() => undefined);
      return done;
    },
    reload,
  };
}
