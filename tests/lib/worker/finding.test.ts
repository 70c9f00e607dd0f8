/** Searching and the shelf, by the true library on the true server. */
import { beforeEach, describe, expect, it } from "vitest";
import { createTestServer, type TestServer } from "../../server/support";
import { ticket } from "../builders";
import { openTestLibrary, type TestLibrary } from "./support";

let server: TestServer;
let library: TestLibrary;

const metadata = { language: "en" };

beforeEach(async () => {
  server = await createTestServer();
  const agent = await server.addAgent();
  await server.importLines(
    { _id: "decoder", title: "Restart the decoder", text: "Pull the plug and wait.", metadata },
    { _id: "invoice", title: "Read an invoice", text: "Every line of the bill is explained.", metadata },
    { _id: "facture", title: "Lire une facture", text: "Chaque ligne est expliquée.", metadata: { language: "fr" } },
  );
  library = openTestLibrary(server, agent);
  await library.sync();
});

const readShelf = () => library.readShelf({ ticket: null });
const idsOf = (cards: { id: string }[]) => cards.map(({ id }) => id);

describe("search", () => {
  it("turns to the team's synonyms when the words find nothing", async () => {
    await server.addSynonymSet({ id: "s1", language: "en", phrases: ["decoder", "set-top box"] });
    await library.sync();

    const [first] = await library.search({ text: "set-top box", limit: 5 });

    expect(first).toMatchObject({ card: { id: "decoder" }, matchedTerms: [{ label: "set-top box" }] });
  });

  it("keeps to its filters", async () => {
    const none = { category: null, kind: null, audience: null, isVerified: false };

    const found = await library.search({ text: "facture", limit: 5, filters: { ...none, language: "en" } });

    expect(found).toEqual([]);
  });

  it("offers the languages that there are, also after the library changed", async () => {
    const before = await library.searchChoices();
    await server.importLines({ _id: "de", title: "Rechnung", text: "Jede Zeile.", metadata: { language: "de" } });
    await library.sync();

    expect(before.languages).toEqual(["en", "fr"]);
    expect((await library.searchChoices()).languages).toEqual(["en", "de", "fr"]);
  });
});

describe("the shelf", () => {
  it("has pins as they were pinned, and what was opened last without them", async () => {
    await library.pinArticle({ articleId: "invoice", isPinned: true });
    await library.pinArticle({ articleId: "decoder", isPinned: true });
    await library.pinArticle({ articleId: "decoder", isPinned: false });
    for (const articleId of ["facture", "invoice", "decoder"]) await library.noteOpened({ articleId });

    const shelf = await readShelf();

    expect(idsOf(shelf.pinned)).toEqual(["invoice"]);
    expect(idsOf(shelf.recent)).toEqual(["decoder", "facture"]);
    expect(library.told.shelfChanged).toHaveLength(6);
  });

  it("keeps searches as they were typed, without the space around, and none that was pasted", async () => {
    await library.noteSearched({ text: "  Refund fee " });
    await library.noteSearched({ text: "x".repeat(200) });
    await library.noteSearched({ text: "  " });

    expect((await readShelf()).searches).toEqual(["Refund fee"]);
  });

  it("survives that the panel is closed", async () => {
    await library.pinArticle({ articleId: "invoice", isPinned: true });
    const reopened = openTestLibrary(server, await server.addAgent(), { database: library.database });

    expect(idsOf((await reopened.readShelf({ ticket: null })).pinned)).toEqual(["invoice"]);
  });

  it("knows what was used on tickets like the one in front, and nothing beside others", async () => {
    const said = "I pulled the plug of the decoder and waited, but it does not restart.";
    await library.teach({ ticket: ticket({ text: said }), articleId: "decoder", signal: "linked" });

    const alike = ticket({ url: "https://acme.zendesk.com/agent/tickets/102", text: `Hello. ${said}` });
    const other = ticket({ url: "https://acme.zendesk.com/agent/tickets/103", text: "Where is my parcel?" });

    expect(idsOf((await library.readShelf({ ticket: alike })).similar)).toEqual(["decoder"]);
    expect((await library.readShelf({ ticket: other })).similar).toEqual([]);
    expect((await readShelf()).similar).toEqual([]);
  });
});
