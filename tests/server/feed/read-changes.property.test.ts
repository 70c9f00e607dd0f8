import fc from "fast-check";
import { expect, test } from "vitest";
import type { Helpdesk } from "../../../lib/contract/helpdesk";
import type { PageReadingUpdate } from "../../../lib/contract/page-reader";
import { draftSynonymSet } from "../../../server/synonyms/draft-synonym-set";
import { subjectBy } from "../../lib/page-readers";
import { addTeachers, lesson, teach } from "../learning/lessons";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { createReplica, type Replica } from "./replica";

const GROUPS = ["billing", "retention"];
const MINUTE_MS = 60_000;

const id = fc.constantFrom("a", "b", "c", "d");
const groups = fc.subarray(GROUPS);
const reader = fc.nat(2);
const helpdesk = fc.constantFrom<Helpdesk>("zendesk", "freshdesk");
const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("put"), id, groups, title: fc.nat(3), inMinutes: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("delete"), id }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("pull"), reader, limit: fc.constantFrom(1, 2, 9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("access"), reader, groups }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("publish"), helpdesk, selector: fc.constantFrom("#a", "#b") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove"), helpdesk }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("teach"), taughtId: id }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("synonyms"), word: fc.constantFrom("a", "b"), on: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("purge") }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** What the server was told, kept in the simplest way there is. */
type Truth = Map<string, { title: string; groups: string[]; publishedMs: number }>;

type World = {
  server: TestServer;
  truth: Truth;
  pageReaders: Map<Helpdesk, PageReadingUpdate>;
  /** Articles that all teachers taught, and ids of synonym sets in force. */
  taught: Set<string>;
  synonymSets: Set<string>;
  teachers: TestAgent[];
  readers: { agent: TestAgent; replica: Replica; groups: string[]; isAdmin: boolean }[];
  /** Groups that could ever read an article; "*" is everybody. */
  everReadable: Map<string, Set<string>>;
};

async function createWorld(): Promise<World> {
  const server = await createTestServer();
  const inBilling = await server.addAgent({ groups: ["billing"] });
  const inNone = await server.addAgent();
  const admin = await server.addAgent({ role: "admin" });
  const readers = [
    { agent: inBilling, replica: createReplica(inBilling), groups: ["billing"], isAdmin: false },
    { agent: inNone, replica: createReplica(inNone), groups: [], isAdmin: false },
    { agent: admin, replica: createReplica(admin), groups: [], isAdmin: true },
  ];
  const teachers = await addTeachers(server, 3);
  const told = { truth: new Map(), pageReaders: new Map(), taught: new Set<string>(), synonymSets: new Set<string>() };
  return { server, ...told, teachers, readers, everReadable: new Map() };
}

function readerAt({ readers }: World, index: number) {
  const found = readers[index];
  if (!found) throw new Error(`no reader ${index}`);
  return found;
}

async function act(world: World, step: Action): Promise<void> {
  const { server, truth } = world;
  if ("title" in step) {
    const publishedMs = server.clock.nowMs + (step.inMinutes - 1) * MINUTE_MS;
    const title = `Title ${step.title}`;
    truth.set(step.id, { title, groups: step.groups, publishedMs });
    const metadata = { groups: step.groups, publishedAt: new Date(publishedMs).toISOString() };
    await server.importLines({ _id: step.id, title, metadata });
  } else if ("id" in step) {
    truth.delete(step.id);
    world.taught.delete(step.id);
    await server.deleteArticle(step.id);
  } else if ("limit" in step) {
    await pullPage(world, step.reader, step.limit);
  } else if ("groups" in step) {
    const { agent, isAdmin } = readerAt(world, step.reader);
    if (isAdmin) return;
    readerAt(world, step.reader).groups = step.groups;
    await server.changeAccess(agent, { groups: step.groups });
  } else if ("selector" in step) {
    const reading = subjectBy(step.selector);
    world.pageReaders.set(step.helpdesk, reading);
    await server.publishPageReader({ helpdesk: step.helpdesk, reading });
  } else if ("helpdesk" in step) {
    world.pageReaders.delete(step.helpdesk);
    await server.removePageReader(step.helpdesk);
  } else if ("taughtId" in step) {
    for (const teacher of world.teachers) {
      const [result] = await teach(teacher, lesson({ articleId: step.taughtId }));
      if (result?.status === "stored") world.taught.add(step.taughtId);
    }
  } else if ("word" in step) {
    await switchSynonyms(world, step.word, step.on);
  } else if (step.do === "wait") {
    server.clock.nowMs += MINUTE_MS;
  } else {
    await server.purgeTombstones();
  }
  rememberReaders(world);
}

async function switchSynonyms({ server, synonymSets }: World, word: string, on: boolean): Promise<void> {
  const drafted = draftSynonymSet([word, `the other ${word}`], null);
  if ("problems" in drafted) throw new Error(drafted.problems.join());
  const { set } = drafted;
  if (on) {
    await server.addSynonymSet(set);
    synonymSets.add(set.id);
  } else {
    await server.removeSynonymSet(set.id);
    synonymSets.delete(set.id);
  }
}

function rememberReaders({ server, truth, everReadable }: World): void {
  for (const [articleId, article] of truth) {
    if (article.publishedMs > server.clock.nowMs) continue;
    const names = everReadable.get(articleId) ?? new Set();
    for (const name of article.groups.length > 0 ? article.groups : ["*"]) names.add(name);
    everReadable.set(articleId, names);
  }
}

/** Pulls a page and checks what holds for every page. */
async function pullPage(world: World, index: number, limit: number): Promise<boolean> {
  const { replica, groups: own, isAdmin } = readerAt(world, index);
  const page = await replica.pullPage(limit);
  if (page.hasMore) expect(page.changes.length).toBe(limit);
  expect(page.remaining > 0).toBe(page.hasMore);
  for (const change of page.changes) {
    if ("article" in change) expect(titlesFor(world, index).get(change.article.id)).toBe(change.article.title);
    else if ("id" in change && change.type === "article") {
      const names = world.everReadable.get(change.id);
      expect(isAdmin ? names !== undefined : ["*", ...own].some((name) => names?.has(name))).toBe(true);
    }
  }
  return page.hasMore;
}

/** What this reader may read now, by the words of the contract. */
function titlesFor(world: World, index: number): Map<string, string> {
  const { groups: own, isAdmin } = readerAt(world, index);
  const readable = [...world.truth].filter(([, article]) => {
    const isOpen = isAdmin || article.groups.length === 0 || article.groups.some((group) => own.includes(group));
    return isOpen && article.publishedMs <= world.server.clock.nowMs;
  });
  return new Map(readable.map(([articleId, { title }]) => [articleId, title]));
}

test("S1 S2 S3 any mix of writes and pulls ends with exactly the readable rows at every reader", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 40, size: "max" }), async (actions) => {
      const world = await createWorld();

      for (const step of actions) await act(world, step);
      for (const index of world.readers.keys()) while (await pullPage(world, index, 2));

      for (const [index, { replica }] of world.readers.entries()) {
        const held = new Map([...replica.rows].map(([articleId, { title }]) => [articleId, title]));
        expect(held).toEqual(titlesFor(world, index));
        const readings = [...replica.pageReaders].map(([name, { reading }]) => [name, reading] as const);
        expect(new Map(readings)).toEqual(world.pageReaders);
        const taughtToReader = [...titlesFor(world, index).keys()].filter((articleId) => world.taught.has(articleId));
        expect(new Set(replica.terms.keys())).toEqual(new Set(taughtToReader));
        expect(new Set(replica.synonymSets.keys())).toEqual(world.synonymSets);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
