/** The options page: what a test of the connection says, and what a change of endpoint does to panel and stores. */

import { en } from "../../components/text/en";
import { readPanel } from "../../scripts/browser/read-panel";
import { openDatabase } from "../../server/db/open-database";
import { DEFAULT_SETTINGS } from "../../server/settings";
import { type Backend, startBackend } from "./support/backend";
import { openDesk } from "./support/desks";
import { test as base, expect } from "./support/fixtures";
import { type OptionsTab, openOptions } from "./support/options-page";
import { expectFirstCard, expectState, expectText, pressOnCard } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";
import { readStoredLibrary } from "./support/stored-library";
import { closedPort, startBrokenTls, startWebServer } from "./support/wrong-servers";

const { outcomes } = en.options;
const { parcel } = SHOP_TICKETS;
/** Another team's base. */
const OTHER_ARTICLES = [
  {
    _id: "depot-missing",
    title: "Parcel missing: call the depot",
    text: "The courier delivered the parcel, yet it is missing from the doorstep? Call the depot.",
  },
  { _id: "depot-hours", title: "Opening hours", text: "Open from eight to five, closed on Sundays." },
  { _id: "depot-pallets", title: "Pallets", text: "Pallets go back with the next lorry." },
  { _id: "depot-gloves", title: "Gloves and boots", text: "Order gloves and boots in the canteen." },
];

const test = base.extend<{ options: OptionsTab; otherBackend: Backend }>({
  locale: "en-US",
  options: async ({ extension }, use) => use(await openOptions(extension)),
  /** Another team's server, with a database of its own. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  otherBackend: async ({}, use) => {
    const { db, close } = await openDatabase({ memory: true });
    const backend = await startBackend(db);
    await use(backend);
    await backend.stop();
    await close();
  },
});

test.describe("Test connection", () => {
  test("says that nothing answers at a closed port", async ({ options }) => {
    await options.test(`http://127.0.0.1:${await closedPort()}`, "token", outcomes.unreachable.title);
  });

  test("says that encryption fails where plain http is answered as nginx does", async ({ options }) => {
    const server = await startBrokenTls({ answersPlainHttp: true });

    await options.test(`https://127.0.0.1:${server.port}`, "token", outcomes.tls.title);

    await server.close();
  });

  test("says that nothing answers where encryption fails and nothing else tells why", async ({ options }) => {
    const server = await startBrokenTls({ answersPlainHttp: false });

    await options.test(`https://127.0.0.1:${server.port}`, "token", outcomes.unreachable.title);

    await server.close();
  });

  test("says that a web page is not our server", async ({ options }) => {
    const server = await startWebServer((_, response) => response.end("<!doctype html><h1>Acme</h1>"));

    await options.test(`http://127.0.0.1:${server.port}`, "token", outcomes.notOurApi.title);

    await server.close();
  });

  test("says that JSON of something else is not our server", async ({ options }) => {
    const headers = { "content-type": "application/json", "access-control-allow-origin": "*" };
    const allowed = { "access-control-allow-headers": "*, authorization" };
    const server = await startWebServer((_, response) => {
      response.writeHead(200, { ...headers, ...allowed }).end('{"service":"lamps","version":3}');
    });

    await options.test(`http://127.0.0.1:${server.port}`, "token", outcomes.notOurApi.title);

    await server.close();
  });

  test("says that the token was refused", async ({ options, backend }) => {
    await options.test(backend.url, `${backend.token}x`, outcomes.wrongToken.title);
  });

  test("says that this version is too old for the server", async ({ options, database }) => {
    const demanding = await startBackend(database, { settings: { ...DEFAULT_SETTINGS, oldestClient: "99.0.0" } });

    await options.test(demanding.url, demanding.token, outcomes.clientTooOld.title);

    await demanding.stop();
  });

  test("names the agent and counts the articles when all is well", async ({ options, backend }) => {
    await backend.importLines(SHOP_ARTICLES);

    await options.test(backend.url, backend.token, en.options.fine("Noor Haddad"));

    await expect(options.page.locator(".check-result")).toContainText(en.options.articles(SHOP_ARTICLES.length));
  });

  test("refuses plain http beyond this machine without asking anybody", async ({ options }) => {
    const asked: string[] = [];
    options.page.on("request", (request) => asked.push(new URL(request.url()).protocol));

    await options.test("http://kb.example.com", "token", outcomes.insecure.title);

    expect(asked).not.toContain("http:");
  });
});

test("saves the connection, and the open panel takes it up without being loaded anew", async ({
  extension,
  backend,
  page,
  desk,
  openPanel,
}) => {
  await backend.importLines(SHOP_ARTICLES);
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [parcel] }, parcel.id);
  const panel = await openPanel(page);
  await expectText(panel, en.firstRun.title);
  await panel.evaluate("window.isFirstLoad = true");
  const options = await openOptions(extension);

  await options.save(`${backend.url}/`, backend.token);
  await page.bringToFront();

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  expect(await panel.evaluate("window.isFirstLoad")).toBe(true);
  await options.page.reload();
  await expect(options.page.getByLabel(en.options.endpoint)).toHaveValue(backend.url);
  await expect(options.page.getByText(en.options.connectedAs("Noor Haddad"))).toBeVisible();
});

test("keeps a flag for the endpoint it was given at, and the two libraries apart", async ({
  extension,
  backend,
  otherBackend,
  page,
  desk,
  openPanel,
}) => {
  await backend.importLines(SHOP_ARTICLES);
  await otherBackend.importLines(OTHER_ARTICLES);
  const options = await openOptions(extension);
  await options.save(backend.url, backend.token);
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [parcel] }, parcel.id);
  await page.bringToFront();
  const panel = await openPanel(page);
  await panel.evaluate("window.isFirstLoad = true");
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await backend.stop();
  await pressOnCard(panel, "parcel-missing", "flag");
  await expectText(panel, en.sync.offline);

  await options.page.bringToFront();
  await options.save(otherBackend.url, otherBackend.token);
  await expect(options.page.locator(".past-library")).toContainText(backend.url);
  await expect(options.page.locator(".past-library")).toContainText(en.options.queuedFlags(1));
  await page.bringToFront();
  await expectFirstCard(panel, parcel.id, "depot-missing");
  await expectText(panel, en.sync.freshAt(""));
  const atOther = (await readPanel(panel))?.cards.map(({ id }) => id);
  const flagsAtOther = await otherBackend.readFlags();

  await backend.restart();
  await options.page.bringToFront();
  await options.save(backend.url, backend.token);
  await page.bringToFront();
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expect.poll(() => backend.readFlags(), { timeout: 25_000 }).toMatchObject([{ articleId: "parcel-missing" }]);

  expect(atOther).toEqual(["depot-missing"]);
  expect(flagsAtOther).toEqual([]);
  expect(otherBackend.requests.filter(({ method }) => method === "POST")).toEqual([]);
  expect(await panel.evaluate("window.isFirstLoad")).toBe(true);
});

test("stores the articles of two endpoints in two databases", async ({
  extension,
  backend,
  otherBackend,
  page,
  desk,
  openPanel,
}) => {
  await backend.importLines(SHOP_ARTICLES);
  await otherBackend.importLines(OTHER_ARTICLES);
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [parcel] }, null);
  const panel = await openPanel(page);
  const options = await openOptions(extension);

  for (const each of [backend, otherBackend]) {
    await options.save(each.url, each.token);
    await expectText(panel, en.sync.freshAt(""));
    await expectState(panel, "noHelpdesk");
    await expect.poll(() => each.requests.some(({ path }) => path === "/v1/changes")).toBe(true);
  }

  const names = (await extension.evaluate("indexedDB.databases()")) as { name: string }[];
  const libraries = names.map(({ name }) => name.replace("souffleur-", "")).filter((name) => name !== "settings");
  const contents = await Promise.all(libraries.map((library) => readStoredLibrary(extension, library)));
  // IndexedDB answers in the order of ids.
  const ids = contents.map(({ articles }) => articles.map(({ id }) => id).join(" "));
  expect(ids).toHaveLength(2);
  expect(ids).toContain("depot-gloves depot-hours depot-missing depot-pallets");
  expect(ids).toContain(
    SHOP_ARTICLES.map(({ _id }) => _id)
      .sort((a, b) => (a < b ? -1 : 1))
      .join(" "),
  );
});
