/** Browsers with the Navigation API tell of every move of the address, also when the page itself stays as it is. */
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemClock } from "../../content-scripts/clock";
import { watchTicket } from "../../content-scripts/watch-ticket";
import { zendesk } from "../../content-scripts/zendesk";
import type { PageReport } from "../../lib/ticket";
import { makeTicket, summary } from "../content-scripts/living-desk";
import { DRAWN_AT_ONCE, renderDesk } from "../replicas/desk";

/** A replica in a window that tells of moves as browsers do; jsdom has no such thing of its own. */
function openTellingWindow() {
  const html = renderDesk({
    ...{ helpdesk: "zendesk", tickets: [makeTicket("101"), makeTicket("102")], openTicketId: null, hasLooks: false },
    delaysMs: { ...DRAWN_AT_ONCE, pane: 300 },
    switchOrder: "paneFirst",
  });
  const { window } = new JSDOM(html, {
    url: "https://acme.zendesk.com/agent/tickets/101",
    runScripts: "dangerously",
    beforeParse(page) {
      const navigation = new page.EventTarget();
      const { history } = page;
      const pushState = history.pushState.bind(history);
      Object.assign(page, { setTimeout: globalThis.setTimeout, navigation });
      history.pushState = (...move) => {
        pushState(...move);
        navigation.dispatchEvent(new page.Event("currententrychange"));
      };
    },
  });
  const reports: PageReport[] = [];
  watchTicket({
    adapter: zendesk,
    document: window.document,
    getUrl: () => new URL(window.location.href),
    report: (report) => reports.push(report),
    signal: new window.AbortController().signal,
    clock: { nowMs: () => Date.now(), after: systemClock.after },
    includeNotes: false,
  });
  return { window, reports };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("a switch whose address moves last is noticed without any later change of the page", async () => {
  const { window, reports } = openTellingWindow();
  await vi.advanceTimersByTimeAsync(20_000);
  reports.length = 0;

  window.replica.openTicket("102");
  await vi.advanceTimersByTimeAsync(500);

  expect(reports.map(summary)).toEqual(["reading 102", "ticket 102: Subject 102 | Text 102"]);
});
