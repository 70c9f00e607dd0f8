import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../lib/contract/article";
import { createLibraryIndex, type LibraryIndex } from "../../../lib/library-index/library-index";
import { rankArticles, suggestArticles } from "../../../lib/ranking/suggest-articles";
import { article, message, ticket } from "../builders";

const NOW_MS = Date.parse("2026-02-01T00:00:00Z");
const OPTIONS = { droppedTerms: [], nowMs: NOW_MS };

const BASE: Article[] = [
  article({
    id: "debit-date",
    title: "Change the direct debit date",
    text: "Choose another day between the 1st and the 28th for your payment to leave the bank.",
  }),
  article({
    id: "debit-bank",
    title: "Change the bank account for direct debit",
    text: "Enter the new IBAN under Payments. The mandate moves to the new bank account.",
  }),
  article({
    id: "router-light",
    title: "Router shows a red light",
    text: "A red light means no line. Check the cable, then restart the router and wait five minutes.",
  }),
  article({
    id: "wifi-slow",
    title: "Wi-Fi is slow",
    text: "Move the router away from the television and choose channel 11 for the wireless network.",
  }),
  article({
    id: "sim-lost",
    title: "Lost or stolen phone",
    text: "Block the SIM card at once. A replacement SIM arrives within two working days.",
  }),
  article({
    id: "meter",
    title: "Submit a meter reading",
    text: "Read the digits before the comma and enter them in the app before the 5th.",
  }),
  article({
    id: "fr-routeur",
    language: "fr",
    translationOf: "router-light",
    sourceVersion: 1,
    title: "Le voyant du routeur est rouge",
    text: "Un voyant rouge signale une coupure de ligne. Vérifiez le câble puis redémarrez le routeur.",
  }),
  article({
    id: "fr-carte",
    language: "fr",
    title: "Téléphone perdu ou volé",
    text: "Bloquez la carte SIM sans attendre. Une nouvelle carte arrive sous deux jours ouvrés.",
  }),
];

function indexOf(articles: Article[]): LibraryIndex {
  const index = createLibraryIndex();
  for (const each of articles) index.put(each);
  return index;
}

function reader(articles: Article[]) {
  return async (ids: string[]) => ids.flatMap((id) => articles.filter((each) => each.id === id));
}

const suggest = (text: string, subject = "") =>
  suggestArticles(indexOf(BASE), reader(BASE), ticket({ subject, text }), OPTIONS);

describe("the article wanted first", () => {
  it.each([
    ["debit-date", "Hello, my salary comes late. Can the direct debit be on another day of the month please?"],
    ["debit-bank", "Hi, I moved to another bank, here is my new IBAN for the direct debit."],
    ["router-light", "since this morning the router has a red light and nothing works"],
    ["wifi-slow", "the wifi is terribly slow in the bedroom"],
    ["sim-lost", "my phone was stolen on the train, please block the sim"],
    ["fr-routeur", "Bonjour, le voyant de mon routeur est rouge depuis hier, que faire ?"],
    ["fr-carte", "bonjour, j'ai perdu mon telephone, pouvez vous bloquer la carte sim"],
  ])("%s", async (id, text) => {
    const { hits } = await suggest(text);

    expect(hits[0]?.id).toBe(id);
  });
});

it("shows nothing for a ticket that no article answers", async () => {
  const { hits } = await suggest(
    "Dear team, our football club looks for a sponsor for the new season. Would you be interested in a partnership?",
  );

  expect(hits).toEqual([]);
});

it("shows nothing for an empty ticket", async () => {
  expect((await suggest("")).hits).toEqual([]);
});

it("reads the subject as well as the messages", async () => {
  const { hits } = await suggest("It started yesterday, please help.", "Router with red light");

  expect(hits[0]?.id).toBe("router-light");
});

it("pays no regard to internal notes", async () => {
  const asked = ticket({
    messages: [message("my phone was stolen, block the sim"), message("router red light cable restart", "note")],
  });

  const { ranking } = await suggestArticles(indexOf(BASE), reader(BASE), asked, OPTIONS);

  expect(ranking.query.terms.map(({ term }) => term)).not.toContain("router");
});

it("explains a hit by its passage and by the ticket's own words", async () => {
  const { hits } = await suggest("since this morning my router has a red light, I restarted it");

  const passage = hits[0]?.passage;
  const marked = passage?.marks.map(({ start, end }) => passage.text.slice(start, end));
  expect(marked).toEqual(expect.arrayContaining(["red", "light"]));
  expect(hits[0]?.matchedTerms.map(({ label }) => label)).toEqual(expect.arrayContaining(["router", "red", "light"]));
});

it("leaves dropped terms out of the query", async () => {
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

  const { hits } = await suggestArticles(index, reader([...BASE, code]), asked, OPTIONS);
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

  const { ranked } = rankArticles(
    indexOf([...BASE, stale, fresh]),
    ticket({ text: "how to reset the decoder" }),
    OPTIONS,
  );

  expect(ranked.slice(0, 2).map(({ article: { id } }) => id)).toEqual(["b-fresh", "a-stale"]);
});

it("gives the same order however the index came about", () => {
  const asked = ticket({ text: "router red light, bank account, sim, meter, slow wifi" });
  const expected = rankArticles(indexOf(BASE), asked, OPTIONS).ranked;
  fc.assert(
    fc.property(fc.shuffledSubarray(BASE, { minLength: BASE.length }), fc.subarray(BASE), (order, updated) => {
      const index = indexOf(order);
      for (const each of updated) index.put({ ...each, title: "something else entirely" });
      for (const each of updated.slice(1)) index.remove(each.id);
      for (const each of updated) index.put(each);

      const { ranked } = rankArticles(index, asked, OPTIONS);

      expect(ranked.map(({ article: { id } }) => id)).toEqual(expected.map(({ article: { id } }) => id));
      for (const [position, { score }] of ranked.entries()) {
        expect(score).toBeCloseTo(expected[position]?.score ?? Number.NaN, 6);
      }
    }),
    { numRuns: 40 },
  );
});
