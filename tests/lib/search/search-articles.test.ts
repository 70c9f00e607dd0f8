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
];

async function search(text: string): Promise<string[]> {
  const index = createLibraryIndex();
  for (const each of BASE) index.put(each);
  const read = async (ids: string[]) => BASE.filter(({ id }) => ids.includes(id));
  return (await searchArticles(index, read, text, 10)).map(({ id }) => id);
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
])("finds for «%s» the article %s first", async (text, id) => {
  expect((await search(text))[0]).toBe(id);
});

it("wants every word while some article holds them all", async () => {
  expect(await search("red debit")).toHaveLength(2);
  expect(await search("direct debit date")).toEqual(["debit"]);
});

it.each(["", "   ", "zzzzzz"])("finds nothing for «%s»", async (text) => {
  expect(await search(text)).toEqual([]);
});
