/** Learning from use in the true library, on the true server. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { message, ticket } from "../builders";
import { canary, openTestLibrary, type TestLibrary } from "./support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines(
    { _id: "refund", title: "Refund a double charge", text: "When a card was charged twice, refund one payment." },
    { _id: "password", title: "Reset a password", text: "Send a link to reset the password of the login." },
  );
});

const ticketNo = (number: number, text: string) =>
  ticket({ id: String(number), url: `https://acme.zendesk.com/agent/tickets/${number}`, messages: [message(text)] });

async function library(sharesLearning: boolean | null = true, options: Parameters<typeof openTestLibrary>[2] = {}) {
  const opened = openTestLibrary(server, agent, options);
  if (sharesLearning !== null) await opened.followLearningSettings({ sharesLearning });
  await opened.sync();
  return opened;
}

/** Every row of every table, as text. */
async function everythingIn({ database }: TestLibrary): Promise<string> {
  const rows = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(rows, (_key, value) => (value instanceof Map ? [...value] : value));
}

describe("a library", () => {
  it("suggests an article by the words its tickets brought", async () => {
    const opened = await library();
    const text = "my plastic was gobbled by the kiosk again";
    const before = await opened.suggest({ ticket: ticketNo(9, text), droppedTerms: [] });

    for (const number of [1, 2, 3, 4, 5]) {
      await opened.teach({ ticket: ticketNo(number, text), articleId: "refund", signal: "linked" });
    }
    const after = await opened.suggest({ ticket: ticketNo(9, text), droppedTerms: [] });

    expect(before.suggestions).toEqual([]);
    expect(after.suggestions.map(({ card }) => card.id)).toEqual(["refund"]);
  });

  it("keeps what it learnt when it is opened again", async () => {
    const first = await library();
    await first.teach({ ticket: ticketNo(1, "the card was charged"), articleId: "refund", signal: "linked" });

    const stored = await first.database.learnedTerms.get("refund");

    expect(stored?.tickets).toBe(1);
    expect(stored?.terms.get("card")).toBe(1);
  });

  it("forgets what it learnt of an article that is taken from the agent", async () => {
    const opened = await library();
    await opened.teach({ ticket: ticketNo(1, "the card was charged"), articleId: "refund", signal: "linked" });

    await server.deleteArticle("refund");
    await opened.sync();

    expect(await opened.database.learnedTerms.count()).toBe(0);
  });

  it("forgets everything when told to", async () => {
    const opened = await library();
    await opened.teach({ ticket: ticketNo(1, "the card was charged"), articleId: "refund", signal: "linked" });

    await opened.forgetLearned();

    const { learnedTerms, taught, lessons } = opened.database;
    expect(await Promise.all([learnedTerms.count(), taught.count(), lessons.count()])).toEqual([0, 0, 0]);
    expect(await opened.lastLessons()).toEqual([]);
  });
});

describe("privacy", () => {
  it("keeps no word of a ticket that the base does not know, before three tickets had it", async () => {
    const opened = await library();
    const word = canary().replaceAll(/\d/g, "x");
    const say = (number: number) => ticketNo(number, `the card was charged and the ${word} was broken`);

    const kept: boolean[] = [];
    for (const number of [1, 2, 3]) {
      await opened.suggest({ ticket: say(number), droppedTerms: [] });
      await opened.teach({ ticket: say(number), articleId: "refund", signal: "linked" });
      kept.push((await everythingIn(opened)).includes(word.slice(0, -2)));
    }

    expect(kept).toEqual([false, false, true]);
  });

  it("keeps no number, address, name or ticket's id of any ticket", async () => {
    const opened = await library();
    const [first, last, digits] = ["Zebulonia", "Quixtable", "4417123456789113"];
    const text = `Hi ${first},\nthe card ${digits} of Mr ${last} was charged, write to jo@${last}.example\nBest regards\n${last}`;

    for (const number of [77001, 77002, 77003, 77004]) {
      await opened.teach({ ticket: ticketNo(number, text), articleId: "refund", signal: "linked" });
    }

    const everything = (await everythingIn(opened)).toLowerCase();
    for (const secret of ["zebulon", "quixtab", digits, "77001", "zendesk"]) expect(everything).not.toContain(secret);
    expect(everything).toContain("card");
  });

  it("sends of an opened article nothing", async () => {
    const opened = await library();

    await opened.teach({ ticket: ticketNo(1, "the card was charged"), articleId: "refund", signal: "opened" });

    expect(await opened.lastLessons()).toEqual([]);
  });
});

describe("a flag with a ticket in front", () => {
  const charged = ticketNo(1, "the card was charged");
  const cardOf = async (opened: TestLibrary) => (await opened.database.learnedTerms.get("refund"))?.terms.get("card");

  async function taughtLibrary() {
    const opened = await library();
    await opened.teach({ ticket: charged, articleId: "refund", signal: "linked" });
    await opened.teach({ ticket: ticketNo(2, "the card"), articleId: "refund", signal: "linked" });
    return opened;
  }

  it("unlearns, and its undo gives it back and keeps the lesson here", async () => {
    const opened = await taughtLibrary();

    const { id } = await opened.flag({ articleId: "refund", ticket: charged });
    await vi.waitFor(async () => expect(await cardOf(opened)).toBe(0.5));
    await opened.unflag({ flagId: id });

    await vi.waitFor(async () => expect(await cardOf(opened)).toBe(2));
    expect((await opened.lastLessons()).filter(({ kind }) => kind === "unlearn")).toEqual([]);
  });

  it("tells the team once the undo time is over", async () => {
    const opened = await taughtLibrary();
    await opened.flag({ articleId: "refund", ticket: charged });
    await vi.waitFor(async () => expect(await opened.lastLessons()).toHaveLength(3));
    await opened.sync();
    const during = (await opened.lastLessons()).find(({ kind }) => kind === "unlearn")?.state;
    server.clock.nowMs += 5_000;

    await opened.sync();

    expect(during).toBe("queued");
    expect((await opened.lastLessons()).find(({ kind }) => kind === "unlearn")?.state).toBe("sent");
  });

  it("without one unlearns half of everything", async () => {
    const opened = await taughtLibrary();

    await opened.flag({ articleId: "refund" });

    await vi.waitFor(async () => expect(await cardOf(opened)).toBe(1));
  });
});
