/** A lesson's way from the outbox to the server and to colleagues: sent once, whatever happens between the two. */
import { beforeEach, expect, it } from "vitest";
import { lessons as lessonsTable } from "../../../server/db/schema";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { message, ticket } from "../builders";
import { openTestLibrary, refusal, type TestLibrary } from "../worker/support";

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

const queuedLessons = (opened: TestLibrary) => opened.database.lessons.where("state").equals("queued").toArray();

const charged = ticketNo(1, "the card was charged");

it("brings a lesson to the server with the next pass", async () => {
  const opened = await library();
  await opened.teach({ ticket: charged, articleId: "refund", signal: "linked" });
  const before = await opened.lastLessons();

  await opened.sync();

  expect(before).toMatchObject([{ state: "queued", articleId: "refund", kind: "learn", day: "2026-11-02" }]);
  expect(await opened.lastLessons()).toMatchObject([{ state: "sent", articleTitle: "Refund a double charge" }]);
  expect(await server.db.select().from(lessonsTable)).toHaveLength(1);
});

it("tells the day of a lesson and no time, not even in its id", async () => {
  const opened = await library();
  await opened.teach({ ticket: charged, articleId: "refund", signal: "linked" });

  const [queued] = await queuedLessons(opened);

  const id = queued?.lesson.id ?? "";
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 2));
  expect(Object.keys(queued?.lesson ?? {}).sort((a, b) => (a < b ? -1 : 1))).toEqual([
    ...["analysis", "articleId", "day", "id", "kind", "terms"],
  ]);
});

it("sends one lesson for a ticket and an article, whatever else is done", async () => {
  const opened = await library();

  for (const signal of ["opened", "linked", "inserted", "quoted"] as const) {
    await opened.teach({ ticket: charged, articleId: "refund", signal });
  }

  expect(await queuedLessons(opened)).toHaveLength(1);
});

it("sends it again when the answer was lost, and teaches once by it", async () => {
  let isDown = true;
  const fetch = async (request: Request) => {
    const response = await server.fetch(request);
    if (isDown && request.url.endsWith("/v1/lessons")) throw new TypeError("network");
    return response;
  };
  const opened = await library(true, { fetch });
  await opened.teach({ ticket: charged, articleId: "refund", signal: "linked" });
  await opened.sync();
  isDown = false;

  await opened.sync();

  expect(await opened.lastLessons()).toMatchObject([{ state: "sent" }]);
  expect(await server.db.select().from(lessonsTable)).toHaveLength(1);
});

it("waits, and keeps the articles coming, where the server knows no lessons", async () => {
  const fetch = async (request: Request) =>
    request.url.endsWith("/v1/lessons") ? new Response("no", { status: 404 }) : server.fetch(request);
  const opened = await library(true, { fetch });
  await opened.teach({ ticket: charged, articleId: "refund", signal: "linked" });
  await server.importLines({ _id: "new", title: "New" });

  const state = await opened.sync();

  expect(state.problem).toBeNull();
  expect(state.articleCount).toBe(3);
  expect(await opened.lastLessons()).toMatchObject([{ state: "queued" }]);
});

it("gives up a lesson the server cannot read, and sends the others", async () => {
  const fetch = async (request: Request) => {
    const body = request.url.endsWith("/v1/lessons") ? await request.clone().text() : "";
    return body.includes("password") ? refusal() : server.fetch(request);
  };
  const opened = await library(true, { fetch });
  await opened.teach({ ticket: charged, articleId: "refund", signal: "linked" });
  await opened.teach({ ticket: ticketNo(2, "reset the login"), articleId: "password", signal: "linked" });

  await opened.sync();

  const states = (await opened.lastLessons()).map(({ articleId, state }) => `${articleId} ${state}`);
  expect(states.sort((a, b) => (a < b ? -1 : 1))).toEqual(["password refused", "refund sent"]);
});

it("queues nothing while it is off, and deletes what waits when it is switched off", async () => {
  const opened = await library();
  await opened.teach({ ticket: charged, articleId: "refund", signal: "linked" });

  await opened.followLearningSettings({ sharesLearning: false });
  await opened.teach({ ticket: ticketNo(2, "the card"), articleId: "refund", signal: "linked" });

  expect(await opened.lastLessons()).toEqual([]);
  expect((await opened.database.learnedTerms.get("refund"))?.tickets).toBe(2);
});

it("counts no use while it is off, and deletes the counts that wait when it is switched off", async () => {
  const opened = await library();
  await opened.countUsage({ type: "opened", articleId: "refund" });
  const waiting = await opened.database.usage.count();

  await opened.followLearningSettings({ sharesLearning: false });
  await opened.countUsage({ type: "searched" });
  const left = await opened.database.usage.count();
  await opened.sync();

  expect([waiting, left]).toEqual([1, 0]);
  expect(opened.requests.some(({ url }) => url.includes("/v1/usage"))).toBe(false);
});

it("deletes with the next pass what another context left in the queue", async () => {
  const writer = await library();
  await writer.teach({ ticket: charged, articleId: "refund", signal: "linked" });
  const opened = openTestLibrary(server, agent, { database: writer.database });
  await opened.followLearningSettings({ sharesLearning: false });

  await opened.sync();

  expect(await queuedLessons(opened)).toEqual([]);
  expect(await server.db.select().from(lessonsTable)).toEqual([]);
});

it("queues and sends nothing before it is told that it may", async () => {
  const opened = await library(null);

  await opened.teach({ ticket: charged, articleId: "refund", signal: "linked" });
  await opened.sync();

  expect(await opened.lastLessons()).toEqual([]);
  expect(opened.requests.filter(({ url }) => url.endsWith("/v1/lessons"))).toEqual([]);
});

it("gives colleagues a word once three agents taught it", async () => {
  const colleague = openTestLibrary(server, await server.addAgent());
  await colleague.sync();
  for (let number = 1; number <= 3; number += 1) {
    const teacher = openTestLibrary(server, await server.addAgent());
    await teacher.followLearningSettings({ sharesLearning: true });
    await teacher.sync();
    await teacher.teach({ ticket: ticketNo(number, "the card was charged"), articleId: "refund", signal: "linked" });
    await teacher.sync();
  }

  await colleague.sync();

  const shared = (await colleague.database.sharedTerms.get("refund"))?.articleTerms;
  expect(shared?.terms.find(({ term }) => term === "card")).toMatchObject({ agents: 3 });
});
