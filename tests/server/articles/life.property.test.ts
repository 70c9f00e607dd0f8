import fc from "fast-check";
import { expect, test } from "vitest";
import { createReplica, type Replica } from "../feed/replica";
import { createTestServer, type TestServer } from "../support";
import { type Author, addAuthor } from "./author";
import { createModel, type Model, type ModelContent } from "./life-model";

const MINUTE_MS = 60_000;

const id = fc.constantFrom("a", "b", "c");
/** Minutes from now; null: not said. An expiry comes after the publication it goes with. */
const dates = fc
  .tuple(fc.option(fc.integer({ min: -1, max: 3 })), fc.option(fc.integer({ min: 1, max: 3 })))
  .map(([publishedIn, life]) => ({
    publishedIn,
    expiresIn: life === null ? null : Math.max(publishedIn ?? 0, 0) + life,
  }));
const access = fc.record({
  groups: fc.subarray(["billing", "retention"]),
  audience: fc.constantFrom("public" as const, "internal" as const),
});
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("edit" as const), id, dates, access }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("import" as const), id, dates, access }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("publish" as const), id }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom("submit", "return", "discard", "archive", "restore", "verify", "delete" as const),
      id,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 2 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("pull" as const),
      reader: fc.nat(2),
      limit: fc.integer({ min: 1, max: 3 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

type World = {
  server: TestServer;
  author: Author;
  model: Model;
  readers: { replica: Replica; canRead: (content: ModelContent) => boolean }[];
  titles: number;
};

async function createWorld(): Promise<World> {
  const server = await createTestServer();
  const author = await addAuthor(server, { role: "admin" });
  const inBilling = await server.addAgent({ groups: ["billing"] });
  const forPublic = await server.addAgent({ audience: "public", groups: ["retention"] });
  const isFor = (group: string, { groups }: ModelContent) => groups.length === 0 || groups.includes(group);
  return {
    ...{ server, author, model: createModel(), titles: 0 },
    readers: [
      { replica: createReplica(inBilling), canRead: (content) => isFor("billing", content) },
      {
        replica: createReplica(forPublic),
        canRead: (content) => content.audience === "public" && isFor("retention", content),
      },
      { replica: createReplica(author.agent), canRead: () => true },
    ],
  };
}

function contentOf(world: World, { dates, access }: Extract<Step, { do: "edit" | "import" }>): ModelContent {
  world.titles += 1;
  const at = (minutes: number | null) => (minutes === null ? null : world.server.clock.nowMs + minutes * MINUTE_MS);
  return {
    title: `Title ${world.titles}`,
    ...access,
    publishedMs: at(dates.publishedIn),
    expiresMs: at(dates.expiresIn),
  };
}

const toInstant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

async function act(world: World, one: Step): Promise<void> {
  const { server, author, model } = world;
  const { nowMs } = server.clock;
  model.settle(nowMs);
  if (one.do === "wait") server.clock.nowMs += one.minutes * MINUTE_MS;
  else if (one.do === "pull") await pullAndCompare(world, one.reader, one.limit);
  else if (one.do === "edit") {
    const content = contentOf(world, one);
    const { title, groups, audience, publishedMs, expiresMs } = content;
    const dated = { publishedAt: toInstant(publishedMs), expiresAt: toInstant(expiresMs) };
    const isTaken = await wasDone(author.write(one.id, { title, groups, audience, ...dated }));
    expect(isTaken).toBe(model.edit(one.id, content));
  } else if (one.do === "import") {
    const content = contentOf(world, one);
    const { title, groups, audience, publishedMs, expiresMs } = content;
    const metadata = { groups, audience, publishedAt: toInstant(publishedMs), expiresAt: toInstant(expiresMs) };
    await server.importLines({ _id: one.id, title, metadata });
    model.import(one.id, content, nowMs);
  } else if (one.do === "publish") {
    const seen = await author.read(one.id).catch(() => null);
    const body = { confirmPublic: true, overVersion: seen?.publishedVersion ?? null };
    const isTaken = await wasDone(author.act(one.id, "publish", body));
    expect(isTaken).toBe(model.publish(one.id, nowMs));
  } else {
    expect(await changeState(author, one.id, one.do)).toBe(model[one.do](one.id, nowMs));
  }
}

async function changeState(author: Author, articleId: string, action: string): Promise<boolean> {
  const etag = (await author.agent.get(`/v1/articles/${articleId}`)).headers.get("ETag");
  const headers: Record<string, string> = etag === null ? {} : { "If-Match": etag };
  const path = `/v1/articles/${articleId}`;
  const response = await (action === "delete"
    ? author.send("DELETE", path, undefined, headers)
    : author.send("POST", `${path}/${action}`, action === "return" ? {} : undefined, headers));
  if (!response.ok) expect([404, 409]).toContain(response.status);
  return response.ok;
}

async function wasDone(write: Promise<unknown>): Promise<boolean> {
  return write.then(
    () => true,
    (error: Error) => {
      expect(error.message).toMatch(/^(404|409) /);
      return false;
    },
  );
}

const stateOf = (version: number, title: string, verifiedAt: string | null) => ({ version, title, verifiedAt });

async function pullAndCompare({ server, model, readers }: World, index: number, limit: number): Promise<void> {
  const reader = readers[index];
  if (!reader) throw new Error(`no reader ${index}`);
  model.settle(server.clock.nowMs);
  await reader.replica.pull(limit);
  const held = [...reader.replica.rows.values()].map(
    (row) => [row.id, stateOf(row.version, row.title, row.verifiedAt)] as const,
  );
  const readable = model
    .readable(server.clock.nowMs)
    .filter((row) => reader.canRead(row))
    .map((row) => [row.id, stateOf(row.version, row.title, toInstant(row.verifiedMs))] as const);
  expect(new Map(held)).toEqual(new Map(readable));
}

test("any life of articles ends with exactly the readable rows at every reader, whenever they pull", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 45, size: "max" }), async (steps) => {
      const world = await createWorld();

      for (const one of steps) await act(world, one);

      for (const index of world.readers.keys()) await pullAndCompare(world, index, 200);
    }),
    { numRuns: 25 },
  );
}, 240_000);
