import { beforeEach, describe, expect, test } from "vitest";
import { nearestSetting, pathOfKey } from "../../../server/categories/nearest-setting";
import { type Author, addAuthor } from "../articles/author";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;
let admin: Author;

beforeEach(async () => {
  server = await createTestServer();
  admin = await addAuthor(server, { role: "admin" });
});

const put = (key: string, settings: object) => admin.send("PUT", `/v1/categories/${encodeURIComponent(key)}`, settings);

test("a setting is the category's own or its nearest ancestor's", () => {
  const none = { isSensitive: null, verifyEveryDays: null, owner: null };
  const settings = new Map([
    ["Billing", { ...none, isSensitive: true, verifyEveryDays: 60 }],
    ["Billing > Cards", { ...none, verifyEveryDays: 30 }],
    ["Billing > Cards > Lost", { ...none, isSensitive: false }],
  ]);

  const path = pathOfKey("Billing > Cards > Lost");

  expect(nearestSetting(settings, path, "verifyEveryDays")).toBe(30);
  expect(nearestSetting(settings, path, "isSensitive")).toBe(false);
  expect(nearestSetting(settings, pathOfKey("Billing>Cards"), "isSensitive")).toBe(true);
  expect(nearestSetting(settings, path, "owner")).toBeNull();
});

describe("days until verification", () => {
  test("are the article's own, else its category's, else 90", async () => {
    await put("Billing", { verifyEveryDays: 30 });
    await server.importLines(
      { _id: "own", metadata: { category: "Billing", verifyEveryDays: 7 } },
      { _id: "category", metadata: { category: "Billing > Cards" } },
      { _id: "neither" },
    );

    const days = await Promise.all(["own", "category", "neither"].map((id) => admin.read(id)));

    expect(days.map(({ verifyEveryDays }) => verifyEveryDays)).toEqual([7, 30, 90]);
  });

  test("of a category are told for the articles they change, and for no others", async () => {
    await server.importLines(
      { _id: "a", metadata: { category: "Billing > Cards" } },
      { _id: "b", metadata: { category: "Billing", verifyEveryDays: 7 } },
      { _id: "c", metadata: { category: "Billing address" } },
      { _id: "d", metadata: { category: "Billing" } },
    );
    const replica = createReplica(admin.agent);
    await replica.pull();
    await put("Billing", { verifyEveryDays: 30 });
    const set = inShort(await replica.pullPage());
    const days = replica.rows.get("a")?.verifyEveryDays;
    await put("Billing", { verifyEveryDays: 30, isSensitive: true });
    const again = inShort(await replica.pullPage());

    const response = await admin.send("DELETE", "/v1/categories/Billing");

    expect(response.status).toBe(204);
    expect([set, again]).toEqual([["put a", "put d"], []]);
    expect(days).toBe(30);
    expect(inShort(await replica.pullPage())).toEqual(["put a", "put d"]);
    expect(replica.rows.get("a")?.verifyEveryDays).toBe(90);
  });
});

test("managers read categories with what holds in them, admins write them", async () => {
  const manager = await addAuthor(server);
  await server.importLines({ _id: "a", metadata: { category: "Billing > Cards" } });
  await server.importLines({ _id: "b", metadata: { category: "Secret", groups: ["retention"] } });
  const owner = { kind: "team", name: "Billing team" };
  await put("Billing", { owner, isSensitive: true });

  const listed = await (await manager.agent.get("/v1/categories")).json();
  const refused = await manager.send("PUT", "/v1/categories/Billing", { isSensitive: false });

  expect(refused.status).toBe(403);
  expect(listed.categories).toMatchObject([
    { key: "Billing", articles: 1, settings: { isSensitive: true, owner } },
    {
      key: "Billing > Cards",
      ...{ articles: 1, settings: { isSensitive: null, owner: null } },
      effective: { isSensitive: true, verifyEveryDays: 90, owner },
    },
  ]);
});

test.each([
  ["no steps", " > "],
  ["a step without a storable character", "\u0000"],
])("a category of %s is refused", async (_what, key) => {
  expect((await put(key, { isSensitive: true })).status).toBe(400);
});

test("settings that are not there cannot be taken away", async () => {
  expect((await admin.send("DELETE", "/v1/categories/Billing")).status).toBe(404);
});

test("a category of which a manager may see no article is not told of, whatever its settings", async () => {
  await put("Merger > Acme", { owner: { kind: "person", name: "Zoe" } });
  await put("Empty", { isSensitive: true });
  await server.importLines(
    { _id: "a", metadata: { category: "Merger > Acme", groups: ["legal"] } },
    { _id: "b", metadata: { category: "Billing" } },
  );
  const manager = await server.addAgent({ role: "manager", groups: ["billing"] });

  const keysFor = async (asking: Pick<Author, "send">) =>
    (await (await asking.send("GET", "/v1/categories")).json()).categories.map(({ key }: { key: string }) => key);

  expect(await keysFor(manager)).toEqual(["Billing", "Empty"]);
  expect(await keysFor(admin)).toEqual(["Billing", "Empty", "Merger", "Merger > Acme"]);
});
