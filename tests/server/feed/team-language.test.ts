import { beforeEach, describe, expect, test } from "vitest";
import { purgeTombstones } from "../../../server/articles/purge-tombstones";
import { addSituation } from "../../../server/situations/add-situation";
import { draftSituation } from "../../../server/situations/draft-situation";
import { removeSituation } from "../../../server/situations/remove-situation";
import { draftSynonymSet } from "../../../server/synonyms/draft-synonym-set";
import { createTestServer, type TestServer } from "../support";
import { createReplica, inShort, type Replica } from "./replica";

let server: TestServer;
let replica: Replica;

beforeEach(async () => {
  server = await createTestServer();
  replica = createReplica(await server.addAgent());
});

function synonyms(...phrases: string[]) {
  const drafted = draftSynonymSet(phrases, "fr");
  if ("problems" in drafted) throw new Error(drafted.problems.join());
  return drafted.set;
}

function moving(...cues: string[]) {
  const drafted = draftSituation("moving house", cues, null);
  if ("problems" in drafted) throw new Error(drafted.problems.join());
  return drafted.situation;
}

const REFUND = synonyms("avoir", "remboursement");

test("S1 synonyms and situations come in the order they were written, to every agent", async () => {
  await server.addSynonymSet(REFUND);
  await addSituation(server.db, moving("new address"), server.clock.nowMs);
  await server.importLines({ _id: "secret", metadata: { groups: ["retention"] } });

  const [page] = await replica.pull();

  expect(page?.changes).toEqual([
    { op: "put", type: "synonymSet", synonymSet: REFUND },
    { op: "put", type: "situation", situation: moving("new address") },
  ]);
});

test.each([1, 2, 3])("pages of %i hold and count both kinds beside articles, and miss none", async (limit) => {
  await server.addSynonymSet(REFUND);
  await server.importLines({ _id: "a" });
  await addSituation(server.db, moving("new address"), server.clock.nowMs);
  await server.importLines({ _id: "b" });

  const pages = await replica.pull(limit);

  const situation = `put situation ${moving("new address").id}`;
  expect(pages.flatMap(inShort)).toEqual([`put synonyms ${REFUND.id}`, "put a", situation, "put b"]);
  expect(pages.map((page) => page.remaining)).toEqual(pages.map((_, at) => Math.max(0, 4 - limit * (at + 1))));
});

describe("a synonym set", () => {
  test("that is in force already changes nothing, in whatever order its phrases are", async () => {
    await server.addSynonymSet(REFUND);
    await replica.pull();

    const again = await server.addSynonymSet(synonyms("Remboursement", "avoir"));

    const [page] = await replica.pull();
    expect(again).toBe("unchanged");
    expect(page?.changes).toEqual([]);
  });

  test("S2 that is removed is a delete", async () => {
    await server.addSynonymSet(REFUND);
    await replica.pull();
    const removed = await server.removeSynonymSet(REFUND.id);

    const [page] = await replica.pull();

    expect(removed).toEqual(REFUND);
    expect(page?.changes).toEqual([{ op: "delete", type: "synonymSet", id: REFUND.id }]);
  });

  test("that was removed can be added again", async () => {
    await server.addSynonymSet(REFUND);
    await server.removeSynonymSet(REFUND.id);
    await server.addSynonymSet(REFUND);

    await replica.pull();

    expect([...replica.synonymSets.values()]).toEqual([REFUND]);
  });

  test("is removed once", async () => {
    await server.addSynonymSet(REFUND);
    await server.removeSynonymSet(REFUND.id);

    expect(await server.removeSynonymSet(REFUND.id)).toBeNull();
  });
});

describe("a situation", () => {
  test("gets the cues of both when it is added twice", async () => {
    await addSituation(server.db, moving("new address", "moving"), server.clock.nowMs);
    await addSituation(server.db, moving("Moving", "relocation"), server.clock.nowMs);

    await replica.pull();

    expect([...replica.situations.values()].map(({ cues }) => cues)).toEqual([["new address", "moving", "relocation"]]);
  });

  test("whose cues are there already changes nothing", async () => {
    await addSituation(server.db, moving("new address", "moving"), server.clock.nowMs);
    await replica.pull();

    const again = await addSituation(server.db, moving("moving"), server.clock.nowMs);

    const [page] = await replica.pull();
    expect(again).toMatchObject({ outcome: "unchanged", cues: ["new address", "moving"] });
    expect(page?.changes).toEqual([]);
  });

  test("takes 50 cues and no more", async () => {
    const cues = Array.from({ length: 50 }, (_, at) => `cue ${at}`);
    await addSituation(server.db, moving(...cues), server.clock.nowMs);

    const full = await addSituation(server.db, moving("one more"), server.clock.nowMs);

    await replica.pull();
    expect(full).toBe("full");
    expect([...replica.situations.values()][0]?.cues).toEqual(cues);
  });

  test("says whether an article carries it", async () => {
    const before = await addSituation(server.db, moving("new address"), server.clock.nowMs);
    await server.importLines({ _id: "a", metadata: { situations: ["moving house"] } });
    const after = await addSituation(server.db, moving("new address"), server.clock.nowMs);

    expect([before, after]).toMatchObject([{ hasArticles: false }, { hasArticles: true }]);
  });

  test("loses a cue and is told without it", async () => {
    const { id } = moving("new address");
    await addSituation(server.db, moving("new address", "moving"), server.clock.nowMs);
    await replica.pull();
    await removeSituation(server.db, id, ["MOVING"], server.clock.nowMs);

    await replica.pull();

    expect(replica.situations.get(id)?.cues).toEqual(["new address"]);
  });

  test.each([
    ["without a word on cues", []],
    ["with its last cue", ["new address"]],
  ])("S2 is a delete when it is removed %s", async (_what, cues) => {
    const { id } = moving("new address");
    await addSituation(server.db, moving("new address"), server.clock.nowMs);
    await replica.pull();
    await removeSituation(server.db, id, cues, server.clock.nowMs);

    const [page] = await replica.pull();

    expect(page?.changes).toEqual([{ op: "delete", type: "situation", id }]);
  });
});

test("a full read leaves out what was removed before it began", async () => {
  await server.addSynonymSet(REFUND);
  await server.removeSynonymSet(REFUND.id);

  const [page] = await replica.pull();

  expect(page?.changes).toEqual([]);
});

test("S3 a client that stood before thrown-away tombstones reads everything anew", async () => {
  await server.addSynonymSet(REFUND);
  await addSituation(server.db, moving("new address"), server.clock.nowMs);
  await replica.pull();
  await server.removeSynonymSet(REFUND.id);
  await removeSituation(server.db, moving("new address").id, [], server.clock.nowMs);
  await purgeTombstones(server.db, server.clock.nowMs + 1);

  const [page] = await replica.pull();

  expect(page?.reset).toBe(true);
  expect([replica.synonymSets.size, replica.situations.size]).toEqual([0, 0]);
});
