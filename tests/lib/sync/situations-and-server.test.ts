/** Customer situations with their articles, from the true server to the true client's panel, in one process. */
import { beforeEach, describe, expect, it } from "vitest";
import type { SituationRole } from "../../../lib/contract/situation";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { message, ticket } from "../builders";
import { openTestLibrary, type TestLibrary } from "../worker/support";

const MOVING = ticket({ subject: "Moving", text: "Hello, we are moving house next month and have a new address." });

let server: TestServer;
let manager: TestAgent;
let agent: TestAgent;
let library: TestLibrary;

beforeEach(async () => {
  server = await createTestServer();
  manager = await server.addAgent({ name: "Mona", role: "admin" });
  agent = await server.addAgent();
  library = openTestLibrary(server, agent);
  await server.importLines(
    { _id: "move", title: "How to move a contract", text: "We move the contract within 14 days. ".repeat(20) },
    { _id: "notice-period", title: "Notice period", text: "Three months." },
    { _id: "call", title: "Offer to call back" },
    { _id: "umzug", title: "Vertrag umziehen", metadata: { language: "de", translationOf: "move" } },
  );
});

type Wanted = { name?: string; cues?: string[]; language?: string | null; groups?: string[] };

async function putSituation(articles: [string, SituationRole][], wanted: Wanted = {}): Promise<void> {
  const { name = "Moving house", cues = ["moving house", "new address"], language = null, groups = [] } = wanted;
  const body = { name, cues, language, groups, articles: articles.map(([articleId, role]) => ({ articleId, role })) };
  const response = await manager.post("/v1/situations", body);
  if (!response.ok) throw new Error(await response.text());
  await library.sync();
}

const partsOf = async (about = MOVING) =>
  (await library.situationsFor({ ticket: about })).map(({ parts }) => parts.map(({ card, role }) => [card.id, role]));

it("a ticket brings its situation's articles in their roles and the team's order, and says why", async () => {
  await putSituation([
    ["notice-period", "keyFact"],
    ["move", "answer"],
    ["call", "offer"],
  ]);

  const [block] = await library.situationsFor({ ticket: MOVING });

  expect(block).toMatchObject({ name: "Moving house", matchedCues: ["moving house", "new address"], isLikely: true });
  expect(block?.parts.map(({ card, role }) => [card.title, role])).toEqual([
    ["Notice period", "keyFact"],
    ["How to move a contract", "answer"],
    ["Offer to call back", "offer"],
  ]);
  expect(block?.parts[0]?.excerpt).toBe("Three months.");
});

it("a long text is told by its first lines, cut between words", async () => {
  await putSituation([["move", "answer"]]);

  const excerpt = (await library.situationsFor({ ticket: MOVING }))[0]?.parts[0]?.excerpt ?? "";

  expect(excerpt.length).toBeLessThanOrEqual(221);
  expect(excerpt).toMatch(/^We move the contract within 14 days\. .*\w…$/);
});

describe("nothing is shown", () => {
  it("for a ticket that tells of no situation", async () => {
    await putSituation([["move", "answer"]]);

    expect(await partsOf(ticket({ subject: "Invoice", text: "My invoice is wrong, please help me." }))).toEqual([]);
  });

  it("for what only the agent wrote", async () => {
    await putSituation([["move", "answer"]]);
    const messages = [message("Hello, my invoice is wrong."), message("Are you moving house?", "agent")];

    expect(await partsOf(ticket({ messages }))).toEqual([]);
  });

  it("of a situation without articles", async () => {
    await putSituation([]);

    expect(await partsOf()).toEqual([]);
  });

  it("of an article that has gone, and of a situation with no other", async () => {
    await putSituation([
      ["move", "answer"],
      ["call", "offer"],
    ]);
    await server.deleteArticle("move");
    await library.sync();
    const without = await partsOf();
    await server.deleteArticle("call");
    await library.sync();

    expect(without).toEqual([[["call", "offer"]]]);
    expect(await partsOf()).toEqual([]);
  });
});

describe("languages", () => {
  const GERMAN = ticket({
    subject: "Umzug",
    text: "Guten Tag, wir ziehen im nächsten Monat um und haben dann eine neue Adresse. Was müssen wir tun?",
  });

  it("an article is shown in the customer's language where the library has it", async () => {
    await putSituation([["move", "answer"]], { cues: ["moving house", "neue Adresse"] });

    expect(await partsOf(GERMAN)).toEqual([[["umzug", "answer"]]]);
    expect(await partsOf(MOVING)).toEqual([[["move", "answer"]]]);
  });

  it("of two situations of one name the one in the customer's language is taken", async () => {
    await putSituation([["call", "answer"]], { cues: ["neue Adresse"] });
    await putSituation([["umzug", "answer"]], { cues: ["Umzug"], language: "de" });
    await putSituation([["move", "answer"]], { cues: ["moving house"], language: "en" });

    expect(await partsOf(GERMAN)).toEqual([[["umzug", "answer"]]]);
    expect(await partsOf(MOVING)).toEqual([[["move", "answer"]]]);
  });
});

it("the strongest come first, two at most, and a single word said once is not likely", async () => {
  await putSituation([["move", "answer"]], { name: "Passing", cues: ["month"] });
  await putSituation([["move", "answer"]], { name: "Address", cues: ["new address"] });
  await putSituation([["move", "answer"]], { name: "House", cues: ["moving house next"] });

  const blocks = await library.situationsFor({ ticket: MOVING });
  const passing = await library.situationsFor({ ticket: ticket({ text: "Which month do I have to pay for?" }) });

  expect(blocks.map(({ name, isLikely }) => [name, isLikely])).toEqual([
    ["House", true],
    ["Address", true],
  ]);
  expect(passing).toMatchObject([{ name: "Passing", isLikely: false }]);
});
