/** Zendesk draws the newest messages of a ticket, and older ones on demand; new ones arrive while it is open. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeMessage, makeTicket, summary } from "../content-scripts/living-desk";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { lastTexts, openReplica, type ReplicaDesk } from "./replica-desk";

const helpdesk = "zendesk";
const delaysMs = { ...DRAWN_AT_ONCE, showMore: 300 };

/** "No 1" to "No `last`", from `first` on. */
const numbers = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `No ${first + index}`);

const longTicket = (count: number) =>
  makeTicket("101", {
    messages: numbers(1, count).map((text, index) =>
      makeMessage({ text, sentAt: new Date(Date.UTC(2026, 8, 1, index)).toISOString() }),
    ),
  });

const SHOW_MORE = '[data-test-id="convolog-show-more-button"]';

/** As if the agent had scrolled to an end of the log; jsdom knows no layout, so the place is made up. */
async function scroll(desk: ReplicaDesk, to: "top" | "bottom") {
  const log = desk.document.querySelector('[data-ticket-id="101"] [data-test-id="omni-log-container"]');
  if (log === null) throw new Error("No log.");
  log.scrollTop = to === "top" ? 0 : 5_000;
  log.dispatchEvent(new desk.window.Event("scroll"));
  await desk.pass(600);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a log with a button for more", () => {
  it("gives its ten newest messages first", async () => {
    const desk = openReplica({ helpdesk, tickets: [longTicket(25)], delaysMs }, "tickets/101");

    await desk.pass(1_000);

    expect(lastTexts(desk)).toEqual(numbers(16, 25));
  });

  it("gives older messages before the others, ten by ten, when they are asked for", async () => {
    const desk = openReplica({ helpdesk, tickets: [longTicket(25)], delaysMs }, "tickets/101");
    await desk.pass(20_000);

    desk.click(SHOW_MORE);
    await desk.pass(600);
    const second = lastTexts(desk);
    desk.click(SHOW_MORE);
    await desk.pass(600);

    expect(second).toEqual(numbers(6, 25));
    expect(lastTexts(desk)).toEqual(numbers(1, 25));
    expect(desk.document.querySelector(SHOW_MORE)).toBeNull();
  });

  it("is told as a gap until all of it has been read", async () => {
    const desk = openReplica({ helpdesk, tickets: [longTicket(15)], delaysMs }, "tickets/101");
    await desk.pass(20_000);
    const before = desk.reports.at(-1);

    desk.click(SHOW_MORE);
    await desk.pass(600);

    expect(before).toMatchObject({ gaps: ["older"] });
    expect(desk.reports.at(-1)).toMatchObject({ gaps: [] });
  });

  it("is put in order of time when another script has turned it around", async () => {
    const desk = openReplica({ helpdesk, tickets: [longTicket(5)], delaysMs }, "tickets/101");
    await desk.pass(20_000);

    const log = desk.document.querySelector('[data-ticket-id="101"] [role="log"]');
    log?.append(...[...log.querySelectorAll("article")].reverse());
    desk.replica.addMessage("101", makeMessage({ text: "No 6", sentAt: "2026-09-02T08:00:00Z" }));
    await desk.pass(600);

    expect(lastTexts(desk)).toEqual(numbers(1, 6));
  });
});

describe("a log that loads by scrolling", () => {
  it("gives older messages before the others once its upper end has come near", async () => {
    const desk = openReplica({ helpdesk, tickets: [longTicket(25)], delaysMs, olderBy: "scroll" }, "tickets/101");
    await desk.pass(20_000);
    const first = lastTexts(desk);

    await scroll(desk, "top");

    expect(first).toEqual(numbers(16, 25));
    expect(lastTexts(desk)).toEqual(numbers(6, 25));
  });

  it("that drops far messages is followed there and back", async () => {
    const drawn = { newestShown: 5, mostDrawn: 8, olderBy: "scroll" } as const;
    const desk = openReplica({ helpdesk, tickets: [longTicket(15)], delaysMs, ...drawn }, "tickets/101");
    await desk.pass(20_000);

    await scroll(desk, "top");
    await scroll(desk, "top");
    const atTop = lastTexts(desk);
    await scroll(desk, "bottom");
    await scroll(desk, "bottom");

    expect(atTop).toEqual(expect.arrayContaining(numbers(1, 8)));
    expect(lastTexts(desk)).toEqual(expect.arrayContaining(numbers(13, 15)));
    expect(desk.reports.slice(1).every(({ state }) => state === "ticket")).toBe(true);
  });
});

describe("a new message", () => {
  it("on the open ticket is reported", async () => {
    const desk = openReplica({ helpdesk, tickets: [longTicket(2), makeTicket("102")], delaysMs }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.replica.addMessage("101", makeMessage({ text: "No 3", sentAt: "2026-09-02T08:00:00Z" }));
    await desk.pass(200);

    expect(desk.reports.map(summary)).toEqual(["ticket 101: Subject 101 | No 1 / No 2 / No 3"]);
  });

  it("on a ticket behind is not, until that ticket comes to the front", async () => {
    const desk = openReplica({ helpdesk, tickets: [longTicket(2), makeTicket("102")], delaysMs }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.replica.addMessage("102", makeMessage({ text: "More of 102", sentAt: "2026-09-15T08:00:00Z" }));
    await desk.pass(1_000);
    const meanwhile = desk.reports.map(summary);
    desk.replica.openTicket("102");
    await desk.pass(1_000);

    expect(meanwhile).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 102: Subject 102 | Text 102 / More of 102");
  });
});
