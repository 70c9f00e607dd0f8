import { expect, it } from "vitest";
import { createLibraryIndex } from "../../../lib/library-index/library-index";
import { searchArticles } from "../../../lib/search/search-articles";
import { article } from "../builders";

const BASE = [
  article({ id: "debit", title: "Change the direct debit date", text: "Choose another day." }),
  article({ id: "router", title: "Router shows a red light", text: "Restart the router." }),
  article({
    id: "resiliation",
    language: "fr",
    title: "Résilier son contrat",
    text: "La résiliation prend effet sous dix jours.",
  }),
  article({ id: "code", title: "What error ERR-4102 means", text: "The line is busy." }),
  article({
    id: "invoice",
    title: "Download an invoice",
    text: "Every invoice of the last ten years is kept. Restart the download when it breaks off.",
    tags: ["billing"],
    category: ["Payments"],
  }),
];

async function hits(text: string) {
  const index = createLibraryIndex();
  for (const each of BASE) index.put(each);
  const read = async (ids: string[]) => BASE.filter(({ id }) => ids.includes(id));
  return searchArticles(index, read, text, 10);
}

async function search(text: string): Promise<string[]> {
  return (await hits(text)).map(({ id }) => id);
}

it.each([
  ["direct debit", "debit"],
  ["rout", "router"],
  ["red lig", "router"],
  ["resiliation", "resiliation"],
  ["Résilié", "resiliation"],
  ["routre", "router"],
  ["err-4102", "code"],
  ["4102", "code"],
  ["ERR-41", "code"],
  ["invoi", "invoice"],
  ["download invo", "invoice"],
  ["invocie", "invoice"],
  ["downlaod", "invoice"],
  ["donwload invoice", "invoice"],
  ["résillier", "resiliation"],
  ["billing", "invoice"],
  ["payments", "invoice"],
])("finds for «%s» the article %s first", async (text, id) => {
  expect((await search(text))[0]).toBe(id);
});

it("wants every word while some article holds them all", async () => {
  expect(await search("red debit")).toHaveLength(2);
  expect(await search("direct debit date")).toEqual(["debit"]);
});

it("forgives typing errors only when the words as typed find nothing", async () => {
  expect(await search("restart")).toEqual(expect.arrayContaining(["router", "invoice"]));
  expect(await search("restart router")).toEqual(["router"]);
});

it("takes a word before the last as it stands", async () => {
  expect((await search("rout light"))[0]).toBe("router");
  expect(await search("inv download ")).not.toContain("router");
});

it("takes no word for unfinished after which a space was typed", async () => {
  expect(await search("dir ")).toEqual([]);
});

it("puts an article whose title has the word before one that only mentions it", async () => {
  expect((await search("router"))[0]).toBe("router");
  expect((await search("download"))[0]).toBe("invoice");
});

it("says which words found an article, where it has them, and what share of the match each made", async () => {
  const [first] = await hits("download invoice restart");

  expect(first?.matchedTerms.map(({ label, fields }) => [label, fields])).toEqual([
    ["download", ["title", "body"]],
    ["invoice", ["title", "body"]],
    ["restart", ["body"]],
  ]);
  expect(first?.matchedTerms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

it.each(["", "   ", "zzzzzz"])("finds nothing for «%s»", async (text) => {
  expect(await search(text)).toEqual([]);
});
