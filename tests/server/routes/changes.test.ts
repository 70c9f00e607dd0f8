import { beforeEach, expect, test } from "vitest";
import { createReplica } from "../feed/replica";
import { createTestServer, type TestAgent, type TestServer } from "../support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines({ _id: "a" }, { _id: "b" });
});

async function readCursor(): Promise<string> {
  const replica = createReplica(agent);
  await replica.pull();
  return replica.cursor ?? "";
}

function poll(cursor: string, ifNoneMatch = `"${cursor}"`): Promise<Response> {
  return agent.get(`/v1/changes?cursor=${cursor}`, { "If-None-Match": ifNoneMatch });
}

test("answers 304 without a body when nothing is new", async () => {
  const cursor = await readCursor();

  const response = await poll(cursor);

  expect(response.status).toBe(304);
  expect(await response.text()).toBe("");
  expect(response.headers.get("ETag")).toBe(`"${cursor}"`);
});

test("answers 304 to a weak ETag as well, which compression makes of a strong one", async () => {
  const cursor = await readCursor();

  const response = await poll(cursor, `W/"${cursor}"`);

  expect(response.status).toBe(304);
});

test("answers 200 with no changes to a client that does not ask for 304", async () => {
  const cursor = await readCursor();

  const response = await agent.get(`/v1/changes?cursor=${cursor}`);

  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ changes: [], cursor, hasMore: false, reset: false, remaining: 0 });
});

test("answers 200 when the ETag is not the cursor's", async () => {
  const cursor = await readCursor();

  const response = await poll(cursor, '"another"');

  expect(response.status).toBe(200);
});

test("answers 200 when something is new", async () => {
  const cursor = await readCursor();
  await server.deleteArticle("a");

  const response = await poll(cursor);

  expect(response.status).toBe(200);
});

test("answers 200 with a reset, not 304, when the cursor cannot be used any more", async () => {
  const cursor = await readCursor();
  await server.changeAccess(agent, { groups: ["billing"] });

  const response = await poll(cursor);

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ reset: true });
});

test("moves the cursor past changes the agent may not read, so that the next poll is a 304", async () => {
  const cursor = await readCursor();
  await server.importLines({ _id: "x", metadata: { groups: ["billing"] } });

  const first = await poll(cursor);
  const page = await first.json();
  const second = await poll(page.cursor);

  expect(page.changes).toEqual([]);
  expect(second.status).toBe(304);
});

test("gives the last page its cursor as ETag, and other pages none", async () => {
  const first = await agent.get("/v1/changes?limit=1");
  const { cursor } = await first.json();
  const last = await agent.get(`/v1/changes?limit=1&cursor=${cursor}`);

  expect(first.headers.get("ETag")).toBeNull();
  expect(last.headers.get("ETag")).toBe(`"${(await last.json()).cursor}"`);
});

test("lets nobody on the way keep an answer", async () => {
  const response = await agent.get("/v1/changes");

  expect(response.headers.get("Cache-Control")).toBe("no-store");
});

test("keeps what only the server needs to itself", async () => {
  const body = await (await agent.get("/v1/changes")).text();

  expect(body).not.toMatch(/changeNumber|readableBefore|isPublished|deletedAt/);
});
