import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { articleTerms, lessons, sharedTerms } from "../../../server/db/schema";
import { createTestServer, type TestServer } from "../support";
import { addTeachers, lesson, TODAY, teach } from "./lessons";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
  await server.importLines({ _id: "a" });
});

test("of lessons nothing but ids, kinds, terms, weights, counts and days is stored", async () => {
  const teachers = await addTeachers(server, 3);
  const sent = teachers.map(() => lesson({ terms: ["refund", "money back"] }));
  for (const [at, teacher] of teachers.entries()) await teach(teacher, ...sent.slice(at, at + 1));

  const stored = {
    lessons: await server.db.select().from(lessons),
    contributions: await server.db.select().from(articleTerms),
    shared: await server.db.select().from(sharedTerms),
  };

  const ids = new Set(["a", ...sent.map(({ id }) => id), ...teachers.map(({ agent }) => agent.id)]);
  const terms = new Set(["", "refund", "money back"]);
  const isAllowed = (leaf: unknown) =>
    leaf === null ||
    typeof leaf === "number" ||
    (typeof leaf === "string" && (ids.has(leaf) || terms.has(leaf) || DAY.test(leaf) || leaf === "learn"));
  expect(leavesOf(stored).filter((leaf) => !isAllowed(leaf))).toEqual([]);
  expect(leavesOf(stored)).toContain("refund");
});

test("there is no column for more", () => {
  const columnsOf = (table: Table) => Object.values(getTableColumns(table)).map(({ name }) => name);

  expect(Object.fromEntries([lessons, articleTerms].map((table) => [getTableName(table), columnsOf(table)]))).toEqual({
    lessons: ["id", "agent_id", "article_id", "analysis", "day", "kind", "received_day"],
    article_terms: ["article_id", "analysis", "term", "agent_id", "weight", "as_of", "days"],
  });
});

test("nothing of a refused lesson is stored, whatever it carries", async () => {
  const [agent] = await addTeachers(server, 1);
  const carrying = [
    { ...lesson({}), ticketId: "ticket-4102" },
    { ...lesson({}), subject: "Where is my refund?" },
    lesson({ terms: ["nora.haddad@example.com"] }),
    lesson({ terms: ["4102"] }),
    lesson({ terms: ["where is my refund"] }),
  ];
  const results = agent ? await teach(agent, ...carrying) : [];

  const stored = [
    ...(await server.db.select().from(lessons)),
    ...(await server.db.select().from(articleTerms)),
    ...(await server.db.select().from(sharedTerms)),
  ];

  expect(results.map(({ status }) => status)).toEqual(carrying.map(() => "refused"));
  expect(stored).toEqual([]);
});

test("a refusal does not repeat what was sent", async () => {
  const [agent] = await addTeachers(server, 1);
  const secret = "nora.haddad@example.com";

  const results = agent ? await teach(agent, lesson({ terms: [secret] }), { ...lesson({}), day: secret }) : [];

  expect(results).toHaveLength(2);
  expect(JSON.stringify(results)).not.toContain(secret);
});

test("who taught a term is told to nobody", async () => {
  const teachers = await addTeachers(server, 3);
  for (const teacher of teachers) await teach(teacher, lesson({}));
  const reader = await server.addAgent();

  const page = await (await reader.get("/v1/changes")).text();

  expect(page).toContain('"refund"');
  for (const { agent } of teachers) expect(page).not.toContain(agent.id);
  expect(page).toContain(TODAY);
});

/** Every value in a structure, keys of objects that are made from content included. */
function leavesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value !== "object" || value === null) return [value];
  return Object.entries(value).flatMap(([key, inner]) => [...(DAY.test(key) ? [key] : []), ...leavesOf(inner)]);
}
