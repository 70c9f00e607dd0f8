import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../../lib/text/edit-distance";
import { createRelatedTerms, type RelatedTerm } from "../../../lib/text/related-terms";

const TERMS =
  "account password adress rechn rechnungsadress kundennumm numm printer remot rembours telecommand login".split(" ");

function related(term: string, terms = TERMS): RelatedTerm[] {
  const vocabulary = createRelatedTerms();
  for (const each of terms) vocabulary.add(each);
  return vocabulary.related(term, { limit: 10 });
}

describe("typing errors", () => {
  it.each([
    ["acount", "account"],
    ["pasword", "password"],
    ["passwrod", "password"],
    ["prnter", "printer"],
    ["pirnter", "printer"],
    ["telecomand", "telecommand"],
    ["rembourss", "rembours"],
    ["cacount", "account"],
    ["ogin", null],
    ["acounnt", null],
    ["printre", "printer"],
    ["wassword", "password"],
  ])("%s is meant for %s", (typed, meant) => {
    const [first] = related(typed);

    expect(first?.term ?? null).toBe(meant);
    if (meant !== null) expect(first?.kind).toBe("typo");
  });

  it("count less when the first letter is wrong, and hardly when a letter is doubled", () => {
    const [doubled] = related("passsword", ["password"]);
    const [exchanged] = related("pastword", ["password"]);
    const [firstLetter] = related("bassword", ["password"]);

    expect(doubled?.similarity).toBeGreaterThan(exchanged?.similarity ?? 1);
    expect(exchanged?.similarity).toBeGreaterThan(firstLetter?.similarity ?? 1);
  });

  it.each(["err4102", "0x8007", "发票不对吗", "", "a".repeat(65)])("are not looked for in %j", (term) => {
    expect(related(term, ["err4103", "发票不对呢"])).toEqual([]);
  });
});

describe("compounds", () => {
  it("are found by a part at either end", () => {
    expect(related("adress")).toContainEqual(expect.objectContaining({ term: "rechnungsadress", kind: "compound" }));
    expect(related("kunden")).toContainEqual(expect.objectContaining({ term: "kundennumm", kind: "compound" }));
  });

  it("find their parts, with linking letters and endings taken off", () => {
    const parts = related("rechnungsadress", ["adress", "rechn"]);

    expect(parts.map(({ term, kind }) => [term, kind])).toEqual([
      ["adress", "part"],
      ["rechn", "part"],
    ]);
  });

  it("are worth more when all of the word is known", () => {
    const [lone] = related("lieferadress", ["adress"]);
    const [whole] = related("lieferadress", ["adress", "lief"]);

    expect(whole?.similarity).toBeGreaterThan(lone?.similarity ?? 1);
  });
});

it("has similarities above 0 and below 1, the nearest first", () => {
  const found = related("accounts", ["account", "accountant", "counts", "discounts"]);

  const similarities = found.map(({ similarity }) => similarity);
  expect(similarities.every((similarity) => similarity > 0 && similarity < 1)).toBe(true);
  expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
});

it("answers alike whatever came and went before", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdr"), minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), fc.array(word), word, (terms, others, asked) => {
      const history = createRelatedTerms();
      for (const other of others) history.add(other);
      for (const term of [...terms].reverse()) history.add(term);
      for (const other of others) if (!terms.includes(other)) history.remove(other);

      expect(history.related(asked, { limit: 5 })).toEqual(related(asked, terms).slice(0, 5));
    }),
  );
});

/** The textbook's recursion, as slow as it is plain. */
function plainDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    plainDistance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
    plainDistance(x, b) + 1,
    plainDistance(a, y) + 1,
    swapped ? plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

it("counts errors as the plain recursion does", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(plainDistance(a, b), most + 1));
    }),
    { numRuns: 500 },
  );
});
