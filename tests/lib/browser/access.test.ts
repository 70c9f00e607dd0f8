import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { findMissingAccess, keepAccess } from "../../../lib/browser/access";
import { hostsWithAnswers, keepApiEntry } from "../../../lib/browser/api-tickets";
import { type HelpdeskHost, type HelpdeskPlace, placeOf } from "../../../lib/browser/helpdesk-places";
import { readTabPage } from "../../../lib/browser/tab-pages";
import { fakeAccess } from "./fake-access";

beforeEach(() => {
  fakeBrowser.reset();
});

const ZENDESK = "https://*.zendesk.com/*";
const FRESHDESK = "https://*.freshdesk.com/*";
const HELP: HelpdeskHost = { host: "help.example.com", helpdesk: "zendesk" };
const HELP_ORIGIN = "https://help.example.com/*";

const noHosts = async () => [];
const ownHosts =
  (...hosts: HelpdeskHost[]) =>
  async () =>
    hosts;

/** The background's part, with a count of how often readers were brought in line. */
function startBackground(places: HelpdeskPlace[] = []) {
  const reconcile = vi.fn(async () => places);
  keepAccess({ reconcile });
  return reconcile;
}

/** A reader's message from a page. */
async function readPage(url: string): Promise<void> {
  const sender = { id: fakeBrowser.runtime.id, url, tab: { id: 1 } };
  await fakeBrowser.runtime.onMessage.trigger({ type: "ticketChanged" }, sender as never);
}

/** Until everything that waits for the fake browser only has run. */
function allIsQuiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function remembered(): Promise<unknown> {
  return fakeBrowser.storage.local.get("readHelpdeskHosts").then((stored) => stored.readHelpdeskHosts);
}

it("misses nothing while the domains are allowed", async () => {
  fakeAccess({ origins: [ZENDESK, FRESHDESK] });

  const missing = await findMissingAccess(noHosts);

  expect(missing).toEqual([]);
});

it("misses both domains on a machine where nothing was read yet and nothing is allowed", async () => {
  fakeAccess();

  const missing = await findMissingAccess(noHosts);

  expect(missing).toEqual([ZENDESK, FRESHDESK]);
});

it("misses nothing on a machine where nothing was read yet and one domain is allowed", async () => {
  fakeAccess({ origins: [ZENDESK] });

  const missing = await findMissingAccess(noHosts);

  expect(missing).toEqual([]);
});

it("misses only the helpdesk that was read before", async () => {
  fakeAccess();
  startBackground();
  await readPage("https://acme.zendesk.com/agent/tickets/1");
  await vi.waitFor(async () => expect(await remembered()).toEqual(["acme.zendesk.com"]));

  const missing = await findMissingAccess(noHosts);

  expect(missing).toEqual([ZENDESK]);
});

it("misses nothing when the browser allows the one host that was read", async () => {
  fakeAccess({ origins: ["https://acme.zendesk.com/*"] });
  await fakeBrowser.storage.local.set({ readHelpdeskHosts: ["acme.zendesk.com"] });

  const missing = await findMissingAccess(noHosts);

  expect(missing).toEqual([]);
});

it("misses own hosts and the administrator's as soon as they are withheld, read before or not", async () => {
  fakeAccess({ origins: [ZENDESK, FRESHDESK] });
  await fakeBrowser.storage.managed.set({ helpdeskHosts: [{ host: "desk.example.com", helpdesk: "freshdesk" }] });

  const missing = await findMissingAccess(ownHosts(HELP));

  expect(missing).toEqual(["https://desk.example.com/*", HELP_ORIGIN]);
});

it("does not ask an agent whose helpdesk is on an own host for the domains", async () => {
  fakeAccess({ origins: [HELP_ORIGIN] });

  const missing = await findMissingAccess(ownHosts(HELP));

  expect(missing).toEqual([]);
});

it("takes a bad memory for none", async () => {
  fakeAccess({ origins: [ZENDESK] });
  await fakeBrowser.storage.local.set({ readHelpdeskHosts: "acme.zendesk.com" });

  const missing = await findMissingAccess(noHosts);

  expect(missing).toEqual([]);
});

it("remembers each host of a domain once, and nothing else of its pages", async () => {
  fakeAccess();
  startBackground();

  for (const ticketId of [1, 2]) await readPage(`https://acme.zendesk.com/agent/tickets/${ticketId}`);
  await readPage("https://acme.freshdesk.com/a/tickets/3");

  await vi.waitFor(async () => expect(await remembered()).toEqual(["acme.zendesk.com", "acme.freshdesk.com"]));
});

it("does not remember own hosts, nor what other extensions and pages say", async () => {
  fakeAccess();
  startBackground();

  await readPage("https://help.example.com/agent/tickets/1");
  const sender = { id: "another", url: "https://acme.zendesk.com/agent/tickets/1" };
  await fakeBrowser.runtime.onMessage.trigger({ type: "ticketChanged" }, sender as never);
  await readPage("https://acme.freshdesk.com/a/tickets/3");

  await vi.waitFor(async () => expect(await remembered()).toEqual(["acme.freshdesk.com"]));
});

it("brings readers in line when the extension starts cold, and not at each wake-up", async () => {
  fakeAccess();
  const first = startBackground();
  await vi.waitFor(() => expect(first).toHaveBeenCalledTimes(1));

  const second = startBackground();
  await allIsQuiet();

  expect(second).not.toHaveBeenCalled();
});

it("brings readers in line when the extension was installed or updated", async () => {
  fakeAccess();
  await fakeBrowser.storage.session.set({ hasReadOpenTabs: true });
  const reconcile = startBackground();

  await fakeBrowser.runtime.onInstalled.trigger({ reason: "update" } as never);

  expect(reconcile).toHaveBeenCalledTimes(1);
});

it("brings readers in line when access is granted", async () => {
  const access = fakeAccess();
  const reconcile = startBackground();
  await vi.waitFor(() => expect(reconcile).toHaveBeenCalledTimes(1));

  await access.permissionsAdded();

  await vi.waitFor(() => expect(reconcile).toHaveBeenCalledTimes(2));
});

it("brings readers in line when the policy changes", async () => {
  fakeAccess();
  const reconcile = startBackground();
  await vi.waitFor(() => expect(reconcile).toHaveBeenCalledTimes(1));

  await fakeBrowser.storage.managed.set({ helpdeskHosts: [HELP] });

  await vi.waitFor(() => expect(reconcile).toHaveBeenCalledTimes(2));
});

it("stops and forgets a page when its host is taken away", async () => {
  const tabs = [{ id: 1, url: "https://help.example.com/agent/tickets/1", isListening: true }];
  const access = fakeAccess({ tabs });
  startBackground();
  const report = { state: "reading", helpdesk: "zendesk", ticketId: "1" };
  await fakeBrowser.storage.session.set({
    "page:1": { pageId: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", report, host: "help.example.com" },
  });

  await access.permissionsRemoved();

  await vi.waitFor(async () => expect(await fakeBrowser.storage.session.get(null)).not.toHaveProperty("page:1"));
  expect(access.told).toEqual(["1 stopReading"]);
  expect(await readTabPage(1)).toBeNull();
});

describe("what the API of a helpdesk answered", () => {
  /** Keeps an answer of each host and lets the background bring readers in line; then the hosts whose answers are left. */
  async function hostsKept(hosts: string[], places: HelpdeskPlace[]): Promise<string[]> {
    for (const host of hosts) await keepApiEntry({ host, ticketId: "1" }, { answer: null, quietUntilMs: 0 });
    await fakeBrowser.storage.session.set({ hasReadOpenTabs: true });
    startBackground(places);
    await fakeBrowser.runtime.onInstalled.trigger({ reason: "update" } as never);
    await allIsQuiet();
    return hostsWithAnswers();
  }

  it("is kept for hosts that are wanted and allowed, whatever their port", async () => {
    fakeAccess({ origins: [ZENDESK, HELP_ORIGIN] });

    const kept = await hostsKept(["acme.zendesk.com", "help.example.com:8443"], [placeOf(HELP)]);

    expect(kept).toEqual(["acme.zendesk.com", "help.example.com:8443"]);
  });

  it("is forgotten for a host that nobody wants read any more", async () => {
    fakeAccess({ origins: [ZENDESK, HELP_ORIGIN] });

    const kept = await hostsKept(["acme.zendesk.com", "help.example.com", "help.example.com:8443"], []);

    expect(kept).toEqual(["acme.zendesk.com"]);
  });

  it("is forgotten for a host that the browser withholds", async () => {
    fakeAccess({ origins: ["https://acme.zendesk.com/*"] });

    const kept = await hostsKept(["acme.zendesk.com", "globex.zendesk.com", "acme.freshdesk.com"], []);

    expect(kept).toEqual(["acme.zendesk.com"]);
  });
});
