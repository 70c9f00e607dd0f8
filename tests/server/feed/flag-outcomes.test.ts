import { beforeEach, expect, test } from "vitest";
import { answer, createFlag, sendFlags, theCase } from "../flags/flags";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { createReplica } from "./replica";

const DAY_MS = 86_400_000;

let server: TestServer;
let agent: TestAgent;
let manager: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent({ groups: ["billing"] });
  manager = await server.addAgent({ name: "Ada Moreau", role: "manager", groups: ["billing"] });
  await server.importLines({ _id: "a", metadata: { groups: ["billing"] } });
});

test("an agent is told of its own flag as soon as it is stored", async () => {
  const flag = createFlag();
  await sendFlags(agent, flag);
  const replica = createReplica(agent);

  await replica.pull();

  const outcome = { id: flag.id, articleId: "a", status: "open", lookBy: "2026-11-05", answer: null, answeredAt: null };
  expect([...replica.flagOutcomes.values()]).toEqual([outcome]);
});

test("an answer travels back to everybody who flagged, and to nobody else", async () => {
  const other = await server.addAgent({ groups: ["billing"] });
  const flag = createFlag();
  const second = createFlag();
  const others = createFlag();
  await sendFlags(agent, flag, second);
  await sendFlags(other, others);
  const replicas = [agent, other, manager].map(createReplica);
  for (const replica of replicas) await replica.pull();

  await answer(manager, (await theCase(manager)).id, { status: "fixed", answer: "Right now." });
  for (const replica of replicas) await replica.pull(1);

  const told = replicas.map(({ flagOutcomes }) => [...flagOutcomes.values()].map(({ id, status }) => [id, status]));
  expect(told).toEqual([
    [
      [flag.id, "fixed"],
      [second.id, "fixed"],
    ],
    [[others.id, "fixed"]],
    [],
  ]);
  expect(replicas[0]?.flagOutcomes.get(flag.id)?.answer).toBe("Right now.");
});

test("an agent hears of its flag after it has lost the article", async () => {
  await sendFlags(agent, createFlag());
  await server.changeAccess(agent, { groups: [] });
  const replica = createReplica(agent);
  await replica.pull();

  await answer(manager, (await theCase(manager)).id, { status: "fixed" });
  await replica.pull();

  expect(replica.rows.size).toBe(0);
  expect([...replica.flagOutcomes.values()]).toMatchObject([{ articleId: "a", status: "fixed" }]);
});

test("who is assigned is no news to those who flagged", async () => {
  await sendFlags(agent, createFlag());
  const replica = createReplica(agent);
  await replica.pull();
  await answer(manager, (await theCase(manager)).id, { assignee: { name: "Billing team" } });

  const [page] = await replica.pull();

  expect(page?.changes).toEqual([]);
});

test("an amended flag is told again", async () => {
  const flag = createFlag();
  await sendFlags(agent, flag);
  const replica = createReplica(agent);
  await replica.pull();
  await sendFlags(agent, { ...flag, reason: "outdated" });

  const [page] = await replica.pull();

  expect(page?.changes).toMatchObject([{ op: "put", type: "flagOutcome", flagOutcome: { id: flag.id } }]);
});

test("a full read brings what is under way, however old, and what was closed within half a year", async () => {
  await server.importLines({ _id: "b" }, { _id: "c" });
  const [closedLongAgo, closed, open] = [createFlag({ articleId: "b" }), createFlag({ articleId: "c" }), createFlag()];
  await sendFlags(agent, closedLongAgo, closed, open);
  await answer(manager, (await theCase(manager, "?articleId=b")).id, { status: "fixed" });
  server.clock.nowMs += 180 * DAY_MS;
  await answer(manager, (await theCase(manager, "?articleId=c")).id, { status: "fixed" });
  const replica = createReplica(agent);

  await replica.pull(1);

  expect(new Set(replica.flagOutcomes.keys())).toEqual(new Set([closed.id, open.id]));
});

test("what is closed while a full read is under way is told in it", async () => {
  const flag = createFlag();
  await sendFlags(agent, flag);
  const replica = createReplica(agent);
  await replica.pullPage(1);
  await answer(manager, (await theCase(manager)).id, { status: "fixed" });

  await replica.pull(1);

  expect(replica.flagOutcomes.get(flag.id)?.status).toBe("fixed");
});
