import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DOMAIN_PLACES, placeOf } from "../../../lib/browser/helpdesk-places";
import { readOpenTabs, stopReaders, stopWithheldReaders } from "../../../lib/browser/open-tabs";
import { keepReport } from "../../../lib/browser/tab-pages";
import { fakeAccess } from "./fake-access";

beforeEach(() => {
  fakeBrowser.reset();
});

const ZENDESK = "https://*.zendesk.com/*";
const FRESHDESK = "https://*.freshdesk.com/*";
const tab = (id: number, url: string, isListening = false) => ({ id, url, isListening });

/** A report as a reader in a tab's page sends it. */
function reported(tabId: number): Promise<void> {
  const pageId = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";
  const report = { state: "reading", helpdesk: "zendesk", ticketId: "1" };
  return keepReport({ type: "ticketChanged", pageId, report }, tabId, "https://acme.zendesk.com/agent/tickets/1");
}

it("puts each helpdesk's reader into its open tabs, and into agents' pages only", async () => {
  const access = fakeAccess({
    origins: [ZENDESK, FRESHDESK, "https://help.example.com/*"],
    tabs: [
      tab(1, "https://acme.zendesk.com/agent/tickets/1"),
      tab(2, "https://acme.freshdesk.com/a/tickets/7"),
      tab(3, "https://acme.zendesk.com/hc/en-us"),
      tab(4, "https://help.example.com/agent/dashboard"),
      tab(5, "https://news.example.com/agent/tickets/1"),
    ],
  });

  await readOpenTabs([...DOMAIN_PLACES, placeOf({ host: "help.example.com", helpdesk: "zendesk" })]);

  expect(access.put).toEqual([
    "1 /content-scripts/zendesk.js",
    "2 /content-scripts/freshdesk.js",
    "4 /content-scripts/zendesk.js",
  ]);
});

it("leaves a tab alone that is being read", async () => {
  const access = fakeAccess({ origins: [ZENDESK], tabs: [tab(1, "https://acme.zendesk.com/agent/tickets/1", true)] });
  await reported(1);

  await readOpenTabs(DOMAIN_PLACES);

  expect(access.put).toEqual([]);
});

it("reads a tab anew whose reader is from before an update and hears nothing", async () => {
  const access = fakeAccess({ origins: [ZENDESK], tabs: [tab(1, "https://acme.zendesk.com/agent/tickets/1")] });
  await reported(1);

  await readOpenTabs(DOMAIN_PLACES);

  expect(access.put).toEqual(["1 /content-scripts/zendesk.js"]);
});

it("reads a tab anew in which something listens that reports nothing", async () => {
  const access = fakeAccess({ origins: [ZENDESK], tabs: [tab(1, "https://acme.zendesk.com/agent/tickets/1", true)] });

  await readOpenTabs(DOMAIN_PLACES);

  expect(access.put).toEqual(["1 /content-scripts/zendesk.js"]);
});

it("does not let one tab that cannot be read keep it from the next", async () => {
  const tabs = [1, 2].map((id) => tab(id, `https://acme.zendesk.com/agent/tickets/${id}`));
  const access = fakeAccess({ origins: [ZENDESK], tabs });
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      if (target.tabId === 1) throw new Error("shows an error page");
      access.put.push(`${target.tabId}`);
    },
  });

  await readOpenTabs(DOMAIN_PLACES);

  expect(access.put).toEqual(["2"]);
});

it("stops the readers of one host and no others", async () => {
  const access = fakeAccess({
    origins: [ZENDESK, "https://help.example.com/*"],
    tabs: [
      tab(1, "https://acme.zendesk.com/agent/tickets/1", true),
      tab(2, "https://help.example.com/agent/tickets/2", true),
      tab(3, "https://help.example.com/agent/tickets/3", false),
    ],
  });

  await stopReaders("https://help.example.com/*");

  expect(access.told).toEqual(["2 stopReading"]);
});

it("stops and forgets the tabs whose address the browser no longer tells", async () => {
  const access = fakeAccess({
    origins: [ZENDESK],
    tabs: [
      tab(1, "https://acme.zendesk.com/agent/tickets/1", true),
      tab(2, "https://help.example.com/agent/tickets/2", true),
    ],
  });
  await reported(1);
  await reported(2);
  const forgotten: number[] = [];

  await stopWithheldReaders((tabId) => forgotten.push(tabId));

  expect(access.told).toEqual(["2 stopReading"]);
  expect(forgotten).toEqual([2]);
});
