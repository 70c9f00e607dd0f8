import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SuggestWhen, suggestWhenSchema } from "../../../lib/contract/suggest-when";
import { rankArticles } from "../../../lib/ranking/rank-articles";
import { suggestArticles } from "../../../lib/ranking/suggest-articles";
import { article, message, ticket } from "../builders";
import { BASE, indexOf, OPTIONS, rankedIds, reader } from "./base";

/** Where silence is not the point: the confidence is calibrated on bases of hundreds of articles, not on eight. */
const OFTEN = { ...OPTIONS, suggestWhen: "often" } as const;

const suggest = (text: string, suggestWhen: SuggestWhen) =>
  suggestArticles(indexOf(BASE), reader(BASE), ticket({ text }), { ...OPTIONS, suggestWhen });

describe("the article ranked first", () => {
  it.each([
    ["debit-date", "Hello, my salary comes late. Can the direct debit be on another day of the month please?"],
    ["debit-bank", "Hi, I moved to another bank, here is my new IBAN for the direct debit."],
    ["router-light", "since this morning the router has a red light and nothing works"],
    ["wifi-slow", "the wifi is terribly slow in the bedroom"],
    ["sim-lost", "my phone was stolen on the train, please block the sim"],
    ["fr-routeur", "Bonjour, le voyant de mon routeur est rouge depuis hier, que faire ?"],
    ["fr-carte", "bonjour, j'ai perdu mon telephone, pouvez vous bloquer la carte sim"],
  ])("%s", (id, text) => {
    const ranking = rankArticles(indexOf(BASE), ticket({ text }), OPTIONS);

    expect(rankedIds(ranking)[0]).toBe(id);
  });
});

describe.each(suggestWhenSchema.options)("suggesting %s shows nothing", (suggestWhen) => {
  it("for a ticket that no article answers", async () => {
    const text =
      "Dear team, our football club looks for a sponsor for the new season. Would you be interested in a partnership?";

    const { hits, certainty } = await suggest(text, suggestWhen);

    expect(hits).toEqual([]);
    expect(certainty).toBeNull();
  });

  it("for an empty ticket", async () => {
    const { hits, certainty } = await suggest("", suggestWhen);

    expect(hits).toEqual([]);
    expect(certainty).toBeNull();
  });
});

it("reads the subject as well as the messages", () => {
  const asked = ticket({ subject: "Router with red light", text: "It started yesterday, please help." });

  const ranking = rankArticles(indexOf(BASE), asked, OPTIONS);

  expect(rankedIds(ranking)[0]).toBe("router-light");
});

it("pays no regard to internal notes", () => {
  const asked = ticket({
    messages: [message("my phone was stolen, block the sim"), message("router red light cable restart", "note")],
  });

  const ranking = rankArticles(indexOf(BASE), asked, OPTIONS);

  expect(ranking.query.terms.map(({ term }) => term)).not.toContain("router");
});

it("explains a hit by its passage and by the ticket's own words", async () => {
  const { hits } = await suggest("since this morning my router has a red light, I restarted it", "often");

  const passage = hits[0]?.passage;
  const marked = passage?.marks.map(({ start, end }) => passage.text.slice(start, end));
  expect(marked).toEqual(expect.arrayContaining(["red", "light"]));
  expect(hits[0]?.matchedTerms.map(({ label }) => label)).toEqual(expect.arrayContaining(["router", "red", "light"]));
});

it("leaves dropped terms out of the query", () => {
  const asked = ticket({ text: "router red light and my sim is blocked" });
  const sim = indexOf(BASE);

  const { query } = rankArticles(sim, asked, { ...OPTIONS, droppedTerms: ["router"] });

  expect(query.terms.map(({ term }) => term)).not.toContain("router");
  expect(query.terms.map(({ term }) => term)).toContain("red");
});

it("shows a code as one word, and drops it as one", async () => {
  const code = article({
    id: "code",
    title: "Error ERR-4102 on the bank account page",
    text: "ERR-4102 means a wrong IBAN.",
  });
  const asked = ticket({ text: "I get ERR-4102 when I enter my bank account" });
  const index = indexOf([...BASE, code]);

  const { hits } = await suggestArticles(index, reader([...BASE, code]), asked, OFTEN);
  const chip = hits[0]?.matchedTerms.find(({ label }) => label === "ERR-4102");
  const { query } = rankArticles(index, asked, { ...OPTIONS, droppedTerms: [chip?.term ?? ""] });

  expect(hits[0]?.matchedTerms.filter(({ label }) => label === "ERR-4102")).toHaveLength(1);
  expect(query.terms.filter(({ label }) => label === "ERR-4102")).toEqual([]);
});

it("puts an overdue, disputed copy of the same text after a verified one", () => {
  const text = "Hold the button for ten seconds to reset the decoder.";
  const stale = article({
    id: "a-stale",
    title: "Reset the decoder",
    text,
    verifiedAt: "2024-01-01T00:00:00Z",
    openFlags: 2,
  });
  const fresh = article({ id: "b-fresh", title: "Reset the decoder", text });

  const index = indexOf([...BASE, stale, fresh]);
  const ranking = rankArticles(index, ticket({ text: "how to reset the decoder" }), OPTIONS);

  expect(rankedIds(ranking).slice(0, 2)).toEqual(["b-fresh", "a-stale"]);
});

it("gives the same order however the index came about", () => {
  const asked = ticket({ text: "router red light, bank account, sim, meter, slow wifi" });
  const expected = rankArticles(indexOf(BASE), asked, OPTIONS);
  fc.assert(
    fc.property(fc.shuffledSubarray(BASE, { minLength: BASE.length }), fc.subarray(BASE), (order, updated) => {
      const index = indexOf(order);
      for (const each of updated) index.put({ ...each, title: "something else entirely" });
      for (const each of updated.slice(1)) index.remove(each.id);
      for (const each of updated) index.put(each);

      const ranking = rankArticles(index, asked, OPTIONS);

      expect(rankedIds(ranking)).toEqual(rankedIds(expected));
      for (const [position, { score }] of ranking.ranked.entries()) {
        expect(score).toBeCloseTo(expected.ranked[position]?.score ?? Number.NaN, 6);
      }
    }),
    { numRuns: 40 },
  );
});
