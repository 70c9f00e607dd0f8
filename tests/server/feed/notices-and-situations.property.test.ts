import fc from "fast-check";
import { expect, test } from "vitest";
import type { Audience } from "../../../lib/contract/article";
import type { SituationArticle } from "../../../lib/contract/situation";
import { AT_THE_COMMAND_LINE } from "../../../server/access/writer";
import { deleteNotice } from "../../../server/notices/delete-notice";
import { saveNotice } from "../../../server/notices/save-notice";
import { draftSituation } from "../../../server/situations/draft-situation";
import { deleteSituation, saveSituation } from "../../../server/situations/save-situation";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { createReplica, type Replica } from "./replica";

const MINUTE_MS = 60_000;
const ROLE = "answer" as const;

const articleId = fc.constantFrom("a", "b");
const noticeId = fc.constantFrom("m", "n");
const name = fc.constantFrom("house", "birth");
const groups = fc.subarray(["billing", "retention"]);
const reader = fc.nat(3);
const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("article"), articleId, groups, inMinutes: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("deleteArticle"), articleId }) },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ do: fc.constant("notice"), noticeId, groups, title: fc.nat(2), names: fc.option(articleId, { freq: 9 }) },
      ...{ inMinutes: fc.nat(2), forMinutes: fc.option(fc.integer({ min: 1, max: 3 })) },
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("deleteNotice"), noticeId }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("situation"), name, groups, named: fc.subarray(["a", "b"]) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("deleteSituation"), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("acknowledge"), reader, noticeId }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("pull"), reader, limit: fc.constantFrom(1, 2, 99) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("access"), reader, groups }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("purge") }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

type Reader = {
  agent: TestAgent;
  replica: Replica;
  isAdmin: boolean;
  audience: Audience;
  groups: string[];
  acknowledged: Set<string>;
  /** Those of notices that were deleted since: they may have gone with them. */
  goneWithNotice: Set<string>;
};

/** What the server was told, kept in the simplest way there is. */
type World = {
  server: TestServer;
  articles: Map<string, { groups: string[]; fromMs: number }>;
  notices: Map<string, { groups: string[]; title: string; articleId: string | null; fromMs: number; untilMs: number }>;
  situations: Map<string, { groups: string[]; articles: string[] }>;
  readers: Reader[];
};

async function createWorld(): Promise<World> {
  const server = await createTestServer();
  const readers: Reader[] = [];
  const add = async (options: { groups?: string[]; role?: "admin"; audience?: Audience }) => {
    const agent = await server.addAgent(options);
    const { role, audience = "internal", groups: own = [] } = options;
    const access = { isAdmin: role === "admin", audience, groups: own };
    readers.push({
      agent,
      replica: createReplica(agent),
      ...access,
      acknowledged: new Set(),
      goneWithNotice: new Set(),
    });
  };
  await add({ groups: ["billing"] });
  await add({});
  await add({ role: "admin" });
  await add({ audience: "public", groups: ["retention"] });
  return { server, articles: new Map(), notices: new Map(), situations: new Map(), readers };
}

function readerAt({ readers }: World, index: number): Reader {
  const found = readers[index];
  if (!found) throw new Error(`no reader ${index}`);
  return found;
}

const WRITE = { writer: AT_THE_COMMAND_LINE };

async function act(world: World, step: Action): Promise<void> {
  const { server } = world;
  const { db } = server;
  const { nowMs } = server.clock;
  if ("title" in step) await writeNotice(world, step);
  else if ("named" in step) await writeSituation(world, step);
  else if ("inMinutes" in step) {
    const fromMs = nowMs + (step.inMinutes - 1) * MINUTE_MS;
    world.articles.set(step.articleId, { groups: step.groups, fromMs });
    const metadata = { groups: step.groups, publishedAt: new Date(fromMs).toISOString() };
    await server.importLines({ _id: step.articleId, metadata });
  } else if ("articleId" in step) {
    world.articles.delete(step.articleId);
    await server.deleteArticle(step.articleId);
  } else if ("limit" in step) await pullPage(world, step.reader, step.limit);
  else if ("groups" in step) {
    readerAt(world, step.reader).groups = step.groups;
    await server.changeAccess(readerAt(world, step.reader).agent, { groups: step.groups });
  } else if ("reader" in step) await acknowledge(world, step.reader, step.noticeId);
  else if ("noticeId" in step) {
    const id = step.noticeId;
    if (!world.notices.delete(id)) return;
    await deleteNotice({ db, id, ...WRITE, ifMatch: "*", nowMs });
    for (const of of world.readers) {
      for (const key of of.acknowledged) if (key.startsWith(`${id}/`)) of.goneWithNotice.add(key);
    }
  } else if ("name" in step) {
    const id = situationIdOf(step.name);
    if (world.situations.delete(id)) await deleteSituation({ db, id, ...WRITE, ifMatch: "*", nowMs });
  } else if (step.do === "wait") server.clock.nowMs += MINUTE_MS;
  else await server.purgeTombstones();
}

async function writeNotice(world: World, step: Extract<Action, { title: number }>): Promise<void> {
  const { db, clock } = world.server;
  const { noticeId: id, groups: toGroups, names } = step;
  const fromMs = clock.nowMs + (step.inMinutes - 1) * MINUTE_MS;
  const untilMs = step.forMinutes === null ? Number.POSITIVE_INFINITY : fromMs + step.forMinutes * MINUTE_MS;
  const named = names !== null && world.articles.has(names) ? names : null;
  const draft = {
    ...{ severity: "info" as const, title: `Title ${step.title}`, whatChanged: "", condition: "", language: null },
    ...{ effectiveFrom: null, publishedAt: new Date(fromMs).toISOString(), groups: toGroups, cues: [], tags: [] },
    ...{ expiresAt: step.forMinutes === null ? null : new Date(untilMs).toISOString(), articleId: named },
    needsAcknowledgement: true,
  };
  const ifMatch = world.notices.has(id) ? "*" : undefined;
  await saveNotice({ db, id, draft, ...WRITE, ifMatch, nowMs: clock.nowMs });
  world.notices.set(id, { groups: toGroups, title: draft.title, articleId: named, fromMs, untilMs });
}

async function writeSituation(world: World, step: Extract<Action, { named: string[] }>): Promise<void> {
  const { db, clock } = world.server;
  const id = situationIdOf(step.name);
  const named = step.named.filter((each) => world.articles.has(each));
  const articles: SituationArticle[] = named.map((each) => ({ articleId: each, role: ROLE }));
  const draft = { name: step.name, language: null, cues: ["a cue"], groups: step.groups, articles };
  const ifMatch = world.situations.has(id) ? "*" : undefined;
  await saveSituation({ db, id, draft, ...WRITE, ifMatch, nowMs: clock.nowMs });
  world.situations.set(id, { groups: step.groups, articles: named });
}

function situationIdOf(situationName: string): string {
  const drafted = draftSituation(situationName, ["a cue"], null);
  if ("problems" in drafted) throw new Error(drafted.problems.join());
  return drafted.situation.id;
}

async function acknowledge(world: World, index: number, id: string): Promise<void> {
  const { agent, replica, acknowledged } = readerAt(world, index);
  const held = replica.notices.get(id);
  if (!held) return;
  const acknowledgement = { noticeId: id, version: held.version, acknowledgedAt: new Date(0).toISOString() };
  const response = await agent.post("/v1/acknowledgements", { acknowledgements: [acknowledgement] });
  const [result] = (await response.json()).results;
  if (result.status === "stored") acknowledged.add(`${id}/${held.version}`);
}

/** Pulls a page and checks that it tells nothing of another's. */
async function pullPage(world: World, index: number, limit: number): Promise<boolean> {
  const of = readerAt(world, index);
  const page = await of.replica.pullPage(limit);
  for (const change of page.changes) {
    if ("notice" in change) expect(noticesFor(world, of).get(change.notice.id)?.title).toBe(change.notice.title);
    if ("acknowledgement" in change) {
      const { noticeId: id, version } = change.acknowledgement;
      expect(of.acknowledged.has(`${id}/${version}`)).toBe(true);
    }
  }
  return page.hasMore;
}

/** Whether something to these groups is for the reader; with none, for everybody but those for the public only. */
function isFor({ isAdmin, groups: own, audience }: Reader, toGroups: readonly string[], isInternal: boolean): boolean {
  if (isAdmin) return true;
  if (toGroups.length === 0) return !isInternal || audience === "internal";
  return toGroups.some((group) => own.includes(group));
}

/** Imported articles are internal. */
function mayRead({ articles, server }: World, of: Reader, id: string): boolean {
  const article = articles.get(id);
  if (!article || article.fromMs > server.clock.nowMs) return false;
  return isFor(of, article.groups, true) && (of.isAdmin || of.audience === "internal");
}

function noticesFor(world: World, of: Reader): Map<string, { title: string; articleId: string | null }> {
  const { nowMs } = world.server.clock;
  const inForce = [...world.notices].filter(([, { groups: toGroups, fromMs, untilMs }]) => {
    return fromMs <= nowMs && nowMs < untilMs && isFor(of, toGroups, true);
  });
  return new Map(
    inForce.map(([id, { title, articleId: named }]) => {
      return [id, { title, articleId: named !== null && mayRead(world, of, named) ? named : null }];
    }),
  );
}

function situationsFor(world: World, of: Reader): Map<string, string[]> {
  const told = [...world.situations].filter(([, { groups: toGroups }]) => isFor(of, toGroups, false));
  return new Map(told.map(([id, { articles }]) => [id, articles.filter((each) => mayRead(world, of, each))]));
}

test("S1 S2 S3 any mix of writes, dates and pulls ends with exactly the notices and situations that are for each reader", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 50, size: "max" }), async (actions) => {
      const world = await createWorld();

      for (const step of actions) await act(world, step);
      for (const index of world.readers.keys()) while (await pullPage(world, index, 2));

      for (const of of world.readers) {
        const { replica, acknowledged, goneWithNotice } = of;
        const heldNotices = [...replica.notices].map(([id, held]) => {
          return [id, { title: held.title, articleId: held.articleId }] as const;
        });
        expect(new Map(heldNotices)).toEqual(noticesFor(world, of));
        const heldSituations = [...replica.situations].map(([id, { articles }]) => {
          return [id, articles.map((each) => each.articleId)] as const;
        });
        expect(new Map(heldSituations)).toEqual(situationsFor(world, of));
        const held = [...replica.acknowledgements.keys()];
        expect(held.filter((key) => !acknowledged.has(key))).toEqual([]);
        const living = [...acknowledged].filter((key) => !goneWithNotice.has(key));
        expect(living.filter((key) => !held.includes(key))).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
}, 180_000);
