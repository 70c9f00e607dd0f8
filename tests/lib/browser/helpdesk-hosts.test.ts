import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createHelpdeskHosts } from "../../../lib/browser/helpdesk-hosts";
import type { HelpdeskHost } from "../../../lib/browser/helpdesk-places";
import { fakeAccess } from "./fake-access";

const HELP: HelpdeskHost = { host: "help.example.com", helpdesk: "zendesk" };
const HELP_ORIGIN = "https://help.example.com/*";
const HELP_SCRIPT = "host:zendesk:help.example.com https://help.example.com/agent/* /content-scripts/zendesk.js";
const TICKET_TAB = { id: 1, url: "https://help.example.com/agent/tickets/101", isListening: false };

beforeEach(() => {
  fakeBrowser.reset();
});

/** The hosts over a list in memory. */
function createHosts(...own: HelpdeskHost[]) {
  const kept = { hosts: own };
  const store = {
    read: async () => kept.hosts,
    change: async (change: (hosts: HelpdeskHost[]) => HelpdeskHost[]) => {
      kept.hosts = change(kept.hosts);
    },
  };
  return { kept, hosts: createHelpdeskHosts(store, (work) => work()) };
}

function setPolicy(...helpdeskHosts: HelpdeskHost[]): Promise<void> {
  return fakeBrowser.storage.managed.set({ helpdeskHosts });
}

it("adding asks for exactly that host, keeps it, registers its reader and reads its open tabs", async () => {
  const access = fakeAccess({ tabs: [TICKET_TAB] });
  const { kept, hosts } = createHosts();

  const outcome = await hosts.add("https://help.example.com:8443/agent/tickets/101", "zendesk");

  expect(outcome).toBe("added");
  expect(access.asked).toEqual([HELP_ORIGIN]);
  expect(kept.hosts).toEqual([HELP]);
  expect(access.registered()).toEqual([HELP_SCRIPT]);
  expect(access.put).toEqual(["1 /content-scripts/zendesk.js"]);
});

it("adding asks the browser before anything is awaited, as the click would be over", async () => {
  const access = fakeAccess();
  const { hosts } = createHosts();

  const outcome = hosts.add("help.example.com", "zendesk");

  expect(access.asked).toEqual([HELP_ORIGIN]);
  await outcome;
});

it("adds nothing when the agent says no", async () => {
  const access = fakeAccess({ agrees: false });
  const { kept, hosts } = createHosts();

  const outcome = await hosts.add("help.example.com", "zendesk");

  expect([outcome, kept.hosts, access.registered()]).toEqual(["refused", [], []]);
});

it("adds nothing when the browser will not even ask", async () => {
  fakeAccess();
  Object.assign(fakeBrowser.permissions, { request: () => Promise.reject(new Error("blocked by the administrator")) });
  const { kept, hosts } = createHosts();

  const outcome = await hosts.add("help.example.com", "zendesk");

  expect([outcome, kept.hosts]).toEqual(["refused", []]);
});

it.each([
  ["acme.zendesk.com", "covered"],
  ["acme.freshservice.com", "otherProduct"],
  ["http://help.example.com", "notAHost"],
])("does not ask for %s: %s", async (typed, expected) => {
  const access = fakeAccess();
  const { hosts } = createHosts();

  const outcome = await hosts.add(typed, "zendesk");

  expect([outcome, access.asked]).toEqual([expected, []]);
});

it("adding a host again with another helpdesk puts the other reader in place of the first", async () => {
  const access = fakeAccess({ origins: [HELP_ORIGIN], tabs: [{ ...TICKET_TAB, isListening: true }] });
  const { kept, hosts } = createHosts(HELP);
  await hosts.reconcile();

  await hosts.add("help.example.com", "freshdesk");

  expect(kept.hosts).toEqual([{ host: HELP.host, helpdesk: "freshdesk" }]);
  expect(access.told).toContain("1 stopReading");
  expect(access.registered()).toEqual([
    "host:freshdesk:help.example.com https://help.example.com/a/* /content-scripts/freshdesk.js",
  ]);
});

it("removing unregisters the reader, stops it in open tabs and gives the permission back", async () => {
  const access = fakeAccess({ origins: [HELP_ORIGIN], tabs: [{ ...TICKET_TAB, isListening: true }] });
  const { kept, hosts } = createHosts(HELP);
  await hosts.reconcile();

  await hosts.remove(HELP.host);

  expect(kept.hosts).toEqual([]);
  expect(access.registered()).toEqual([]);
  expect(access.told).toEqual(["1 stopReading"]);
  expect([...access.origins]).toEqual([]);
});

it("removing leaves alone what the administrator wants read", async () => {
  const access = fakeAccess({ origins: [HELP_ORIGIN], tabs: [{ ...TICKET_TAB, isListening: true }] });
  await setPolicy(HELP);
  const { kept, hosts } = createHosts(HELP);
  await hosts.reconcile();

  await hosts.remove(HELP.host);

  expect(kept.hosts).toEqual([]);
  expect(access.registered()).toEqual([HELP_SCRIPT]);
  expect(access.told).toEqual([]);
  expect([...access.origins]).toEqual([HELP_ORIGIN]);
});

it("lists own and administrator's hosts, each once, and whether the browser allows them", async () => {
  fakeAccess({ origins: [HELP_ORIGIN] });
  await setPolicy({ host: "desk.example.com", helpdesk: "freshdesk" });
  const { hosts } = createHosts(HELP, { host: "desk.example.com", helpdesk: "zendesk" });

  const listed = await hosts.load();

  expect(listed).toEqual([
    { host: "desk.example.com", helpdesk: "freshdesk", isGranted: false, isFromPolicy: true },
    { ...HELP, isGranted: true, isFromPolicy: false },
  ]);
});

it("granting asks for the host and reads it from then on", async () => {
  const access = fakeAccess({ tabs: [TICKET_TAB] });
  const { hosts } = createHosts(HELP);

  const isGranted = await hosts.grant(HELP.host);

  expect(isGranted).toBe(true);
  expect(access.asked).toEqual([HELP_ORIGIN]);
  expect(access.registered()).toEqual([HELP_SCRIPT]);
  expect(access.put).toEqual(["1 /content-scripts/zendesk.js"]);
});

it("granting changes nothing when the agent says no", async () => {
  const access = fakeAccess({ agrees: false });
  const { hosts } = createHosts(HELP);

  const isGranted = await hosts.grant(HELP.host);

  expect([isGranted, access.registered()]).toEqual([false, []]);
});

it("reconciling twice registers once", async () => {
  const access = fakeAccess({ origins: [HELP_ORIGIN] });
  const { hosts } = createHosts(HELP);

  await hosts.reconcile();
  await hosts.reconcile();

  expect(access.registered()).toEqual([HELP_SCRIPT]);
});

it("reconciling registers no reader for a host that the browser withholds, and drops one registered before", async () => {
  const access = fakeAccess({ origins: [HELP_ORIGIN] });
  const { hosts } = createHosts(HELP, { host: "desk.example.com", helpdesk: "freshdesk" });
  await hosts.reconcile();
  access.origins.clear();

  await hosts.reconcile();

  expect(access.registered()).toEqual([]);
});

it("reconciling stops the reader in open tabs of a host that the policy has no more, and no other", async () => {
  const other = { id: 2, url: "https://desk.example.com/agent/tickets/7", isListening: true };
  const origins = [HELP_ORIGIN, "https://desk.example.com/*"];
  const access = fakeAccess({ origins, tabs: [{ ...TICKET_TAB, isListening: true }, other] });
  await setPolicy(HELP, { host: "desk.example.com", helpdesk: "zendesk" });
  const { hosts } = createHosts();
  await hosts.reconcile();
  await setPolicy({ host: "desk.example.com", helpdesk: "zendesk" });

  await hosts.reconcile();

  expect(access.told).toEqual(["1 stopReading"]);
});

it("reconciling puts the reader in anew where the policy names another helpdesk for the host", async () => {
  const access = fakeAccess({ origins: [HELP_ORIGIN], tabs: [{ ...TICKET_TAB, isListening: true }] });
  await setPolicy(HELP);
  const { hosts } = createHosts();
  await hosts.reconcile();
  access.put.length = 0;
  await setPolicy({ ...HELP, helpdesk: "zammad" });

  await hosts.reconcile();

  expect([access.told, access.put]).toEqual([["1 stopReading"], ["1 /content-scripts/zammad.js"]]);
});

it("reconciling takes a new path for a host that was registered with another", async () => {
  const access = fakeAccess({ origins: [HELP_ORIGIN] });
  const old = { id: "host:zendesk:help.example.com", matches: ["https://help.example.com/old/*"], js: ["/old.js"] };
  await fakeBrowser.scripting.registerContentScripts([old]);
  const { hosts } = createHosts(HELP);

  await hosts.reconcile();

  expect(access.registered()).toEqual([HELP_SCRIPT]);
});

it("reconciling leaves scripts alone that are not its own", async () => {
  const access = fakeAccess();
  await fakeBrowser.scripting.registerContentScripts([
    { id: "other", matches: ["https://a.example/*"], js: ["/b.js"] },
  ]);
  const { hosts } = createHosts();

  await hosts.reconcile();

  expect(access.registered()).toEqual(["other https://a.example/* /b.js"]);
});
