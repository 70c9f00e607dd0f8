import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { createApiClient } from "../../../lib/api/client";
import { readSalt } from "../../../lib/db/learned";
import { queueLesson } from "../../../lib/db/lessons-outbox";
import { openLibraryDatabase } from "../../../lib/db/library-database";
import { queueFlag } from "../../../lib/db/outbox";
import { changeSettings, readSettings } from "../../../lib/db/settings-database";
import { learnAgent } from "../../../lib/worker/learn-agent";
import { createOptionsStore, type OptionsPolicy } from "../../../lib/worker/options";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { outboxFlag } from "../db/support";

let server: TestServer;
let agent: TestAgent;
let announced: number;
let syncEndpoint: string | null;

const POLICY = {
  ...{ readHelpdeskApi: false, suggestWhen: "often", shareLearning: null },
  ...{ skipFirstRun: false, notUnderstood: [] as string[] },
} as const satisfies Partial<OptionsPolicy>;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  announced = 0;
  syncEndpoint = null;
  await changeSettings((settings) => ({
    ...settings,
    connection: null,
    pastLibraries: [],
    interfaceLanguage: null,
    readByApi: true,
    suggestWhen: "balanced",
    shareLearning: true,
  }));
});

const store = () =>
  createOptionsStore({
    fetch: (request) => server.fetch(request),
    clientVersion: "0.1.0",
    createId: randomUUID,
    readPolicy: async () => ({ ...POLICY, syncEndpoint }),
    whileNobodySyncs: (_libraryId, work) => work(),
    announce: () => {
      announced += 1;
    },
  });

const typed = (endpoint = "https://kb.example.com") => ({ endpoint, token: ` ${agent.token} ` });

it("saves a connection that was tested, with whose it is, and tells the panels", async () => {
  const check = await store().check(typed());

  await store().save({ ...typed(), check });

  expect((await readSettings()).connection).toMatchObject({
    endpoint: "https://kb.example.com",
    token: agent.token,
    agentId: agent.agent.id,
    agentName: "Noor Haddad",
  });
  expect(announced).toBe(1);
});

it("refuses an address that cannot be one, and changes nothing", async () => {
  await expect(store().save({ ...typed("http://kb.example.com"), check: null })).rejects.toThrow("not a sync endpoint");

  expect((await readSettings()).connection).toBeNull();
});

it("counts the flags that wait in a library that was left", async () => {
  const check = await store().check(typed());
  await store().save({ ...typed(), check });
  const left = (await readSettings()).connection?.libraryId ?? "";
  await queueFlag(openLibraryDatabase(left), outboxFlag());

  await store().save({ ...typed("https://other.example.com"), check });

  expect((await store().load()).pastLibraries).toMatchObject([{ libraryId: left, queuedFlags: 1 }]);
});

it("discards a library that was left, but not the one in use", async () => {
  const check = await store().check(typed());
  await store().save({ ...typed(), check });
  const left = (await readSettings()).connection?.libraryId ?? "";
  await store().save({ ...typed("https://other.example.com"), check });
  const inUse = (await readSettings()).connection?.libraryId ?? "";

  await store().discardLibrary(left);

  await expect(store().discardLibrary(inUse)).rejects.toThrow("in use");
  expect((await store().load()).pastLibraries).toEqual([]);
});

it("learns whose a connection is that was saved offline, so that its library is found again", async () => {
  await store().save({ ...typed(), check: null });
  const { libraryId = "" } = (await readSettings()).connection ?? {};
  const api = createApiClient({
    endpoint: "https://kb.example.com",
    token: agent.token,
    clientVersion: "0.1.0",
    fetch: (request) => server.fetch(request),
  });

  await learnAgent(libraryId, api);
  const check = await store().check(typed());
  await store().save({ ...typed("https://other.example.com"), check });
  await store().save({ ...typed(), check });

  expect((await readSettings()).connection?.libraryId).toBe(libraryId);
});

it("keeps whether the helpdesk's API is asked, says what the administrator set, and tells the panels", async () => {
  await store().setReadByApi(false);

  const { readByApi, policy } = await store().load();

  expect(readByApi).toBe(false);
  expect(policy).toEqual({ ...POLICY, syncEndpoint: null });
  expect(announced).toBe(1);
});

it("keeps when articles are suggested, beside what the administrator set, and tells the panels", async () => {
  await store().setSuggestWhen("rarely");

  const { suggestWhen, policy } = await store().load();

  expect(suggestWhen).toBe("rarely");
  expect(policy.suggestWhen).toBe("often");
  expect(announced).toBe(1);
});

it("keeps whether learning is shared, and tells the panels", async () => {
  await store().setShareLearning(false);

  const { shareLearning, policy } = await store().load();

  expect(shareLearning).toBe(false);
  expect(policy.shareLearning).toBeNull();
  expect(announced).toBe(1);
});

async function connectedWithLesson() {
  const check = await store().check(typed());
  await store().save({ ...typed(), check });
  const database = openLibraryDatabase((await readSettings()).connection?.libraryId ?? "");
  const id = "018f0000-0000-7000-8000-000000000001";
  const terms = [{ term: "card", weight: 1 }];
  const lesson = { id, articleId: "refund", analysis: 1, day: "2026-11-02", kind: "learn" as const, terms };
  await queueLesson(database, { id, queuedAtMs: 0, dueAtMs: 0, flagId: null, lesson });
  return database;
}

it("shows the lessons of the library in use, and none without a connection", async () => {
  const none = await store().lastLessons();
  await connectedWithLesson();

  const some = await store().lastLessons();

  expect(none).toEqual([]);
  expect(some).toMatchObject([{ state: "queued", articleId: "refund", articleTitle: null, terms: ["card"] }]);
});

it("deletes what waits to be sent when sharing is switched off", async () => {
  await connectedWithLesson();

  await store().setShareLearning(false);

  expect(await store().lastLessons()).toEqual([]);
});

it("forgets what was learnt with the library in use, and tells the panels", async () => {
  const database = await connectedWithLesson();
  await readSalt(database, () => "salt");
  announced = 0;

  await store().forgetLearned();

  expect(await store().lastLessons()).toEqual([]);
  expect(await database.taught.count()).toBe(0);
  expect(announced).toBe(1);
});

it("keeps no other address than the one the administrator has set", async () => {
  syncEndpoint = "https://kb.example.com";
  const before = (await readSettings()).connection;

  await expect(store().save({ ...typed("https://evil.example"), check: null })).rejects.toThrow();
  expect((await readSettings()).connection).toEqual(before);

  await store().save({ ...typed(), check: null });
  expect((await readSettings()).connection).toMatchObject({ endpoint: "https://kb.example.com" });
});

it("opens the first steps again and tells the panels", async () => {
  await changeSettings((settings) => ({ ...settings, firstRun: "done" }));

  await store().reopenFirstRun();

  expect((await readSettings()).firstRun).toBe("open");
  expect(announced).toBe(1);
});
