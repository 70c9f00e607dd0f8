import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { type IssuedToken, type Token, tokenSchema } from "../../../lib/contract/agents";
import { createLastUse, type LastUse } from "../../../server/agents/last-use";
import { MOST_TOKENS_IN_FORCE } from "../../../server/agents/tokens";
import { createApp } from "../../../server/app";
import { auditLog, tokens } from "../../../server/db/access-schema";
import { createTestServer, TEST_START_MS, type TestAgent, type TestServer } from "../support";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let server: TestServer;
let admin: TestAgent;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer({ settings: { tokenDays: 90 } });
  admin = await server.addAgent({ name: "Root", role: "admin" });
  agent = await server.addAgent();
});

async function issue(body: Record<string, unknown> = {}): Promise<IssuedToken> {
  const response = await admin.post(`/v1/agents/${agent.agent.id}/tokens`, body);
  expect(response.status).toBe(201);
  return response.json();
}

function callWith(token: string, path = "/v1/me", method = "GET"): Promise<Response> {
  return server.fetch(`http://server${path}`, { method, headers: { Authorization: `Bearer ${token}` } });
}

async function rotate(token: string): Promise<IssuedToken> {
  const response = await callWith(token, "/v1/me/token/rotate", "POST");
  expect(response.status).toBe(201);
  return response.json();
}

async function ownTokens(): Promise<Token[]> {
  const { tokens: own } = await (await agent.get("/v1/me/tokens")).json();
  return own.map((token: unknown) => tokenSchema.strict().parse(token));
}

describe("a token", () => {
  test("is one of any number an agent has", async () => {
    const second = await issue({ label: "second machine" });

    const statuses = [(await callWith(agent.token)).status, (await callWith(second.token)).status];

    expect(statuses).toEqual([200, 200]);
    expect(new Set((await ownTokens()).map(({ label }) => label))).toEqual(new Set(["", "second machine"]));
  });

  test("expires as the server is set, or as it was issued for", async () => {
    const usual = await issue();
    const short = await issue({ expiresInDays: 1 });
    const forGood = await issue({ expiresInDays: null });

    expect(usual.expiresAt).toBe(new Date(TEST_START_MS + 90 * DAY_MS).toISOString());
    expect(short.expiresAt).toBe(new Date(TEST_START_MS + DAY_MS).toISOString());
    expect(forGood.expiresAt).toBeNull();
  });

  test("is taken until the moment it expires, and who holds it is told when that was", async () => {
    const { token } = await issue({ expiresInDays: 1 });
    server.clock.nowMs += DAY_MS - 1;
    const before = await callWith(token);
    server.clock.nowMs += 1;

    const after = await callWith(token);

    expect([before.status, after.status]).toEqual([200, 401]);
    expect(await after.json()).toMatchObject({
      code: "unauthorized",
      detail: "The token has expired on 2026-11-03; an admin can issue another.",
    });
  });

  test("that is not known is refused in the same words whatever it looks like", async () => {
    const { token } = await issue();

    const bodies = await Promise.all(
      [`${token}x`, token.slice(0, -1), "sfl_", "", "x".repeat(4000)].map(async (wrong) =>
        (await callWith(wrong)).json(),
      ),
    );

    for (const body of bodies)
      expect(body).toEqual({ ...bodies[0], ...(body.instance && { instance: body.instance }) });
    expect(bodies[0].detail).toMatch(/^Send Authorization: Bearer TOKEN /);
  });

  test("is revoked by its owner at once", async () => {
    const { id, token } = await issue();

    const revoked = await agent.send("DELETE", `/v1/tokens/${id}`);
    const again = await agent.send("DELETE", `/v1/tokens/${id}`);

    const after = await callWith(token);
    expect([revoked.status, again.status, after.status]).toEqual([204, 204, 401]);
    expect(await after.json()).toMatchObject({ detail: expect.stringContaining("revoked on 2026-11-02") });
    expect((await callWith(agent.token)).status).toBe(200);
  });

  test("is revoked by an admin, and by nobody else's agent, for whom it does not exist", async () => {
    const { id } = await issue();
    const other = await server.addAgent({ role: "manager" });

    const byOther = await other.send("DELETE", `/v1/tokens/${id}`);
    const byAdmin = await admin.send("DELETE", `/v1/tokens/${id}`);

    expect([byOther.status, byAdmin.status]).toEqual([404, 204]);
  });

  test("is nowhere kept or shown again", async () => {
    const { token, id } = await issue();

    const stored = JSON.stringify([await server.db.select().from(tokens), await server.db.select().from(auditLog)]);
    const shown = await (await admin.get(`/v1/agents/${agent.agent.id}/tokens`)).text();

    expect(shown).toContain(id);
    expect(stored).toContain(id);
    expect(stored + shown).not.toContain(token);
    expect(shown).not.toMatch(/hash/i);
  });
});

describe("a rotation", () => {
  test("gives another token, and the old one is taken for a day more", async () => {
    const fresh = await rotate(agent.token);
    server.clock.nowMs += DAY_MS - 1;
    const old = (await callWith(agent.token)).status;
    server.clock.nowMs += 1;

    const after = [(await callWith(agent.token)).status, (await callWith(fresh.token)).status];

    expect([old, ...after]).toEqual([200, 401, 200]);
  });

  test("whose answer was lost is done again with the old token, which does not live longer for it", async () => {
    await rotate(agent.token);
    server.clock.nowMs += DAY_MS / 2;

    const second = await rotate(agent.token);
    server.clock.nowMs += DAY_MS / 2;

    expect((await callWith(agent.token)).status).toBe(401);
    expect((await callWith(second.token)).status).toBe(200);
  });

  test("that is done again revokes what the first one gave", async () => {
    const first = await rotate(agent.token);

    const second = await rotate(agent.token);

    const statuses = [(await callWith(first.token)).status, (await callWith(second.token)).status];
    expect(statuses).toEqual([401, 200]);
  });

  test("is refused where fifty tokens are in force, as is a new token, until one is revoked", async () => {
    const { id, token } = await issue();
    for (let each = 2; each < MOST_TOKENS_IN_FORCE; each += 1) await issue();

    const rotated = await callWith(token, "/v1/me/token/rotate", "POST");
    const issued = await admin.post(`/v1/agents/${agent.agent.id}/tokens`, {});
    const { detail } = await issued.json();
    await agent.send("DELETE", `/v1/tokens/${id}`);

    expect([rotated.status, issued.status, detail]).toEqual([409, 409, expect.stringContaining("revoke some first")]);
    await issue();
  });

  test("hides no token in force from the list, however many came after it", async () => {
    for (let each = 0; each < 201; each += 1) {
      server.clock.nowMs += 1;
      await rotate(agent.token);
    }

    const all = await ownTokens();

    const inForce = all.filter(({ revokedAt }) => revokedAt === null);
    expect([all.length, inForce.length]).toEqual([201, 2]);
  });

  test("keeps the label and the number of days, however often it is done", async () => {
    const first = await issue({ label: "laptop", expiresInDays: 30 });
    server.clock.nowMs += 29 * DAY_MS;
    const second = await rotate(first.token);

    const third = await rotate(second.token);

    expect(third).toMatchObject({
      label: "laptop",
      expiresAt: new Date(server.clock.nowMs + 30 * DAY_MS).toISOString(),
    });
  });

  test("does not prolong a token that expires sooner than the grace", async () => {
    const first = await issue({ expiresInDays: 1 });
    server.clock.nowMs += DAY_MS - 1000;
    await rotate(first.token);
    server.clock.nowMs += 1000;

    expect((await callWith(first.token)).status).toBe(401);
  });

  test("is refused to a revoked token", async () => {
    const { id, token } = await issue();
    await agent.send("DELETE", `/v1/tokens/${id}`);

    const response = await callWith(token, "/v1/me/token/rotate", "POST");

    expect(response.status).toBe(401);
  });
});

describe("last use", () => {
  let lastUse: LastUse;
  let app: ReturnType<typeof createApp>;

  beforeEach(() => {
    lastUse = createLastUse(server.db);
    app = createApp({ db: server.db, clock: () => server.clock.nowMs, lastUse });
  });

  async function use(through = app): Promise<void> {
    await through.request("/v1/me", { headers: { Authorization: `Bearer ${agent.token}` } });
  }

  async function lastUsed(): Promise<string | null | undefined> {
    return (await (await admin.get(`/v1/agents/${agent.agent.id}`)).json()).lastUsedAt;
  }

  test("is the hour of the last use", async () => {
    server.clock.nowMs = Date.parse("2026-11-02T14:47:00Z");
    await use();
    await lastUse.flush();

    expect(await lastUsed()).toBe("2026-11-02T14:00:00.000Z");
  });

  test("is written once an hour", async () => {
    await use();
    await lastUse.flush();
    const writtenBy = () => server.db.select({ transaction: sql<string>`xmin::text` }).from(tokens).orderBy(tokens.id);
    const before = await writtenBy();
    server.clock.nowMs += HOUR_MS / 2;
    await use();

    await lastUse.flush();

    expect(await writtenBy()).toEqual(before);
  });

  test("of a later hour stays when another process writes an earlier one", async () => {
    const late = createLastUse(server.db);
    late.note({ id: (await ownTokens())[0]?.id ?? "", lastUsedAt: null }, TEST_START_MS);
    server.clock.nowMs += 2 * HOUR_MS;
    await use();
    await lastUse.flush();

    await late.flush();

    expect(await lastUsed()).toBe("2026-11-02T11:00:00.000Z");
  });

  test("of a token that is gone by then is nobody's loss", async () => {
    lastUse.note({ id: "gone", lastUsedAt: null }, TEST_START_MS);

    await expect(lastUse.flush()).resolves.toBeUndefined();
  });
});
