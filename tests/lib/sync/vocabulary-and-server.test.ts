/** The team's synonyms from the true server into the true client's suggestions, in one process. */
import { beforeEach, expect, it } from "vitest";
import { readSituations } from "../../../lib/db/situations";
import { readSynonymSets } from "../../../lib/db/synonyms";
import { addSituation } from "../../../server/situations/add-situation";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { ticket } from "../builders";
import { situation, synonymSet } from "../vocabulary";
import { openTestLibrary, type TestLibrary } from "../worker/support";

let server: TestServer;
let agent: TestAgent;

const SET = synonymSet({ id: "s1", language: "en", phrases: ["decoder", "set-top box"] });

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  const metadata = { language: "en" };
  await server.importLines(
    { _id: "decoder", title: "Restart the decoder", text: "Pull the plug of the decoder and wait.", metadata },
    { _id: "invoice", title: "Read an invoice", text: "Every line of the bill is explained here.", metadata },
  );
});

/** How the article on the decoder is explained for a ticket that never names it. Null when it is not shown. */
async function explained(library: TestLibrary) {
  const { suggestions } = await library.suggest({
    ticket: ticket({ text: "How do I restart my set-top box? I pulled the plug, I wait." }),
    droppedTerms: [],
    // In a base of two articles the ranking is seldom sure, and silence is not what these tests are about.
    suggestWhen: "often",
  });
  const words = suggestions.find(({ card }) => card.id === "decoder")?.matchedTerms;
  return words?.filter(({ fields }) => fields.includes("synonym")) ?? null;
}

it("a synonym explains the article by the word it has, and says so", async () => {
  const library = openTestLibrary(server, agent);
  await library.sync();
  const before = await explained(library);

  await server.addSynonymSet(SET);
  await library.sync();

  expect(before).toEqual([]);
  expect(await explained(library)).toMatchObject([{ label: "set-top box", fields: ["title", "body", "synonym"] }]);
});

it("a set that is removed finds nothing any more", async () => {
  await server.addSynonymSet(SET);
  const library = openTestLibrary(server, agent);
  await library.sync();

  await server.removeSynonymSet(SET.id);
  await library.sync();

  expect(await readSynonymSets(library.database)).toEqual([]);
  expect(await explained(library)).toEqual([]);
});

it("lists are asked for again when it changed, and only then", async () => {
  const library = openTestLibrary(server, agent);
  await library.sync();
  const before = library.told.articlesChanged.length;

  await server.addSynonymSet(SET);
  await library.sync();
  await library.sync();

  expect(library.told.articlesChanged.slice(before)).toEqual([{ ids: [] }]);
});

it("situations arrive with their cues", async () => {
  const moving = situation();
  await addSituation(server.db, moving, server.clock.nowMs);
  const library = openTestLibrary(server, agent);

  await library.sync();

  expect(await readSituations(library.database)).toEqual([moving]);
});
