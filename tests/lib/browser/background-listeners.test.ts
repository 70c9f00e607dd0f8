/** What the background keeps of tabs that close or go elsewhere: what they showed, and what a helpdesk's API answered. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { hostsWithAnswers, keepApiEntry } from "../../../lib/browser/api-tickets";
import { forgetTabInTurn, keepTabPages } from "../../../lib/browser/background-listeners";
import { readTabHead } from "../../../lib/browser/tab-pages";
import { none, PAGE, partOf, tell } from "./completing";

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

describe("a page that says it shows no ticket", () => {
  /** Hears from tab 1, and then of a tab that closes: when that is done, so is all before it. */
  async function hearNone(): Promise<void> {
    keepTabPages();
    await openTicket(2, ACME);
    const report = { type: "ticketChanged", pageId: PAGE, report: none };
    await fakeBrowser.runtime.onMessage.trigger(report, { id: fakeBrowser.runtime.id, tab: { id: 1 } } as never);
    close(2);
    await vi.waitFor(async () => expect(await readTabHead(2)).toBeNull());
  }

  it("is believed where it is there", async () => {
    vi.spyOn(fakeBrowser.tabs, "sendMessage").mockResolvedValue(undefined);

    await hearNone();

    expect(await readTabHead(1)).toMatchObject({ helpdesk: "zendesk", ticketId: null });
  });

  it("is not when its goodbye comes after its tab was forgotten", async () => {
    vi.spyOn(fakeBrowser.tabs, "sendMessage").mockRejectedValue(new Error("Receiving end does not exist."));

    await hearNone();

    expect(await readTabHead(1)).toBeNull();
  });
});
