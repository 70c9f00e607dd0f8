/** How a reader begins, takes over another adapter while it runs, and ends. */
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../content-scripts/clock";
import { type ReaderOptions, startReading } from "../../content-scripts/start-reading";
import { watchTicket } from "../../content-scripts/watch-ticket";
import { zendesk } from "../../content-scripts/zendesk";
import type { PageReader, PageReadingUpdate } from "../../lib/contract/page-reader";
import type { PageReport } from "../../lib/ticket";
import { summary } from "./living-desk";

const ADDRESS = "https://acme.zendesk.com/agent/tickets/101";

/** A page after a redesign: subject and body have other names. */
const REDESIGNED = `<div data-test-id="ticket-101-standard-layout"><h1 class="new-subject">Box restarts</h1>
<article data-test-id="omni-log-comment-item"><div data-test-id="omni-log-item-message" type="end-user"><p class="new-body">Help!<br>Now.</p></div></article></div>`;

const NEW_SUBJECT: PageReadingUpdate = {
  subject: [{ name: "new-subject", lastSeen: "2026-11", selector: ".new-subject", read: "text" }],
};
const NEW_BODY: PageReadingUpdate = {
  messages: { body: [{ name: "new-body", lastSeen: "2026-11", selector: ".new-body" }] },
};

const makeUpdate = (reading: PageReadingUpdate): PageReader => ({
  helpdesk: "zendesk",
  version: 1,
  updatedAt: "2026-11-02T08:00:00Z",
  reading,
});

function openReader(overrides: Partial<ReaderOptions> = {}) {
  const { window } = new JSDOM(REDESIGNED, { url: ADDRESS });
  const reports: PageReport[] = [];
  const ending = new window.AbortController();
  let tellOfUpdate: (update: PageReader | null) => void = () => undefined;
  const started = startReading({
    bundled: zendesk,
    document: window.document,
    getUrl: () => new URL(ADDRESS),
    report: (report) => reports.push(report),
    signal: ending.signal,
    clock: { nowMs: () => Date.now(), after: systemClock.after },
    includeNotes: false,
    readUpdate: async () => null,
    onUpdate: (_helpdesk, listener) => {
      tellOfUpdate = listener;
    },
    ...overrides,
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { window, reports, started, pass, ending, update: (update: PageReader | null) => tellOfUpdate(update) };
}

const last = (reports: PageReport[]) => summary(reports.at(-1));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("startReading", () => {
  it("reads by the stored update from the first report on", async () => {
    const reader = openReader({ readUpdate: async () => makeUpdate({ ...NEW_SUBJECT, ...NEW_BODY }) });

    await reader.pass(500);

    expect(reader.reports.map(summary)).toEqual(["reading 101", "ticket 101: Box restarts | Help!\nNow."]);
    expect(reader.reports.at(-1)).toMatchObject({ readBy: { subject: "new-subject", body: "new-body" }, missing: [] });
  });

  it("starts with the bundled adapter when the stored update cannot be read", async () => {
    const reader = openReader({ readUpdate: async () => Promise.reject(new Error("storage is broken")) });

    await reader.pass(500);

    expect(last(reader.reports)).toBe("reading 101");
  });

  it("starts with the bundled adapter when storage does not answer", async () => {
    const reader = openReader({ readUpdate: () => new Promise(() => undefined) });

    await reader.pass(1_500);

    expect(last(reader.reports)).toBe("reading 101");
  });

  it("starts with the bundled adapter when the stored update is refused", async () => {
    const reader = openReader({ readUpdate: async () => makeUpdate({ ...NEW_SUBJECT, untrusted: ["[["] }) });

    await reader.pass(25_000);

    expect(last(reader.reports)).toBe("unreadable 101");
  });

  it("takes over an update that arrives while it runs", async () => {
    const reader = openReader();
    await reader.pass(500);

    reader.update(makeUpdate(NEW_SUBJECT));
    await reader.pass(500);

    expect(last(reader.reports)).toBe("ticket 101: Box restarts | ");
  });

  it("prefers an update that arrives while the stored one is being read", async () => {
    let answer: (update: PageReader | null) => void = () => undefined;
    const reader = openReader({
      readUpdate: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });

    reader.update(makeUpdate({ ...NEW_SUBJECT, ...NEW_BODY }));
    answer(null);
    await reader.pass(500);

    expect(last(reader.reports)).toBe("ticket 101: Box restarts | Help!\nNow.");
  });

  it("reads what it has read before by a changed update", async () => {
    const reader = openReader({ readUpdate: async () => makeUpdate({ ...NEW_SUBJECT, ...NEW_BODY }) });
    await reader.pass(500);

    reader.update(makeUpdate({ ...NEW_SUBJECT, ...NEW_BODY, cleaning: { dropLines: ["^help"] } }));
    await reader.pass(500);

    expect(last(reader.reports)).toBe("ticket 101: Box restarts | Now.");
  });

  it("says nothing of an update after its end", async () => {
    const reader = openReader();
    await reader.pass(500);
    reader.reports.length = 0;

    reader.ending.abort();
    reader.update(makeUpdate(NEW_SUBJECT));
    await reader.pass(30_000);

    expect(reader.reports).toEqual([]);
  });
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
