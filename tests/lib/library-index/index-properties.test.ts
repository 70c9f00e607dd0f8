/** What the index answers depends on the articles it holds alone: not on their order, not on history, not on how it came to be. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Article } from "../../../lib/contract/article";
import { createLibraryIndex, FIELDS, type LibraryIndex } from "../../../lib/library-index/library-index";
import { loadSegment, storeSegment } from "../../../lib/library-index/stored-segment";
import { rankArticles } from "../../../lib/ranking/rank-articles";
import { termsOf } from "../../../lib/text/tokens";
import { article, ticket } from "../builders";

const NOW_MS = Date.parse("2026-02-01T00:00:00Z");
const WORDS =
  "router light red cable restart password account invoice payment debit date bank wi-fi err-4102 2.4 changé réseau".split(
    " ",
  );
const BM25F = {
  k: 1.5,
  fields: {
    title: { share: 2.3, b: 0.4 },
    headings: { share: 1.7, b: 0.6 },
    tags: { share: 1.1, b: 0.3 },
    body: { share: 1, b: 0.75 },
  },
};

const textOf = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength }).map((words) => words.join(" "));

function articleWith(id: fc.Arbitrary<string>): fc.Arbitrary<Article> {
  return fc
    .record({
      id,
      language: fc.constantFrom("en", "fr"),
      title: textOf(5),
      summary: textOf(4),
      tags: fc.array(fc.constantFrom(...WORDS), { maxLength: 2 }),
      sections: fc.array(fc.record({ heading: textOf(3), text: textOf(20) }), { maxLength: 3 }),
      openFlags: fc.nat(1),
    })
    .map(article);
}

const IDS = Array.from({ length: 24 }, (_, number) => `a${number}`);
const anyId = fc.constantFrom(...IDS);

type Change = { put: Article } | { remove: string } | "ask";
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: articleWith(anyId).map((put) => ({ put })) },
    { weight: 2, arbitrary: anyId.map((remove) => ({ remove })) },
    // Whoever asks makes the articles that wait go into a segment: merges fall differently.
    { weight: 2, arbitrary: fc.constant<"ask">("ask") },
  ),
  // Without a size of its own a list stays at about ten, and segments hardly ever merge.
  { maxLength: 120, size: "max" },
);

function replay(history: Change[]): { index: LibraryIndex; left: Map<string, Article> } {
  const index = createLibraryIndex();
  const left = new Map<string, Article>();
  for (const change of history) {
    if (change === "ask") {
      index.candidates([{ term: "router", weight: 1 }], 3, BM25F);
      index.relatedTerms("routre", 3);
      index.similarTerms("routre", 3);
    } else if ("put" in change) {
      index.put(change.put);
      left.set(change.put.id, change.put);
    } else {
      index.remove(change.remove);
      left.delete(change.remove);
    }
  }
  return { index, left };
}

function builtAtOnce(articles: Iterable<Article>): LibraryIndex {
  const index = createLibraryIndex();
  for (const each of articles) index.put(each);
  return index;
}

/** As the worker does it: stored, cloned by the database, loaded. */
function savedAndLoaded(index: LibraryIndex): LibraryIndex {
  const loaded = createLibraryIndex();
  const segments = index.segments().map((segment) => {
    const stored = structuredClone({ content: storeSegment(segment), dead: segment.dead });
    const found = loadSegment(stored.content, stored.dead);
    if (!found) throw new Error("a segment just stored is damaged");
    return found;
  });
  loaded.restore(segments);
  return loaded;
}

/** Everything an index answers about a query. */
function answers(index: LibraryIndex, text: string) {
  const terms = text
    .split(" ")
    .map((word, at) => ({ term: termsOf(word, "en")[0] ?? "", weight: 1 / (at + 3) }))
    .filter(({ term }) => term !== "");
  const numbers = new Map(terms.map(({ term }, number) => [term, number]));
  // Before ranking, which asks with constants of its own: what was prepared for these must not be stale.
  const candidates = index.candidates(terms, 7, BM25F);
  const ranking = rankArticles(index, ticket({ subject: text, text }), { droppedTerms: [], nowMs: NOW_MS });
  return {
    size: index.size,
    languages: index.languages(),
    frequencies: terms.map(({ term }) => index.documentFrequency(term)),
    averages: FIELDS.map((field) => index.averageLength(field)),
    prefixes: index.termsWithPrefix("r", 50),
    related: ["routre", "pasword", "wifi"].map((term) => index.relatedTerms(term, 5)),
    similar: ["routre", "accounting"].map((term) => index.similarTerms(term, 5)),
    candidates,
    named: index.candidatesById(IDS, terms, BM25F),
    ofAll: index.candidatesOfAll(
      terms.slice(0, 2).map((term) => [term]),
      7,
      BM25F,
    ),
    occurrences: IDS.map((id) => index.occurrences(id, numbers)),
    lengths: IDS.map((id) => FIELDS.map((field) => index.fieldLength(id, field))),
    ranked: ranking.ranked.map(({ article: { id }, score }) => ({ id, score })),
    confidence: ranking.confidence,
  };
}

it("answers the same built at once in any order, updated one by one, and loaded as it was saved", () => {
  fc.assert(
    fc.property(changes, textOf(8), fc.nat(), (history, text, seed) => {
      const { index, left } = replay(history);
      const shuffled = [...left.values()].sort((a, b) => ((a.id.length * seed) % 7) - ((b.id.length * seed) % 7));
      const expected = answers(builtAtOnce(left.values()), text);

      expect(answers(builtAtOnce(shuffled.reverse()), text)).toEqual(expected);
      expect(answers(index, text)).toEqual(expected);
      expect(answers(savedAndLoaded(index), text)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it("goes on the same after it was loaded", () => {
  fc.assert(
    fc.property(changes, changes, textOf(8), (before, after, text) => {
      const { left } = replay([...before, ...after]);
      const loaded = savedAndLoaded(replay(before).index);

      for (const change of after) {
        if (change === "ask") continue;
        if ("put" in change) loaded.put(change.put);
        else loaded.remove(change.remove);
      }

      expect(answers(loaded, text)).toEqual(answers(builtAtOnce(left.values()), text));
    }),
    { numRuns: 30 },
  );
});

it("answers the same when asked again", () => {
  fc.assert(
    fc.property(changes, textOf(8), (history, text) => {
      const { index } = replay(history);

      expect(answers(index, text)).toEqual(answers(index, text));
    }),
    { numRuns: 20 },
  );
});

it("keeps no word of an article that was removed", () => {
  fc.assert(
    fc.property(changes, (history) => {
      const { index } = replay(history);
      index.put(article({ id: "secret", title: "xylophone", tags: ["yodelling"], text: "zeppelin" }));
      index.candidates([{ term: "router", weight: 1 }], 3, BM25F);

      index.remove("secret");

      const kept = index.segments().map(storeSegment);
      expect(JSON.stringify(kept)).not.toMatch(/secret|xyloph|yodel|zeppelin/);
    }),
    { numRuns: 20 },
  );
});
