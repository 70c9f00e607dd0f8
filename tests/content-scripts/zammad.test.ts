import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../content-scripts/clock";
import { watchTicket } from "../../content-scripts/watch-ticket";
import { zammad } from "../../content-scripts/zammad";
import type { PageReport } from "../../lib/ticket";
import { makeMessage, makeTicket, mixedUp, summary } from "./living-desk";
import { renderZammad } from "./zammad-desk";

/** The replica in jsdom with a watcher on it, at the address `#<hash>`. */
function openZammad(hash: string, { tickets = [makeTicket("12"), makeTicket("13")], switchAfterMs = 50 } = {}) {
  const reports: PageReport[] = [];
  const { window } = new JSDOM(renderZammad(tickets, switchAfterMs), {
    url: `https://help.example.com/#${hash}`,
    runScripts: "dangerously",
    beforeParse(page) {
      Object.assign(page, { setTimeout: globalThis.setTimeout });
    },
  });
  watchTicket({
    adapter: zammad,
    document: window.document,
    getUrl: () => new URL(window.location.href),
    report: (report) => reports.push(report),
    signal: new window.AbortController().signal,
    clock: { nowMs: () => Date.now(), after: systemClock.after },
    includeNotes: false,
  });
  const goTo = (next: string) => {
    window.location.hash = next;
  };
  return { document: window.document, reports, goTo, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe("zammad", () => {
  it.each([
    ["https://help.example.com/#ticket/zoom/12", "12"],
    ["https://help.example.com/#ticket/zoom/12/34", "12"],
    ["https://help.example.com/#ticket/zoom/12/nav/true", "12"],
    ["https://acme.zammad.com/#ticket/zoom/12", "12"],
    ["https://help.example.com/?utm=1#ticket/zoom/12", "12"],
    ["https://help.example.com/desktop/tickets/12", "12"],
    ["https://help.example.com/desktop/tickets/12#article-34", "12"],
    ["https://help.example.com/desktop/tickets/12/34", "12"],
    ["https://help.example.com/desktop/ticket/12", "12"],
    ["https://help.example.com/desktop/ticket/zoom/12", "12"],
    ["https://help.example.com/", null],
    ["https://help.example.com/#dashboard", null],
    ["https://help.example.com/#ticket/view/my_assigned", null],
    ["https://help.example.com/#ticket/create", null],
    ["https://help.example.com/#ticket/create/id/12", null],
    ["https://help.example.com/#ticket/create/12/34", null],
    ["https://help.example.com/#ticket/zoom/12abc", null],
    ["https://help.example.com/#ticket/zoom/123456789012345678901", null],
    ["https://help.example.com/#search/ticket/zoom/12", null],
    ["https://help.example.com/#user/profile/12", null],
    ["https://help.example.com/#knowledge_base/1/locale/en-us/answer/12", null],
    ["https://help.example.com/help/en-us/1-faq/12#ticket/zoom/12", null],
    ["https://help.example.com/desktop/tickets/view/my-assigned", null],
    ["https://help.example.com/desktop/tickets/create/12", null],
    ["https://help.example.com/desktop/users/12", null],
    ["https://help.example.com/desktop/#ticket/zoom/12", null],
    ["https://help.example.com/mobile/tickets/12", null],
  ])("takes %s for ticket %s", (address, id) => {
    const found = zammad.ticketIdFromUrl(new URL(address));

    expect(found).toBe(id);
  });
});

describe("watchTicket on Zammad", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("follows the hash from ticket to ticket without a page load", async () => {
    const desk = openZammad("ticket/zoom/12");
    await desk.pass(500);

    desk.goTo("ticket/zoom/13/1300");
    await desk.pass(500);

    expect(desk.reports.map(summary)).toEqual([
      "reading 12",
      "ticket 12: Subject 12 | Text 12",
      "reading 13",
      "ticket 13: Subject 13 | Text 13",
    ]);
  });

  it("drops the old ticket when the hash changes, before the page does", async () => {
    const desk = openZammad("ticket/zoom/12", { switchAfterMs: 5_000 });
    await desk.pass(500);

    desk.goTo("ticket/zoom/13");
    await desk.pass(10);

    expect(summary(desk.reports.at(-1))).toBe("reading 13");
  });

  it.each([0, 50, 400])("never mixes up tickets whose panes come %i ms after the address", async (switchAfterMs) => {
    const desk = openZammad("ticket/zoom/12", { switchAfterMs });

    for (const id of ["13", "12", "13", "12", "13"]) {
      await desk.pass(300);
      desk.goTo(`ticket/zoom/${id}`);
    }
    await desk.pass(2_000);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 13: Subject 13 | Text 13");
  });

  it("reports none on an overview and the ticket opened from it", async () => {
    const desk = openZammad("ticket/view/my_assigned");
    await desk.pass(500);

    desk.document.querySelector<HTMLElement>('.tasks a[href="#ticket/zoom/12"]')?.click();
    await desk.pass(500);

    expect(desk.reports.map(summary)).toEqual(["none", "reading 12", "ticket 12: Subject 12 | Text 12"]);
  });

  it("reads another article of the same ticket as the same ticket", async () => {
    const desk = openZammad("ticket/zoom/12");
    await desk.pass(500);
    desk.reports.length = 0;

    desk.goTo("ticket/zoom/12/1200");
    await desk.pass(2_000);

    expect(desk.reports).toEqual([]);
  });

  it("keeps internal articles in the page", async () => {
    const messages = [makeMessage({ text: "Asked" }), makeMessage({ role: "note", text: "Internal" })];
    const desk = openZammad("ticket/zoom/12", { tickets: [makeTicket("12", { messages })] });

    await desk.pass(2_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 12: Subject 12 | Asked");
  });

  it("takes an article back when an agent makes it internal", async () => {
    const messages = [makeMessage({ text: "Asked" }), makeMessage({ role: "agent", text: "Said" })];
    const desk = openZammad("ticket/zoom/12", { tickets: [makeTicket("12", { messages })] });
    await desk.pass(2_000);
    desk.reports.length = 0;

    desk.document.querySelector("#article-1201")?.classList.add("is-internal");
    await desk.pass(500);

    expect(desk.reports.map(summary)).toEqual(["ticket 12: Subject 12 | Asked"]);
  });

  it("reports an article when an agent makes it public", async () => {
    const messages = [makeMessage({ text: "Asked" }), makeMessage({ role: "note", text: "Said" })];
    const desk = openZammad("ticket/zoom/12", { tickets: [makeTicket("12", { messages })] });
    await desk.pass(2_000);
    desk.reports.length = 0;

    desk.document.querySelector("#article-1201")?.classList.remove("is-internal");
    await desk.pass(500);

    expect(desk.reports.map(summary)).toEqual(["ticket 12: Subject 12 | Asked / Said"]);
  });
});
