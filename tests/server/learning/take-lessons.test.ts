import { beforeEach, describe, expect, test } from "vitest";
import { lessons } from "../../../server/db/schema";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { lesson, TODAY, teach } from "./lessons";

const DAY_MS = 86_400_000;

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines({ _id: "a" });
});

test("each lesson of a batch gets its result, in the order of the batch", async () => {
  const good = lesson({});
  const bad = { ...lesson({}), ticketId: "4102" };
  const unknown = lesson({ articleId: "nothing" });

  const results = await teach(agent, good, bad, unknown, good);

  expect(results).toEqual([
    { id: good.id, status: "stored" },
    { id: bad.id, status: "refused", detail: 'Unrecognized key: "ticketId"' },
    { id: unknown.id, status: "refused", detail: "articleId: there is no such article" },
    { id: good.id, status: "known" },
  ]);
});

test("a lesson sent again is known and stored once", async () => {
  const sent = lesson({});
  await teach(agent, sent);

  const results = await teach(agent, sent);

  expect(results).toEqual([{ id: sent.id, status: "known" }]);
  expect(await server.db.$count(lessons)).toBe(1);
});

test("another agent's lesson is not taken for one's own", async () => {
  const sent = lesson({});
  await teach(await server.addAgent(), sent);

  const [result] = await teach(agent, sent);

  expect(result).toEqual({ id: sent.id, status: "refused", detail: "id: belongs to another lesson" });
});

test.each([
  ["an article of another group", { _id: "b", metadata: { groups: ["retention"] } }],
  ["an article that is not published yet", { _id: "b", metadata: { publishedAt: "2026-11-03T00:00:00Z" } }],
])("%s is refused in the words for one that does not exist", async (_what, line) => {
  await server.importLines(line);

  const results = await teach(agent, lesson({ articleId: "b" }), lesson({ articleId: "nothing" }));

  expect(results.map(({ detail }) => detail)).toEqual(Array(2).fill("articleId: there is no such article"));
});

test("a deleted article is not taught", async () => {
  await server.deleteArticle("a");

  const [result] = await teach(agent, lesson({}));

  expect(result?.status).toBe("refused");
});

test("an id that cannot be stored is an article that does not exist", async () => {
  const [result] = await teach(agent, lesson({ articleId: "a\u0000" }));

  expect(result).toMatchObject({ status: "refused", detail: "articleId: there is no such article" });
});

describe("the day of a lesson", () => {
  test.each([
    ["today", TODAY],
    ["tomorrow, where the day has begun already", "2026-11-03"],
    ["30 days ago", "2026-10-03"],
  ])("may be %s", async (_what, day) => {
    server.clock.nowMs = Date.UTC(2026, 10, 2, 11);

    const [result] = await teach(agent, lesson({ day }));

    expect(result?.status).toBe("stored");
  });

  test.each([
    ["in two days", "2026-11-04", "day: lies in the future"],
    ["31 days ago", "2026-10-02", "day: more than 30 days ago"],
  ])("may not be %s", async (_what, day, detail) => {
    const [result] = await teach(agent, lesson({ day }));

    expect(result).toMatchObject({ status: "refused", detail });
  });

  test("may not be tomorrow while that is nowhere", async () => {
    const [result] = await teach(agent, lesson({ day: "2026-11-03" }));

    expect(result).toMatchObject({ status: "refused", detail: "day: lies in the future" });
  });
});

test("of an agent's lessons 500 are taken in a day, whatever days they are about", async () => {
  const days = [TODAY, "2026-11-01", "2026-10-31"];
  const sent = Array.from({ length: 600 }, (_, at) => lesson({ day: days[at % 3] ?? TODAY }));

  const results = await teach(agent, ...sent);

  expect(results.filter(({ status }) => status === "stored")).toHaveLength(500);
  expect(results.at(-1)).toMatchObject({ status: "refused", detail: "more than 500 lessons in a day" });
});

test("the day after lessons are taken again", async () => {
  await teach(agent, ...Array.from({ length: 500 }, () => lesson({})));
  server.clock.nowMs += DAY_MS;

  const [result] = await teach(agent, lesson({}));

  expect(result?.status).toBe("stored");
});

test("lessons are forgotten when they could not be sent again", async () => {
  await teach(agent, lesson({ day: "2026-10-20" }), lesson({}));
  server.clock.nowMs += 20 * DAY_MS;
  await teach(agent, lesson({ day: "2026-11-22" }));

  const kept = await server.db.select({ day: lessons.day }).from(lessons);

  expect(kept.map(({ day }) => day).sort((a, b) => (a < b ? -1 : 1))).toEqual([TODAY, "2026-11-22"]);
});

test.each([
  ["no lessons", { lessons: [] }],
  ["101 lessons", { lessons: Array.from({ length: 101 }, () => lesson({})) }],
  ["no list", { lessons: "all" }],
])("a batch of %s is refused as a whole", async (_what, body) => {
  const response = await agent.post("/v1/lessons", body);

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "invalid_request" });
});

test("without a token no lesson is taken", async () => {
  const response = await server.app.request("/v1/lessons", { method: "POST", body: "{}" });

  expect(response.status).toBe(401);
});
