/** What is new, from the true server to the true client's list, in one process. */
import { beforeEach, expect, it } from "vitest";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { ticket } from "../builders";
import { openTestLibrary, type TestLibrary } from "../worker/support";

let server: TestServer;
let agent: TestAgent;
let library: TestLibrary;

const metadata = { language: "en" };
const DECODER = { _id: "decoder", title: "Restart the decoder", text: "Pull the plug and wait 10 seconds.", metadata };
const INVOICE = { _id: "invoice", title: "Read an invoice", text: "Every line of the bill is explained.", metadata };

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines(DECODER, INVOICE);
  library = openTestLibrary(server, agent);
  await library.sync();
});

async function newsIds(): Promise<string[]> {
  return (await library.listNews({ ticket: null })).map(({ card }) => card.id);
}

/** Lets what nobody waits for be told. */
async function counts(): Promise<number[]> {
  await library.database.news.count();
  await new Promise((resolve) => setImmediate(resolve));
  return library.told.newsChanged.map(({ count }) => count);
}

it("a library that has just been filled has no news", async () => {
  expect(await newsIds()).toEqual([]);
});

it("a changed article is listed with what it said before", async () => {
  server.clock.nowMs += 60_000;
  await server.importLines({ ...DECODER, text: "Pull the plug and wait 30 seconds." });

  await library.sync();

  expect(await library.listNews({ ticket: null })).toMatchObject([
    { card: { id: "decoder" }, change: "changed", sinceVersion: 1, arrivedAtMs: server.clock.nowMs },
  ]);
  const comparison = await library.compareNews({ articleId: "decoder" });
  expect(comparison?.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ parts }) => parts))).toEqual(
    expect.arrayContaining([
      { kind: "removed", text: "10" },
      { kind: "added", text: "30" },
    ]),
  );
});

it("a new article is listed as new, and there is nothing to compare", async () => {
  await server.importLines({ _id: "moving", title: "Moving house", text: "Tell us the new address.", metadata });

  await library.sync();

  expect(await library.listNews({ ticket: null })).toMatchObject([{ card: { id: "moving" }, change: "new" }]);
  expect(await library.compareNews({ articleId: "moving" })).toBeNull();
});

it("what suits the ticket stands first, and it is said that it does", async () => {
  await server.importLines({ ...DECODER, text: "Pull the plug of the decoder and wait 30 seconds." });
  await library.sync();
  server.clock.nowMs += 60_000;
  await server.importLines({ ...INVOICE, text: "Every line of the bill is explained here." });
  await library.sync();

  const besideTicket = await library.listNews({
    ticket: ticket({ subject: "Restart the decoder", text: "How do I restart the decoder? I pulled the plug." }),
  });

  expect(await newsIds()).toEqual(["invoice", "decoder"]);
  expect(besideTicket.map(({ card, suitsTicket }) => [card.id, suitsTicket])).toEqual([
    ["decoder", true],
    ["invoice", false],
  ]);
});

it("the count is told with every pass, and when something is read", async () => {
  await server.importLines({ ...DECODER, text: "Another text." }, { ...INVOICE, text: "Another bill." });
  await library.sync();
  const afterSync = (await counts()).at(-1);

  await library.markNewsRead({ articleIds: ["decoder"] });
  const afterOne = (await counts()).at(-1);
  await library.markNewsRead({ articleIds: null });

  expect([afterSync, afterOne, (await counts()).at(-1)]).toEqual([2, 1, 0]);
  expect(await newsIds()).toEqual([]);
});

it("a panel that opens later is told the count without anything having changed", async () => {
  await server.importLines({ ...DECODER, text: "Another text." });
  await library.sync();
  const reopened = openTestLibrary(server, agent, { database: library.database });

  await reopened.sync();
  await reopened.database.news.count();
  await new Promise((resolve) => setImmediate(resolve));

  expect(reopened.told.newsChanged.at(-1)).toEqual({ count: 1 });
});

it("a client that is told to begin again makes no news of what it had", async () => {
  await library.database.sync.update("position", { cursor: null });

  await library.sync();

  expect(await newsIds()).toEqual([]);
});
