import { Dexie } from "dexie";
import { beforeEach, expect, it } from "vitest";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { message, ticket } from "../builders";
import { canary, openTestLibrary } from "./support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines(
    {
      _id: "router",
      title: "Router shows a red light",
      text: "A red light means that there is no line. Check the cable.",
      metadata: {
        language: "en",
        audience: "public",
        version: 3,
        owner: "Network team",
        url: "https://help.example.com/router",
      },
    },
    {
      _id: "routeur",
      title: "Le voyant du routeur est rouge",
      text: "Un voyant rouge signale une coupure de ligne.",
      metadata: { language: "fr", translationOf: "router", sourceVersion: 1 },
    },
    {
      _id: "debit",
      title: "Change the direct debit date",
      text: "Choose another day of the month.",
      metadata: { language: "en" },
    },
  );
});

it("suggests with what the agent needs to trust an article", async () => {
  const library = openTestLibrary(server, agent);
  await library.sync();

  const answer = await library.suggest({
    ticket: ticket({ text: "le voyant rouge du routeur est allumé, la ligne est coupée" }),
    droppedTerms: [],
  });

  expect(answer).toMatchObject({ status: "found", language: "fr" });
  expect(answer.suggestions[0]?.card).toMatchObject({
    id: "routeur",
    audience: "internal",
    translation: { sourceId: "router", sourceLanguage: "en", versionsBehind: 2 },
  });
});

it("says that nothing is there yet before the first article has come", async () => {
  const library = openTestLibrary(server, agent);

  const answer = await library.suggest({ ticket: ticket({ text: "red light" }), droppedTerms: [] });

  expect(answer.status).toBe("libraryEmpty");
});

it("says that nothing fits", async () => {
  const library = openTestLibrary(server, agent);
  await library.sync();

  const asked = ticket({ text: "Would you sponsor the football club of our village next season?" });

  expect(await library.suggest({ ticket: asked, droppedTerms: [] })).toMatchObject({
    status: "nothingFits",
    suggestions: [],
  });
});

it("offers an article in its other languages", async () => {
  const library = openTestLibrary(server, agent);
  await library.sync();

  const detail = await library.readArticle({ id: "routeur" });

  expect(detail?.otherLanguages).toEqual([{ id: "router", language: "en", title: "Router shows a red light" }]);
});

it("answers from the stored copy after a restart without the network", async () => {
  const online = openTestLibrary(server, agent);
  await online.sync();

  const offline = openTestLibrary(server, agent, {
    database: online.database,
    fetch: async () => Promise.reject(new TypeError("Failed to fetch")),
  });
  const state = await offline.sync();

  expect(state).toMatchObject({ problem: { kind: "offline" }, freshAtMs: server.clock.nowMs, articleCount: 3 });
  expect((await offline.suggest({ ticket: ticket({ text: "router red light" }), droppedTerms: [] })).status).toBe(
    "found",
  );
  expect((await offline.search({ text: "direct debit", limit: 5 }))[0]?.card.id).toBe("debit");
  expect((await offline.readArticle({ id: "debit" }))?.bodyHtml).toContain("another day");
});

it("sends no word of the ticket anywhere", async () => {
  const library = openTestLibrary(server, agent);
  const word = canary();
  const asked = ticket({
    subject: `red light ${word}`,
    messages: [message(`router ${word}`), message(`note ${word}`, "note")],
  });
  await library.sync();

  const answer = await library.suggest({ ticket: asked, droppedTerms: [] });
  await library.flag({ articleId: answer.suggestions[0]?.card.id ?? "" });
  server.clock.nowMs += 10_000;
  await library.sync();

  expect(library.requests.map((request) => new URL(request.url).pathname)).toContain("/v1/flags");
  for (const request of library.requests) {
    const sent = request.url + JSON.stringify([...request.headers]) + (await request.text());
    expect(sent).not.toContain(word);
  }
});

it("refuses to flag an article that is gone, in words that say so", async () => {
  const library = openTestLibrary(server, agent);

  await expect(library.flag({ articleId: "nowhere" })).rejects.toThrow("no longer in the library");
});

it("shows a flag on the card as long as it is known", async () => {
  const library = openTestLibrary(server, agent);
  await library.sync();

  await library.flag({ articleId: "router" });

  expect((await library.readArticle({ id: "router" }))?.card.flag).toMatchObject({ state: "queued", reason: null });
});

it("lets callers share the pass under way", async () => {
  const library = openTestLibrary(server, agent);

  await Promise.all([library.sync(), library.sync(), library.sync()]);

  expect(library.requests).toHaveLength(1);
});

it("finds rows again that could not be read for the index at first", async () => {
  const library = openTestLibrary(server, agent);
  await library.sync();
  const bulkGet = library.database.articles.bulkGet.bind(library.database.articles);
  library.database.articles.bulkGet = () => Dexie.Promise.reject(new Error("the disk was busy"));
  await server.importLines({ _id: "late", title: "Parental lock", text: "Set a PIN." });

  const failed = await library.sync().catch((error: Error) => error.message);
  library.database.articles.bulkGet = bulkGet;
  await server.importLines({ _id: "later", title: "Something else", text: "Nothing." });
  await library.sync();

  expect(failed).toBe("the disk was busy");
  expect((await library.search({ text: "parental lock", limit: 5 })).map(({ card }) => card.id)).toEqual(["late"]);
});
