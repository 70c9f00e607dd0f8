import { beforeEach, expect, test } from "vitest";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { createFlag, sendFlags } from "./flags";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines({ _id: "a" });
});

test("the passage a flag is about is shown to whoever reads the flags", async () => {
  await sendFlags(agent, createFlag({ passage: "It costs 10 euros." }));

  const listed = await (await agent.get("/v1/flags")).json();

  expect(listed).toMatchObject({ flags: [{ passage: "It costs 10 euros." }] });
});

test("a flag from a client that knows no passages is about the whole article", async () => {
  const { passage: _passage, ...flag } = createFlag();

  const results = await sendFlags(agent, flag);

  expect(results).toMatchObject([{ status: "stored" }]);
  expect(await (await agent.get("/v1/flags")).json()).toMatchObject({ flags: [{ passage: null }] });
});

test("a passage of more than a thousand characters is refused", async () => {
  const flags = [1_000, 1_001].map((length) => ({ ...createFlag(), passage: "x".repeat(length) }));

  const results = await sendFlags(agent, ...flags);

  expect(results.map(({ status }) => status)).toEqual(["stored", "refused"]);
});
