/** How a reader begins, takes over another adapter while it runs, and ends. */
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../content-scripts/clock";
import { type ReaderOptions, startReading } from "../../content-scripts/start-reading";
import type { StoredUpdate } from "../../content-scripts/update/update-adapter";
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

const stored = (reading: PageReadingUpdate, isUnfinished = false): StoredUpdate => ({
  update: makeUpdate(reading),
  isUnfinished,
});

function openReader(overrides: Partial<ReaderOptions> = {}, address = ADDRESS) {
  const { window } = new JSDOM(REDESIGNED, { url: address });
  const reports: PageReport[] = [];
  const ending = new window.AbortController();
  const notes: string[] = [];
  let tellOfUpdate: (update: PageReader | null) => void = () => undefined;
  const started = startReading({
    bundled: zendesk,
    document: window.document,
    getUrl: () => new URL(window.location.href),
    report: (report) => reports.push(report),
    signal: ending.signal,
    clock: { nowMs: () => Date.now(), after: systemClock.after },
    includeNotes: false,
    readUpdate: async () => null,
    trialNotes: {
      begin: async ({ version }) => {
        notes.push(`begin ${version}`);
      },
      end: () => notes.push("end"),
    },
    onUpdate: (_helpdesk, listener) => {
      tellOfUpdate = listener;
    },
    ...overrides,
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { window, reports, notes, started, pass, ending, update: (update: PageReader | null) => tellOfUpdate(update) };
}

type Reader = ReturnType<typeof openReader>;

const last = (reports: PageReport[]) => summary(reports.at(-1));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("startReading", () => {
  it("reads by the stored update from the first report on", async () => {
    const reader = openReader({ readUpdate: async () => stored({ ...NEW_SUBJECT, ...NEW_BODY }) });

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
    const reader = openReader({ readUpdate: async () => stored({ ...NEW_SUBJECT, untrusted: ["[["] }) });

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
    let answer: (update: StoredUpdate | null) => void = () => undefined;
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
    const reader = openReader({ readUpdate: async () => stored({ ...NEW_SUBJECT, ...NEW_BODY }) });
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

/** What no check of an update catches: an engine that breaks off on its data. */
const BREAKING = { messages: { exclude: [7] } } as unknown as PageReadingUpdate;

describe("a reader whose update makes readings break off", () => {
  it("goes on by the bundled adapter", async () => {
    const reader = openReader({ readUpdate: async () => stored({ ...NEW_SUBJECT, ...NEW_BODY, ...BREAKING }) });
    reader.window.document.querySelector("h1")?.setAttribute("data-test-id", "ticket-pane-subject");

    await reader.pass(500);

    expect(last(reader.reports)).toBe("ticket 101: Box restarts | ");
    expect(reader.reports.at(-1)).toMatchObject({ readBy: { subject: "ticket-pane-text" } });
  });

  it("says that the page cannot be read when the bundled adapter finds nothing either", async () => {
    const reader = openReader({ readUpdate: async () => stored(BREAKING) });

    await reader.pass(25_000);

    expect(last(reader.reports)).toBe("unreadable 101");
  });
});

describe("an update on trial", () => {
  const BOTH = { ...NEW_SUBJECT, ...NEW_BODY };

  it("is noted before the first reading and no more once messages were read", async () => {
    const reader = openReader({ readUpdate: async () => stored(BOTH) });

    await reader.pass(500);
    const atFirst = [...reader.notes];
    await reader.pass(30_000);

    expect(atFirst).toEqual(["begin 1"]);
    expect(reader.notes).toEqual(["begin 1", "end"]);
  });

  it("is not read by before the note is kept", async () => {
    let keep: () => void = () => undefined;
    const begin = () =>
      new Promise<void>((resolve) => {
        keep = resolve;
      });
    const reader = openReader({ readUpdate: async () => stored(BOTH), trialNotes: { begin, end: () => undefined } });
    await reader.pass(500);
    const before = last(reader.reports);

    keep();
    await reader.pass(0);

    expect(before).toBe("reading 101");
    expect(last(reader.reports)).toBe("ticket 101: Box restarts | Help!\nNow.");
  });

  it("is read by all the same when storage does not keep the note", async () => {
    const begin = () => Promise.reject(new Error("storage is full"));
    const reader = openReader({ readUpdate: async () => stored(BOTH), trialNotes: { begin, end: () => undefined } });

    await reader.pass(500);

    expect(last(reader.reports)).toBe("ticket 101: Box restarts | Help!\nNow.");
  });

  it("is noted again when messages come late", async () => {
    const reader = openReader({ readUpdate: async () => stored(BOTH) });
    const article = reader.window.document.querySelector("article");
    article?.remove();
    await reader.pass(30_000);
    reader.notes.length = 0;

    if (article) reader.window.document.querySelector("h1")?.after(article);
    await reader.pass(20_000);

    expect(last(reader.reports)).toBe("ticket 101: Box restarts | Help!\nNow.");
    expect(reader.notes).toEqual(["begin 1", "end"]);
  });

  it("is not noted where no ticket is open", async () => {
    const reader = openReader({ readUpdate: async () => stored(BOTH) }, "https://acme.zendesk.com/agent/dashboard");

    await reader.pass(30_000);

    expect(reader.notes).toEqual([]);
  });

  it.each([
    ["the page goes away", ({ window }: Reader) => window.dispatchEvent(new window.Event("pagehide"))],
    ["the reader ends", ({ ending }: Reader) => ending.abort()],
    ["the update is taken back", ({ update }: Reader) => update(null)],
  ])("has its note taken back when %s", async (_how, leave) => {
    const reader = openReader({ readUpdate: async () => stored(BOTH) });
    await reader.pass(500);

    leave(reader);

    expect(reader.notes).toEqual(["begin 1", "end"]);
  });

  it("is passed over when a page came to no end by it", async () => {
    const reader = openReader({ readUpdate: async () => stored(BOTH, true) });

    await reader.pass(25_000);

    expect(last(reader.reports)).toBe("unreadable 101");
    expect(reader.notes).toEqual([]);
  });

  it("leaves no timer behind", async () => {
    const reader = openReader({ readUpdate: async () => stored(BOTH) });
    await reader.pass(1_500);

    reader.ending.abort();

    expect(vi.getTimerCount()).toBe(0);
  });
});
