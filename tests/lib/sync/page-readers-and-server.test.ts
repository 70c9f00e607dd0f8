/** Page-reader updates from the true server to the true client's database, in one process. */
import { beforeEach, expect, it } from "vitest";
import type { Fetch } from "../../../lib/api/client";
import { readPageReaders } from "../../../lib/db/page-readers";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { storedIds } from "../db/support";
import { subjectBy } from "../page-readers";
import { openTestLibrary, type TestLibrary } from "../worker/support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
});

const zendesk = (selector = "#subject") => ({ helpdesk: "zendesk" as const, reading: subjectBy(selector) });

/** Helpdesk and version of what the library holds. */
async function stored({ database }: TestLibrary): Promise<string[]> {
  return (await readPageReaders(database)).map(({ helpdesk, version }) => `${helpdesk} ${version}`);
}

it("an update arrives with the next pass and is told once", async () => {
  const library = openTestLibrary(server, agent);
  await library.sync();
  await server.publishPageReader(zendesk());

  await library.sync();
  await library.sync();

  expect(await readPageReaders(library.database)).toMatchObject([{ ...zendesk(), version: 1 }]);
  expect(library.told.pageReadersChanged).toHaveLength(1);
});

it("passes that bring articles only tell of no change", async () => {
  await server.importLines({ _id: "a" });
  const library = openTestLibrary(server, agent);

  await library.sync();

  expect(library.told.pageReadersChanged).toEqual([]);
});

it("the next version takes its place, and a removal takes it away", async () => {
  const library = openTestLibrary(server, agent);
  await server.publishPageReader(zendesk("#a"));
  await library.sync();

  await server.publishPageReader(zendesk("#b"));
  await library.sync();
  const second = await stored(library);
  await server.removePageReader("zendesk");
  await library.sync();

  expect(second).toEqual(["zendesk 2"]);
  expect(await stored(library)).toEqual([]);
  expect(library.told.pageReadersChanged).toHaveLength(3);
});

it("S3 one that was removed while the client was reset is gone after the full read", async () => {
  await server.importLines({ _id: "a" }, { _id: "b" });
  await server.publishPageReader(zendesk());
  await server.publishPageReader({ ...zendesk(), helpdesk: "freshdesk" });
  const library = openTestLibrary(server, agent);
  await library.sync();

  await server.removePageReader("zendesk");
  await server.deleteArticle("b");
  await server.purgeTombstones();
  await library.sync();

  expect(await storedIds(library.database)).toEqual(["a"]);
  expect(await stored(library)).toEqual(["freshdesk 1"]);
});

it("an update that this version cannot read holds nothing up and leaves the one at hand", async () => {
  await server.publishPageReader(zendesk("#a"));
  let isNewer = false;
  const newerServer: Fetch = async (request) => {
    const response = await server.fetch(request);
    if (!isNewer) return response;
    const text = (await response.text()).replaceAll('"subject":', '"summary":');
    return new Response(text, { headers: { "Content-Type": "application/json" } });
  };
  const library = openTestLibrary(server, agent, { fetch: newerServer });
  await library.sync();

  isNewer = true;
  await server.publishPageReader(zendesk("#b"));
  await server.importLines({ _id: "a" });
  const { problem } = await library.sync();

  expect(problem).toBeNull();
  expect(await storedIds(library.database)).toEqual(["a"]);
  expect(await stored(library)).toEqual(["zendesk 1"]);
});
