import { describe, expect, it } from "vitest";
import type { Article } from "../../../lib/contract/article";
import { type Bm25f, countIn, createLibraryIndex, type LibraryIndex } from "../../../lib/library-index/library-index";
import { termsOf } from "../../../lib/text/tokens";
import { article } from "../builders";

const EVEN: Bm25f = {
  k: 1,
  fields: {
    title: { share: 1, b: 0 },
    headings: { share: 1, b: 0 },
    tags: { share: 1, b: 0 },
    body: { share: 1, b: 0 },
  },
};

function indexOf(...articles: Article[]): LibraryIndex {
  const index = createLibraryIndex();
  for (const each of articles) index.put(each);
  return index;
}

/** The term of an English word, whatever the stemmer makes of it. */
function termOf(word: string): string {
  return termsOf(word, "en")[0] ?? "";
}

function idsFor(index: LibraryIndex, term: string): string[] {
  return index.candidates([{ term, weight: 1 }], 10, EVEN).map((candidate) => candidate.article.id);
}

describe("candidates", () => {
  it("scores by the saturated counts of each term, times its weight", () => {
    const index = indexOf(article({ id: "a", title: "Router", text: "router cable" }));

    const [found] = index.candidates(
      [
        { term: "router", weight: 3 },
        { term: termOf("cable"), weight: 1 },
      ],
      10,
      EVEN,
    );

    expect(found?.score).toBeCloseTo(3 * (2 / 3) + 1 * (1 / 2), 12);
  });

  it("counts a field by its share", () => {
    const index = indexOf(article({ id: "body", text: "router" }), article({ id: "title", title: "Router" }));
    const bm25f = { ...EVEN, fields: { ...EVEN.fields, title: { share: 4, b: 0 } } };

    const found = index.candidates([{ term: "router", weight: 1 }], 10, bm25f);

    expect(found.map(({ article: { id }, score }) => [id, score])).toEqual([
      ["title", 4 / 5],
      ["body", 1 / 2],
    ]);
  });

  it("counts a word less in a field that is longer than most", () => {
    const index = indexOf(
      article({ id: "long", text: "router cable socket plug wall window" }),
      article({ id: "short", text: "router" }),
    );
    const bm25f = { ...EVEN, fields: { ...EVEN.fields, body: { share: 1, b: 1 } } };

    const found = index.candidates([{ term: "router", weight: 1 }], 10, bm25f);

    expect(found.map((candidate) => candidate.article.id)).toEqual(["short", "long"]);
  });

  it("tells for each term in which fields it stands how often", () => {
    const index = indexOf(article({ id: "a", title: "Router", tags: ["router"], text: "router, router and cable" }));

    const [found] = index.candidates(
      [
        { term: "router", weight: 1 },
        { term: "nowhere", weight: 1 },
      ],
      10,
      EVEN,
    );

    const [router = 0, nowhere] = found?.counts ?? [];
    expect({
      title: countIn(router, "title"),
      headings: countIn(router, "headings"),
      tags: countIn(router, "tags"),
      body: countIn(router, "body"),
    }).toEqual({ title: 1, headings: 0, tags: 1, body: 2 });
    expect(nowhere).toBe(0);
  });

  it("orders equal scores by id and keeps to the limit", () => {
    const index = indexOf(...["c", "a", "d", "b"].map((id) => article({ id, text: "router" })));

    const found = index.candidates([{ term: "router", weight: 1 }], 3, EVEN);

    expect(found.map((candidate) => candidate.article.id)).toEqual(["a", "b", "c"]);
  });

  it("finds an article by its latest words only", () => {
    const index = indexOf(article({ id: "a", text: "router" }));

    index.put(article({ id: "a", text: "television" }));

    expect(idsFor(index, "router")).toEqual([]);
    expect(idsFor(index, termOf("television"))).toEqual(["a"]);
  });

  it("finds no article that was removed", () => {
    const index = indexOf(article({ id: "a", text: "router" }), article({ id: "b", text: "router" }));

    index.remove("a");

    expect(idsFor(index, "router")).toEqual(["b"]);
  });
});

it("gives named articles the score they have among the candidates, and 0 to those without the words", () => {
  const index = indexOf(
    article({ id: "a", title: "Router", text: "cable" }),
    article({ id: "b", text: "television" }),
    article({ id: "c", text: "router cable router" }),
  );
  const terms = [
    { term: "router", weight: 0.3 },
    { term: termOf("cable"), weight: 0.7 },
  ];

  const named = index.candidatesById(["b", "c", "unknown", "a"], terms, EVEN);

  const scores = new Map(index.candidates(terms, 10, EVEN).map((found) => [found.article.id, found.score]));
  expect(named.map(({ article: { id }, score }) => [id, score])).toEqual([
    ["b", 0],
    ["c", scores.get("c")],
    ["a", scores.get("a")],
  ]);
});

it("finds the articles that hold a term of every group", () => {
  const index = indexOf(
    article({ id: "both", text: "router light" }),
    article({ id: "one", text: "router" }),
    article({ id: "other", text: "modem lamp" }),
  );
  const group = (...terms: string[]) => terms.map((term) => ({ term, weight: 1 }));

  const found = index.candidatesOfAll([group("router", "modem"), group("light", "lamp")], 10, EVEN);

  expect(found.map((candidate) => candidate.article.id)).toEqual(["both", "other"]);
});

describe("occurrences", () => {
  const index = indexOf(
    article({
      id: "a",
      title: "Red router",
      summary: "About the router",
      sections: [
        { heading: "", text: "The light is red." },
        { heading: "Router", text: "Switch it off." },
      ],
    }),
  );

  it("tells the part and the order of the words", () => {
    const found = index.occurrences("a", new Map([["router", 7]]));

    expect(found.map(({ term, part }) => [term, part])).toEqual([
      [7, 0],
      [7, 1],
      [7, 3],
    ]);
  });

  it("puts neighbours one apart, and parts further", () => {
    const terms = new Map([
      ["red", 0],
      ["router", 1],
    ]);

    const [red, router, inSummary] = index.occurrences("a", terms).map(({ position }) => position);

    expect([red, router]).toEqual([0, 1]);
    expect(inSummary).toBeGreaterThan(10);
  });

  it("puts all terms of one word at its position", () => {
    const compound = indexOf(article({ id: "a", title: "Error ERR-4102 here" }));

    const found = compound.occurrences(
      "a",
      new Map([
        ["err4102", 0],
        ["4102", 1],
      ]),
    );

    expect(new Set(found.map(({ term }) => term))).toEqual(new Set([0, 1]));
    expect(new Set(found.map(({ position }) => position)).size).toBe(1);
  });

  it("has none for tags", () => {
    const tagged = indexOf(article({ id: "a", title: "Router", tags: ["cable"] }));

    expect(tagged.occurrences("a", new Map([[termOf("cable"), 0]]))).toEqual([]);
  });
});

it("knows the lengths of fields and their means", () => {
  const index = indexOf(article({ id: "a", title: "Red router" }), article({ id: "b", title: "Television, window" }));

  index.put(article({ id: "c", title: "Window, television, router, cable, socket" }));

  expect(index.fieldLength("a", "title")).toBe(2);
  expect(index.fieldLength("unknown", "title")).toBe(0);
  expect(index.averageLength("title")).toBe(3);
});

it("reads each article in its own language", () => {
  const index = indexOf(
    article({ id: "fr", language: "fr", title: "Résilier les contrats" }),
    article({ id: "en", language: "en", title: "Cancelling contracts" }),
  );

  expect(index.languages()).toEqual(["en", "fr"]);
  expect(idsFor(index, termsOf("contrats", "fr")[0] ?? "")).toEqual(["fr"]);
});

it("knows the other languages of an article from either side", () => {
  const index = indexOf(
    article({ id: "en", language: "en" }),
    article({ id: "fr", language: "fr", translationOf: "en", sourceVersion: 1 }),
    article({ id: "de", language: "de", translationOf: "en", sourceVersion: 1 }),
  );

  const others = (id: string) => index.translationsOf(id).map((other) => other.id);

  expect([others("en"), others("fr"), others("de")]).toEqual([
    ["de", "fr"],
    ["de", "en"],
    ["en", "fr"],
  ]);
});

it("tells the terms that begin with a prefix, those of most articles first", () => {
  const index = indexOf(
    article({ id: "a", text: "routine" }),
    article({ id: "b", text: "router" }),
    article({ id: "c", text: "router" }),
    article({ id: "d", text: "cable" }),
  );

  const found = index.termsWithPrefix("rout", 10);

  expect(found[0]).toBe("router");
  expect(found).toHaveLength(2);
  expect(index.termsWithPrefix("rout", 1)).toEqual(["router"]);
});
