/** How a watch ends when its extension was updated or removed under the page. */
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../content-scripts/clock";
import { watchTicket } from "../../content-scripts/watch-ticket";
import { zendesk } from "../../content-scripts/zendesk";
import type { PageReport } from "../../lib/ticket";
import { summary } from "./living-desk";

const ADDRESS = "https://acme.zendesk.com/agent/tickets/101";

/** A page after a redesign: subject and body have other names. */
const REDESIGNED = `<div data-test-id="ticket-101-standard-layout"><h1 class="new-subject">Box restarts</h1>
<article data-test-id="omni-log-comment-item"><div data-test-id="omni-log-item-message" type="end-user"><p class="new-body">Help!<br>Now.</p></div></article></div>`;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A watch whose extension can go away. */
function openWatch() {
  const { window } = new JSDOM(REDESIGNED, { url: ADDRESS });
  const extension = { isThere: true, ending: new window.AbortController() };
  const reports: PageReport[] = [];
  let looks = 0;
  watchTicket({
    adapter: zendesk,
    document: window.document,
    getUrl: () => {
      looks += 1;
      return new URL(ADDRESS);
    },
    report: (report) => reports.push(report),
    signal: extension.ending.signal,
    canReport: () => {
      if (!extension.isThere) extension.ending.abort();
      return extension.isThere;
    },
    clock: { nowMs: () => Date.now(), after: systemClock.after },
    includeNotes: false,
  });
  return { window, extension, reports, looks: () => looks };
}

describe("a watch whose extension has gone", () => {
  it("ends with the next burst of changes, before it looks at the page", async () => {
    const { window, extension, reports, looks } = openWatch();
    const looksBefore = looks();

    extension.isThere = false;
    window.document.body.append("changed");
    await vi.advanceTimersByTimeAsync(0);

    expect(extension.ending.signal.aborted).toBe(true);
    expect(looks()).toBe(looksBefore);
    expect(reports.map(summary)).toEqual(["reading 101"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends with the next look that is due", async () => {
    const { extension, reports } = openWatch();

    extension.isThere = false;
    await vi.advanceTimersByTimeAsync(300);

    expect(reports.map(summary)).toEqual(["reading 101"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("hears nothing of the page any more", async () => {
    const { window, extension, looks } = openWatch();
    extension.isThere = false;
    window.document.body.append("changed");
    await vi.advanceTimersByTimeAsync(0);
    const looksBefore = looks();

    extension.isThere = true;
    window.document.body.append("changed again");
    window.dispatchEvent(new window.PopStateEvent("popstate"));
    await vi.advanceTimersByTimeAsync(30_000);

    expect(looks()).toBe(looksBefore);
  });
});
