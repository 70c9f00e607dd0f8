import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { onPolicyChanged, readPolicy } from "../../../lib/browser/policy";

const NOTHING_SET = {
  ...{ readHelpdeskApi: null, helpdeskHosts: [], suggestWhen: null, shareLearning: null },
  ...{ syncEndpoint: null, showImages: false, skipFirstRun: false, tellUpdates: true, notUnderstood: [] },
};

beforeEach(() => {
  fakeBrowser.reset();
});

it("reads what the administrator has set", async () => {
  await fakeBrowser.storage.managed.set({
    readHelpdeskApi: false,
    helpdeskHosts: [{ host: "https://help.example.com/agent", helpdesk: "zendesk" }],
    suggestWhen: "rarely",
    shareLearning: false,
    syncEndpoint: "kb.example.com/",
    showImages: true,
    skipFirstRun: true,
    tellUpdates: false,
  });

  const policy = await readPolicy();

  expect(policy).toEqual({
    readHelpdeskApi: false,
    helpdeskHosts: [{ host: "help.example.com", helpdesk: "zendesk" }],
    suggestWhen: "rarely",
    shareLearning: false,
    syncEndpoint: "https://kb.example.com",
    showImages: true,
    skipFirstRun: true,
    tellUpdates: false,
    notUnderstood: [],
  });
});

it("is empty where nothing is set", async () => {
  const policy = await readPolicy();

  expect(policy).toEqual(NOTHING_SET);
});

it("is empty where the browser rejects for want of a policy, as Firefox does", async () => {
  const get = vi.spyOn(fakeBrowser.storage.managed, "get");
  get.mockRejectedValue(new Error("Managed storage manifest not found"));

  const policy = await readPolicy();

  expect(policy).toEqual(NOTHING_SET);
});

it("keeps the hosts when the other field is bad", async () => {
  const helpdeskHosts = [{ host: "help.example.com", helpdesk: "freshdesk" }];
  await fakeBrowser.storage.managed.set({ readHelpdeskApi: "no", helpdeskHosts });

  const policy = await readPolicy();

  expect(policy).toEqual({ ...NOTHING_SET, helpdeskHosts, notUnderstood: ["readHelpdeskApi"] });
});

it("keeps the other field when the hosts are no list", async () => {
  await fakeBrowser.storage.managed.set({ readHelpdeskApi: true, helpdeskHosts: "help.example.com" });

  const policy = await readPolicy();

  expect(policy).toEqual({ ...NOTHING_SET, readHelpdeskApi: true, notUnderstood: ["helpdeskHosts"] });
});

it.each(["sometimes", true, 0.5])(
  "takes %s for no word on when to suggest, and keeps the rest",
  async (suggestWhen) => {
    await fakeBrowser.storage.managed.set({ readHelpdeskApi: true, suggestWhen });

    const policy = await readPolicy();

    expect(policy).toEqual({ ...NOTHING_SET, readHelpdeskApi: true, notUnderstood: ["suggestWhen"] });
  },
);

it.each(["off", 0])("takes %s for no word on sharing, and keeps the rest", async (shareLearning) => {
  await fakeBrowser.storage.managed.set({ readHelpdeskApi: true, shareLearning });

  const policy = await readPolicy();

  expect(policy).toEqual({ ...NOTHING_SET, readHelpdeskApi: true, notUnderstood: ["shareLearning"] });
});

it.each([
  ["is no host", { host: "*.example.com", helpdesk: "zendesk" }],
  ["names no known helpdesk", { host: "desk.example.com", helpdesk: "jira" }],
  ["is read anyway", { host: "acme.zendesk.com", helpdesk: "zendesk" }],
  ["is of another product", { host: "acme.freshservice.com", helpdesk: "freshdesk" }],
  ["repeats a host", { host: "help.example.com", helpdesk: "freshdesk" }],
  ["is no object", "help.example.com"],
])("leaves out an entry that %s, and keeps the others", async (_why, entry) => {
  const good = { host: "help.example.com", helpdesk: "zendesk" };
  await fakeBrowser.storage.managed.set({ helpdeskHosts: [good, entry] });

  const { helpdeskHosts } = await readPolicy();

  expect(helpdeskHosts).toEqual([good]);
});

it("tells that the administrator changed something", async () => {
  const listener = vi.fn();
  onPolicyChanged(listener);

  await fakeBrowser.storage.managed.set({ suggestWhen: "often" });

  expect(listener).toHaveBeenCalledOnce();
});

it.each(["http://kb.example.com", "ftp://kb.example.com", "https://noor:secret@kb.example.com", "", 8787])(
  "takes no sync address that agents could not enter: %s",
  async (syncEndpoint) => {
    await fakeBrowser.storage.managed.set({ syncEndpoint });

    expect(await readPolicy()).toEqual({ ...NOTHING_SET, notUnderstood: ["syncEndpoint"] });
  },
);

it("names a host that is none, and takes the others", async () => {
  const hosts = [
    { host: "help.example.com", helpdesk: "freshdesk" },
    { host: "help.example.com", helpdesk: "osticket" },
  ];
  await fakeBrowser.storage.managed.set({ helpdeskHosts: hosts });

  expect(await readPolicy()).toEqual({
    ...NOTHING_SET,
    helpdeskHosts: [hosts[0]],
    notUnderstood: ["helpdeskHosts"],
  });
});

it("does not complain of a host that is read anyway", async () => {
  await fakeBrowser.storage.managed.set({ helpdeskHosts: [{ host: "acme.zendesk.com", helpdesk: "zendesk" }] });

  expect(await readPolicy()).toEqual(NOTHING_SET);
});
