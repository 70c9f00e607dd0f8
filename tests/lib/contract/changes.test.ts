import { describe, expect, it } from "vitest";
import { articleDeleteSchema, articlePutSchema, changesPageSchema } from "../../../lib/contract/changes";
import { z } from "../../../lib/contract/zod";
import { pageReader } from "../page-readers";

function pageWith(...changes: unknown[]) {
  return { changes, cursor: "c1", hasMore: false, reset: false, remaining: 0 };
}

const PUT = { op: "put", type: "pageReader", pageReader: pageReader() };
const DELETE = { op: "delete", type: "pageReader", helpdesk: "zendesk" };
const DELETED_ARTICLE = { op: "delete", type: "article", id: "a" };

it("keeps a page reader whole", () => {
  expect(changesPageSchema.parse(pageWith(PUT, DELETE)).changes).toEqual([PUT, DELETE]);
});

describe("a page reader that this version cannot read becomes an unknown change", () => {
  it.each([
    ["a list it does not know", { ...PUT, pageReader: { ...pageReader(), reading: { avatars: [] } } }],
    ["a helpdesk it does not know", { ...PUT, pageReader: { ...pageReader(), helpdesk: "gorgias" } }],
    ["code in place of a selector", { ...PUT, pageReader: { ...pageReader(), reading: { subject: ["alert(1)"] } } }],
    ["nothing in it", { op: "put", type: "pageReader" }],
    ["a removal of a helpdesk it does not know", { ...DELETE, helpdesk: "gorgias" }],
  ])("with %s, and the rest of the page is read", (_what, change) => {
    const { changes } = changesPageSchema.parse(pageWith(change, DELETED_ARTICLE));

    expect(changes).toEqual([{ op: change.op, type: "pageReader" }, DELETED_ARTICLE]);
  });
});

const TERMS = {
  articleId: "a",
  analysis: 1,
  asOf: "2026-11-02",
  tickets: 3,
  terms: [{ term: "refund", weight: 2.5, agents: 3 }],
};
const SYNONYMS = { id: "s", language: "fr", phrases: ["avoir", "remboursement"] };
const SITUATION = {
  id: "m",
  name: "moving house",
  cues: ["new address"],
  language: null,
  articles: [{ articleId: "a", role: "answer" }],
};
const TEAM_CHANGES = [
  { op: "put", type: "articleTerms", articleTerms: TERMS },
  { op: "delete", type: "articleTerms", articleId: "a" },
  { op: "put", type: "synonymSet", synonymSet: SYNONYMS },
  { op: "delete", type: "synonymSet", id: "s" },
  { op: "put", type: "situation", situation: SITUATION },
  { op: "delete", type: "situation", id: "m" },
];

it("keeps learned terms, synonyms and situations whole", () => {
  expect(changesPageSchema.parse(pageWith(...TEAM_CHANGES)).changes).toEqual(TEAM_CHANGES);
});

it("takes a situation of a server that knows no articles in roles", () => {
  const { articles, ...earlier } = SITUATION;
  const change = { op: "put", type: "situation", situation: earlier };

  const page = changesPageSchema.parse(pageWith(change));

  expect(page.changes).toEqual([{ ...change, situation: { ...earlier, articles: [] } }]);
});

it.each([
  ["terms of two agents", { op: "put", type: "articleTerms", articleTerms: termsWith({ agents: 2 }) }],
  ["a term with a number", { op: "put", type: "articleTerms", articleTerms: termsWith({ term: "err4102" }) }],
  ["a term of no weight", { op: "put", type: "articleTerms", articleTerms: termsWith({ weight: 0 }) }],
  ["a set of one phrase", { op: "put", type: "synonymSet", synonymSet: { ...SYNONYMS, phrases: ["avoir"] } }],
  ["a situation without a name", { op: "put", type: "situation", situation: { ...SITUATION, name: "" } }],
  ["a removal that names nothing", { op: "delete", type: "situation" }],
])("%s becomes an unknown change, and the rest of the page is read", (_what, change) => {
  const { changes } = changesPageSchema.parse(pageWith(change, DELETED_ARTICLE));

  expect(changes).toEqual([{ op: change.op, type: change.type }, DELETED_ARTICLE]);
});

function termsWith(overrides: object) {
  return { ...TERMS, terms: [{ ...TERMS.terms[0], ...overrides }] };
}

/** The changes as version 0.1.0 of the extension read them. */
const oldChangeSchema = z.union([
  articlePutSchema,
  articleDeleteSchema,
  z.object({ op: z.string(), type: z.string().refine((type) => type !== "article") }),
]);

it("a client of version 0.1.0 takes what came later for changes it does not know", () => {
  const later = [PUT, DELETE, ...TEAM_CHANGES];

  const changes = z.array(oldChangeSchema).parse([...later, DELETED_ARTICLE]);

  expect(changes).toEqual([...later.map(({ op, type }) => ({ op, type })), DELETED_ARTICLE]);
});
