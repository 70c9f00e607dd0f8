import { beforeEach, expect, test } from "vitest";
import { auditLog } from "../../../server/db/access-schema";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

test("a manager adds a set, adds it again without effect, and lists it", async () => {
  const manager = await server.addAgent({ role: "manager" });
  const replica = createReplica(manager);

  const added = await manager.post("/v1/synonyms", { phrases: ["avoir", " remboursement "], language: "fr" });
  const again = await manager.post("/v1/synonyms", { phrases: ["remboursement", "Avoir"], language: "fr" });
  const list = await (await manager.get("/v1/synonyms")).json();

  const set = await added.json();
  expect([added.status, again.status]).toEqual([201, 200]);
  expect(list).toEqual({ synonymSets: [{ id: set.id, language: "fr", phrases: ["avoir", "remboursement"] }] });
  expect(inShort((await replica.pull())[0])).toEqual([`put synonyms ${set.id}`]);
});

test("a set that is deleted leaves agents' machines; deleting it again finds nothing", async () => {
  const manager = await server.addAgent({ role: "manager" });
  const replica = createReplica(manager);
  const { id } = await (await manager.post("/v1/synonyms", { phrases: ["avoir", "remboursement"] })).json();
  await replica.pull();

  const gone = await manager.send("DELETE", `/v1/synonyms/${id}`);
  const again = await manager.send("DELETE", `/v1/synonyms/${id}`);

  expect([gone.status, again.status]).toEqual([204, 404]);
  expect(inShort((await replica.pull())[0])).toEqual([`delete synonyms ${id}`]);
  const actions = (await server.db.select().from(auditLog).orderBy(auditLog.id)).map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith("synonyms"))).toEqual(["synonyms.add", "synonyms.remove"]);
});

test("agents neither list nor write synonyms here", async () => {
  const agent = await server.addAgent();

  const responses = [
    await agent.get("/v1/synonyms"),
    await agent.post("/v1/synonyms", { phrases: ["a", "b"] }),
    await agent.send("DELETE", "/v1/synonyms/x"),
  ];

  expect(responses.map(({ status }) => status)).toEqual([403, 403, 403]);
});

test.each([
  [{ phrases: ["avoir", "AVOIR"] }, "different phrases"],
  [{ phrases: ["avoir", "!!"] }, "neither a letter"],
  [{ phrases: ["avoir"] }, "phrases"],
  [{ phrases: ["avoir", "remboursement"], note: "x" }, "note"],
])("%j is refused with the reason", async (body, reason) => {
  const manager = await server.addAgent({ role: "manager" });

  const response = await manager.post("/v1/synonyms", body);

  expect(await response.json()).toMatchObject({ status: 400, detail: expect.stringContaining(reason) });
});
