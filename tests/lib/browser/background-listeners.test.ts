/** How long what a helpdesk's API answered outlives the tabs that show its tickets. */
import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { hostsWithAnswers, keepApiEntry } from "../../../lib/browser/api-tickets";
import { forgetTabInTurn, keepTabPages } from "../../../lib/browser/background-listeners";
import { readTabHead } from "../../../lib/browser/tab-pages";
import { partOf, tell } from "./completing";

const ACME = "acme.zendesk.com";
const GLOBEX = "globex.zendesk.com";

beforeEach(() => {
  fakeBrowser.reset();
});

/** A tab with a ticket on a host, and an answer of its API. */
async function openTicket(tabId: number, host: string): Promise<void> {
  await tell(partOf("101", host), tabId, host);
  await keepApiEntry({ host, ticketId: "101" }, { answer: null, quietUntilMs: 0 });
}

function close(tabId: number): void {
  void fakeBrowser.tabs.onRemoved.trigger(tabId, { windowId: 1, isWindowClosing: false });
}

it("forgets the answers of a helpdesk with its last tab", async () => {
  keepTabPages();
  await openTicket(1, ACME);
  await openTicket(2, GLOBEX);

  close(1);

  await vi.waitFor(async () => expect(await hostsWithAnswers()).toEqual([GLOBEX]));
});

it("keeps the answers of a helpdesk while another tab shows it", async () => {
  keepTabPages();
  await openTicket(1, ACME);
  await openTicket(2, ACME);

  close(1);

  await vi.waitFor(async () => expect(await readTabHead(1)).toBeNull());
  expect(await hostsWithAnswers()).toEqual([ACME]);
});

it("forgets the answers of a helpdesk that is withheld with the tab that is forgotten", async () => {
  await openTicket(1, ACME);

  forgetTabInTurn(1);

  await vi.waitFor(async () => expect(await hostsWithAnswers()).toEqual([]));
});
