import { beforeEach, describe, expect, test } from "vitest";
import { auditLog } from "../../../server/db/access-schema";
import { MAX_GAPS_PER_DAY } from "../../../server/usage/take-gaps";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { newId, TODAY } from "./usage";

let server: TestServer;
let agent: TestAgent;
let manager: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent({ name: "Bo Lind" });
  manager = await server.addAgent({ name: "Mia", role: "manager" });
});

const gap = (terms: string[], said: Record<string, unknown> = {}) => ({
  ...{ id: newId(), terms, language: "en", day: TODAY },
  ...said,
});

async function send(sender: TestAgent, ...gaps: unknown[]) {
  const response = await sender.post("/v1/gaps", { gaps });
  expect(response.status).toBe(200);
  return (await response.json()).results as { id: string; status: string; detail?: string }[];
}

const termsOf = async (query = "") => (await manager.get(`/v1/reports/gaps?${query}`)).json();

describe("a batch of gaps", () => {
  test("is stored once, however often it is sent", async () => {
    const sent = gap(["warranty"]);

    const results = [...(await send(agent, sent, sent)), ...(await send(agent, sent))];

    expect(results.map(({ status }) => status)).toEqual(["stored", "known", "known"]);
    expect((await termsOf()).terms).toMatchObject([{ term: "warranty", reports: 1, agents: null }]);
  });

  test.each([
    [{ terms: ["order 4711"] }, "terms"],
    [{ terms: ["a b c"] }, "terms"],
    [{ terms: [] }, "terms"],
    [{ text: "my printer" }, "text"],
    [{ day: "0000-01-01" }, "day"],
    [{ day: "2027-01-01" }, "day"],
    [{ id: "1" }, "id"],
  ])("refuses one with %j and takes the others", async (said, reason) => {
    const results = await send(agent, gap(["warranty"], said), gap(["charger"]));

    expect(results[0]).toMatchObject({ status: "refused", detail: expect.stringContaining(reason) });
    expect(results[1]?.status).toBe("stored");
  });

  test("does not take another agent's id", async () => {
    const sent = gap(["warranty"]);
    await send(agent, sent);

    const [result] = await send(manager, sent);

    expect(result?.status).toBe("refused");
  });

  test("is bounded for one agent and a day", async () => {
    for (let sent = 0; sent < MAX_GAPS_PER_DAY; sent += 50) {
      await send(agent, ...Array.from({ length: 50 }, () => gap(["warranty"])));
    }

    const [result] = await send(agent, gap(["warranty"]));

    expect(result).toMatchObject({ status: "refused", detail: expect.stringContaining(String(MAX_GAPS_PER_DAY)) });
  });
});

describe("managers", () => {
  test("see terms by how many reports have them, with the number of agents and the days", async () => {
    await send(agent, gap(["Warranty", "charger"], { day: "2026-11-01" }), gap(["warranty"]));
    await send(manager, gap(["warranty"]), gap(["garantie"], { language: null }));

    const { terms, nextCursor } = await termsOf();

    expect(terms).toEqual([
      { term: "warranty", language: "en", reports: 3, agents: null, firstDay: "2026-11-01", lastDay: TODAY },
      { term: "charger", language: "en", reports: 1, agents: null, firstDay: "2026-11-01", lastDay: "2026-11-01" },
      { term: "garantie", language: null, reports: 1, agents: null, firstDay: TODAY, lastDay: TODAY },
    ]);
    expect(nextCursor).toBeNull();
  });

  test("read the terms page by page", async () => {
    await send(agent, gap(["a b", "bb", "cc"]), gap(["cc"], { language: null }));

    const pages = [await termsOf("limit=1")];
    while (pages.at(-1)?.nextCursor) pages.push(await termsOf(`limit=1&cursor=${pages.at(-1)?.nextCursor}`));

    expect(pages.flatMap(({ terms }) => terms.map((row: { term: string }) => row.term))).toEqual([
      ...["a b", "bb", "cc", "cc"],
    ]);
  });

  test("hear how many agents lacked something once they are five", async () => {
    for (let each = 0; each < 5; each += 1) await send(await server.addAgent(), gap(["warranty"]));

    expect((await termsOf()).terms).toMatchObject([{ term: "warranty", reports: 5, agents: 5 }]);
  });

  test("read single reports in the order of the alphabet, without whose they are", async () => {
    const sent = gap(["warranty", "charger"]);
    await send(agent, sent);

    const answer = await (await manager.get("/v1/gaps")).json();

    expect(answer.gaps).toEqual([
      ...[{ id: sent.id, terms: ["charger", "warranty"], language: "en", day: TODAY, closedAt: null, closedBy: null }],
    ]);
  });

  test("close one report, or all with some terms", async () => {
    const sent = gap(["warranty"]);
    await send(agent, sent, gap(["warranty", "charger"]), gap(["charger", "cable"]), gap(["cable"]));

    const one = await manager.post(`/v1/gaps/${sent.id}/close`, undefined);
    const unknown = await manager.post("/v1/gaps/none/close", undefined);
    const some = await (await manager.post("/v1/gaps/close", { terms: ["Charger"], language: "en" })).json();

    expect([one.status, unknown.status, some]).toEqual([204, 404, { closed: 2 }]);
    expect((await termsOf()).terms).toMatchObject([{ term: "cable", reports: 1 }]);
    const closed = await (await manager.get("/v1/gaps?status=closed")).json();
    expect(closed.gaps).toHaveLength(3);
    expect(closed.gaps[0].closedBy).toBe("Mia");
  });

  test("leave no word of a gap in the audit trail", async () => {
    await send(agent, gap(["warranty"]));
    await manager.post("/v1/gaps/close", { terms: ["warranty"] });

    const rows = await server.db.select().from(auditLog);

    expect(rows.map(({ action }) => action)).toContain("gap.close");
    expect(JSON.stringify(rows)).not.toContain("warranty");
  });

  test("alone read and close them", async () => {
    const responses = [
      await agent.get("/v1/gaps"),
      await agent.get("/v1/reports/gaps"),
      await agent.post("/v1/gaps/close", { terms: ["warranty"] }),
      await agent.post("/v1/gaps/x/close", undefined),
    ];

    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
