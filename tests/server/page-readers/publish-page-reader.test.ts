import { beforeEach, expect, test } from "vitest";
import { listPageReaders } from "../../../server/page-readers/list-page-readers";
import { subjectBy } from "../../lib/page-readers";
import { createReplica } from "../feed/replica";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

const zendesk = (selector: string) => ({ helpdesk: "zendesk" as const, reading: subjectBy(selector) });

test("each publication of another reading raises the version", async () => {
  const first = await server.publishPageReader(zendesk("#a"));
  const second = await server.publishPageReader(zendesk("#b"));

  expect([first, second]).toEqual([
    { outcome: "published", version: 1 },
    { outcome: "published", version: 2 },
  ]);
});

test("versions of two helpdesks count apart", async () => {
  await server.publishPageReader(zendesk("#a"));

  const other = await server.publishPageReader({ helpdesk: "freshdesk", reading: subjectBy("#a") });

  expect(other.version).toBe(1);
});

test("the same reading again changes nothing, whatever the order of its keys", async () => {
  const replica = createReplica(await server.addAgent());
  const tags = [{ name: "tag", lastSeen: "2026-11", selector: ".tag", read: "text" as const }];
  await server.publishPageReader({ helpdesk: "zendesk", reading: { ...subjectBy("#a"), tags } });
  await replica.pull();

  const again = await server.publishPageReader({ helpdesk: "zendesk", reading: { tags, ...subjectBy("#a") } });

  const [page] = await replica.pull();
  expect(again).toEqual({ outcome: "unchanged", version: 1 });
  expect(page?.changes).toEqual([]);
});

test("a removal leaves none in force and answers whether there was one", async () => {
  await server.publishPageReader(zendesk("#a"));

  const first = await server.removePageReader("zendesk");
  const second = await server.removePageReader("zendesk");

  expect([first, second]).toEqual([true, false]);
  expect(await listPageReaders(server.db)).toEqual([]);
});

test("a reading that was removed can be published again and counts on", async () => {
  await server.publishPageReader(zendesk("#a"));
  await server.removePageReader("zendesk");

  const again = await server.publishPageReader(zendesk("#a"));

  expect(again).toEqual({ outcome: "published", version: 2 });
  expect(await listPageReaders(server.db)).toMatchObject([{ helpdesk: "zendesk", version: 2 }]);
});
