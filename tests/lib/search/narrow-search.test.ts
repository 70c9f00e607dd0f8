import { describe, expect, it } from "vitest";
import type { Article } from "../../../lib/contract/article";
import { createLibraryIndex, type LibraryIndex } from "../../../lib/library-index/library-index";
import { createSynonyms } from "../../../lib/ranking/synonyms";
import { choicesIn, type SearchFilters } from "../../../lib/search/filters";
import { type SearchOptions, searchArticles } from "../../../lib/search/search-articles";
import { article } from "../builders";
import { synonymSet } from "../vocabulary";

const NOW_MS = Date.UTC(2026, 1, 1);
const NO_FILTERS: SearchFilters = { language: null, category: null, kind: null, audience: null, isVerified: false };

function indexOf(base: Article[]): LibraryIndex {
  const index = createLibraryIndex();
  for (const each of base) index.put(each);
  return index;
}

async function hits(base: Article[], text: string, options: SearchOptions = {}) {
  const read = async (ids: string[]) => ids.flatMap((id) => base.filter((each) => each.id === id));
  return searchArticles(indexOf(base), read, text, 10, { nowMs: NOW_MS, ...options });
}

async function search(base: Article[], text: string, filters: Partial<SearchFilters> = {}) {
  const found = await hits(base, text, { filters: { ...NO_FILTERS, ...filters } });
  return found.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
}

describe("words in quotation marks", () => {
  const BASE = [
    article({ id: "together", title: "Payments", text: "Change the direct debit of a customer." }),
    article({ id: "apart", title: "Debit cards", text: "A direct answer about a debit." }),
    article({ id: "stop", title: "Proof of purchase", text: "Ask for the receipt." }),
    article({ id: "near", title: "Purchase proof", text: "Ask for the receipt." }),
    article({ id: "fr", language: "fr", title: "Carte pour le bus", text: "La carte pour le bus coûte dix euros." }),
    article({ id: "again", title: "Bora Bora", text: "An island." }),
  ];

  it.each([
    ['"direct debit"', ["together"]],
    ["“direct debit”", ["together"]],
    ["« direct debit »", ["together"]],
    ['"direct deb', ["together"]],
    ['"debit direct"', []],
    ['customer "direct debit"', ["together"]],
    ['"proof of purchase"', ["stop"]],
    ['"proof purchase"', []],
    ['"carte pour le bus"', ["fr"]],
    ['"bora bora"', ["again"]],
  ])("finds for %s only what says so", async (typed, expected) => {
    expect(await search(BASE, typed)).toEqual(expected);
  });

  it("finds both without them", async () => {
    expect(await search(BASE, "direct debit")).toEqual(["apart", "together"]);
  });
});

describe("filters", () => {
  const verifiedAt = "2026-01-20T00:00:00Z";
  const BASE = [
    article({ id: "a", title: "Refund a fee", category: ["Billing", "Fees"], verifiedAt }),
    article({ id: "b", title: "Refund rules", category: ["Policies"], kind: "policy", verifiedAt: null }),
    article({ id: "c", title: "Refund by hand", audience: "internal", verifiedAt: "2025-01-01T00:00:00Z" }),
    article({ id: "d", title: "Refund", language: "fr-CA", text: "Refund", category: ["Billing"], verifiedAt }),
  ];

  it.each([
    [{}, ["a", "b", "c", "d"]],
    [{ language: "fr" }, ["d"]],
    [{ category: "Billing" }, ["a", "d"]],
    [{ category: "Billing", language: "en" }, ["a"]],
    [{ kind: "policy" as const }, ["b"]],
    [{ audience: "internal" as const }, ["c"]],
    [{ isVerified: true }, ["a", "d"]],
  ])("leaves with %o the articles %o", async (filters, expected) => {
    expect(await search(BASE, "refund", filters)).toEqual(expected);
  });

  it("finds what passes however many better ones do not", async () => {
    const many = Array.from({ length: 700 }, (_, at) => article({ id: `m${at}`, title: "Refund", text: "refund" }));
    const wanted = article({ id: "wanted", title: "Long title with refund in it", kind: "faq" });

    expect(await search([...many, wanted], "refund", { kind: "faq" })).toEqual(["wanted"]);
  });

  it("are offered by what the library holds, most frequent first", () => {
    const index = indexOf(BASE);
    index.remove("b");

    expect(choicesIn(index)).toEqual({
      languages: ["en", "fr"],
      categories: ["Billing"],
      kinds: ["how-to"],
      audiences: ["public", "internal"],
    });
  });
});

describe("the team's synonyms", () => {
  const BASE = [
    article({ id: "decoder", title: "Restart the decoder", text: "Pull the plug and wait." }),
    article({ id: "box", title: "Send a box back", text: "The carton must be closed." }),
  ];
  const synonyms = createSynonyms([synonymSet({ id: "s1", language: "en", phrases: ["decoder", "set-top box"] })]);

  it("find what the words themselves do not, and it is said of the words", async () => {
    const [first] = await hits(BASE, "restart set-top box", { synonyms });

    expect(first).toMatchObject({ id: "decoder" });
    expect(first?.matchedTerms.map(({ label, fields }) => [label, fields])).toEqual([
      ["restart", ["title"]],
      ["set-top box", ["title", "synonym"]],
    ]);
  });

  it("stand behind what has the words, with no higher score", async () => {
    const base = [...BASE, article({ id: "own", title: "Our set-top box", text: "A set-top box." })];

    const found = await hits(base, "set-top box", { synonyms });

    expect(found.map(({ id }) => id)).toEqual(["own", "decoder"]);
    expect(found[1]?.score).toBeLessThanOrEqual(found[0]?.score ?? 0);
  });

  it("stay out when the words find enough, and with quotation marks", async () => {
    const own = [1, 2, 3].map((at) => article({ id: `own${at}`, title: `Set-top box ${at}` }));

    const enough = await hits([...BASE, ...own], "set-top box", { synonyms });
    const quoted = await hits(BASE, '"set-top box"', { synonyms });

    expect(enough.map(({ id }) => id)).not.toContain("decoder");
    expect(quoted).toEqual([]);
  });
});

it("does without words that one of the base's languages leaves out", async () => {
  const base = [
    article({ id: "en", title: "Restart the router", text: "Pull the plug." }),
    article({ id: "fr", language: "fr", title: "Redémarrer la box", text: "Débranchez la box." }),
  ];

  expect(await search(base, "how to restart the router")).toEqual(["en"]);
});
