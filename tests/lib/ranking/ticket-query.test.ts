import { describe, expect, it } from "vitest";
import type { LibraryIndex } from "../../../lib/library-index/library-index";
import { NO_SITUATIONS } from "../../../lib/ranking/situations";
import { createSynonyms } from "../../../lib/ranking/synonyms";
import { createTicketQuery, type QueryTerm, type TeamWords } from "../../../lib/ranking/ticket-query";
import { MAX_QUERY_TERMS } from "../../../lib/ranking/weights";
import type { Ticket } from "../../../lib/ticket";
import { article, message, ticket } from "../builders";
import { synonymSet } from "../vocabulary";
import { BASE, indexOf } from "./base";

const INDEX = indexOf(BASE);

function queryOf(asked: Ticket, teamWords?: TeamWords) {
  return createTicketQuery(INDEX, asked, [], teamWords);
}

function term(terms: QueryTerm[], label: string): QueryTerm {
  const found = terms.find((one) => one.label === label);
  if (!found) throw new Error(`No term for ${label} among ${terms.map((one) => one.label).join(", ")}`);
  return found;
}

it("takes the weightiest terms of a long ticket and leaves the rest out", () => {
  const words = Array.from(
    { length: 60 },
    (_, at) => `zq${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}x`,
  );
  const index = indexOf([...BASE, article({ id: "long", title: "Words", text: words.join(" ") })]);

  const { terms } = createTicketQuery(index, ticket({ text: `${words.join(" ")} ${words.slice(-5).join(" ")}` }), []);

  expect(terms).toHaveLength(MAX_QUERY_TERMS);
  expect(terms.map(({ label }) => label)).toEqual(expect.arrayContaining(words.slice(-5)));
});

it("puts the weightiest term first", () => {
  const weights = queryOf(ticket({ text: "router red light, bank account, block the sim" })).terms.map(
    ({ weight }) => weight,
  );

  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

it("counts words that no article has in the totals alone", () => {
  const { terms, totalWeight, unknownWeight } = queryOf(ticket({ text: "the router hums qwxz" }));

  expect(terms.map(({ label }) => label)).not.toContain("qwxz");
  expect(unknownWeight).toBeGreaterThan(0);
  expect(terms.reduce((sum, { weight }) => sum + weight, unknownWeight)).toBeCloseTo(totalWeight, 10);
});

describe("a synonym of the team", () => {
  const synonyms = createSynonyms([synonymSet({ phrases: ["router", "gateway"] })]);
  const { terms } = queryOf(ticket({ text: "my gateway shows a light" }), { synonyms, situations: NO_SITUATIONS });
  const brought = term(terms, "gateway");

  it("joins the query, marked as one", () => {
    expect(brought).toMatchObject({ term: "router", isSynonym: true });
  });

  it("weighs less than the word itself would", () => {
    const own = term(queryOf(ticket({ text: "my router shows a light" })).terms, "router");

    expect(own.isSynonym).toBe(false);
    expect(brought.weight).toBeLessThan(own.weight);
  });
});

describe("a ticket in two languages", () => {
  const mixed = ticket({
    messages: [
      message("Bonjour, le voyant de mon routeur est rouge depuis hier matin, que dois-je faire maintenant ?"),
      message("Sorry, I can also write in English. The router has a red light and the cable is all right."),
    ],
  });

  it("is read in both", () => {
    const query = queryOf(mixed);

    expect(new Set(query.languages)).toEqual(new Set(["en", "fr"]));
    expect(query.terms.map(({ label }) => label)).toEqual(expect.arrayContaining(["voyant", "cable"]));
  });

  it("whose language cannot be told is read in every language of the base", () => {
    const query = queryOf(ticket({ text: "router routeur" }));

    expect(query.terms.map(({ label }) => label)).toEqual(expect.arrayContaining(["router", "routeur"]));
  });
});

describe("words spelt alike", () => {
  it("stand in, with less than the word itself, for one with a typing error", () => {
    const { terms } = queryOf(ticket({ text: "please help me with the roter" }));
    const [best] = term(terms, "roter").alternatives;

    expect(best?.term).toBe("router");
    expect(best?.likeness).toBeGreaterThan(0.5);
    expect(best?.likeness).toBeLessThan(1);
  });

  it("never stand before a word that the base has", () => {
    const { alternatives, term: own } = term(queryOf(ticket({ text: "the router" })).terms, "router");

    expect(alternatives[0]).toEqual({ term: own, likeness: 1 });
    expect(alternatives.slice(1).every(({ likeness }) => likeness < 1)).toBe(true);
  });

  it("count as what a typing error was meant for only where the base lacks the word", () => {
    const asked = ticket({ text: "please help me with the chanel" });
    const likeness = (index: LibraryIndex) =>
      term(createTicketQuery(index, asked, []).terms, "chanel").alternatives.find((one) => one.term === "channel")
        ?.likeness;

    const meant = likeness(INDEX);
    const besideItsOwn = likeness(indexOf([...BASE, article({ id: "scent", title: "Chanel" })]));

    expect(meant).toBeGreaterThan(0.5);
    expect(besideItsOwn ?? 0).toBeLessThan(0.5);
  });
});

describe("a word in the subject", () => {
  const text = "Please help me with it, I do not know what to do.";
  const weightIn = (subject: string) => term(queryOf(ticket({ subject, text })).terms, "router").weight;

  it("weighs more than one in a message", () => {
    const inMessage = term(queryOf(ticket({ text: `${text} The router` })).terms, "router").weight;

    expect(weightIn("router")).toBeGreaterThan(inMessage);
  });

  it.each(["Re: router", "FW: router", "AW: router", "TR : router", "Re: Fwd: router"])(
    "weighs less in %s",
    (subject) => {
      expect(weightIn(subject)).toBeLessThan(weightIn("router"));
    },
  );
});

it("weighs an agent's words less than the customer's", () => {
  const by = (role: "agent" | "customer") =>
    term(queryOf(ticket({ messages: [message("router", role)] })).terms, "router");

  expect(by("agent").weight).toBeLessThan(by("customer").weight);
});

it("pairs words that stand together in the ticket", () => {
  const { terms, pairs } = queryOf(ticket({ text: "red light" }));

  expect(terms).toHaveLength(2);
  expect(pairs.size).toBe(1);
});

it("leaves counts and days out", () => {
  const { terms } = queryOf(ticket({ text: "choose 11 for the wireless network" }));

  expect(terms.map(({ label }) => label)).not.toContain("11");
});

it("does not count a word that the base lacks against an article when the team says what it means", () => {
  const synonyms = createSynonyms([synonymSet({ phrases: ["gizmo box", "router"], language: null })]);
  const asked = ticket({ text: "The gizmo box hums qwxz" });

  const [without, withTeam] = [queryOf(asked), queryOf(asked, { synonyms, situations: NO_SITUATIONS })];

  expect(withTeam.terms.map(({ term: one }) => one)).toContain("router");
  expect(withTeam.unknownWeight).toBeLessThan(without.unknownWeight);
  expect(withTeam.unknownWeight).toBeGreaterThan(0);
});
