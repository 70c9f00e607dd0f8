/** Zendesk moves between tickets without loading a page, and tells nobody. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeMessage, makeTicket, mixedUp, summary } from "../content-scripts/living-desk";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { openReplica } from "./replica-desk";

const helpdesk = "zendesk";
const delaysMs = { ...DRAWN_AT_ONCE, pane: 300 };
const tickets = () => [makeTicket("101"), makeTicket("102"), makeTicket("103")];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a switch of tickets", () => {
  it.each(["push", "replace"] as const)(
    "by %sState without an event drops the old ticket with the page's first change and reads the new one",
    async (moveBy) => {
      const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs, moveBy }, "tickets/101");
      await desk.pass(1_000);
      desk.reports.length = 0;

      desk.replica.openTicket("103");
      await desk.pass(310);
      const first = desk.reports.map(summary);
      await desk.pass(1_000);

      expect(first).toEqual(["reading 103"]);
      expect(desk.reports.map(summary)).toEqual(["reading 103", "ticket 103: Subject 103 | Text 103"]);
    },
  );

  it("whose pane moves before the address never puts the new text under the old address", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs, switchOrder: "paneFirst" }, "tickets/101");
    await desk.pass(1_000);
    desk.reports.length = 0;

    desk.replica.openTicket("103");
    await desk.pass(250);
    const early = desk.reports.map(summary);
    await desk.pass(100);
    // Nothing in jsdom tells of the move itself; a browser's Navigation API does.
    desk.replica.addMessage("103", makeMessage({ text: "Text 103", sentAt: "2026-09-15T08:00:00Z" }));
    await desk.pass(1_000);

    expect(early).toEqual([]);
    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 103: Subject 103 | Text 103 / Text 103");
  });

  it("by the browser's back key reads the ticket before", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/101");
    desk.replica.openTicket("102");
    await desk.pass(1_000);

    desk.window.history.back();
    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 101: Subject 101 | Text 101");
  });

  it("between addresses of the same ticket says nothing", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.window.history.pushState(null, "", "/agent/tickets/101/events?comment=7");
    desk.document.querySelector("main")?.append(desk.document.createElement("aside"));
    await desk.pass(1_000);

    expect(desk.reports).toEqual([]);
  });
});

describe("a closed tab", () => {
  it("takes its pane out of the page, and the tab that comes to the front is read", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/101");
    await desk.pass(1_000);
    desk.reports.length = 0;

    desk.click('[data-entity-id="101"] .tab-close');
    await desk.pass(1_000);

    expect(desk.document.querySelector('[data-ticket-id="101"]')).toBeNull();
    expect(desk.reports.map(summary)).toEqual(["reading 103", "ticket 103: Subject 103 | Text 103"]);
  });

  it("of a ticket behind says nothing", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.click('[data-entity-id="102"] .tab-close');
    await desk.pass(1_000);

    expect(desk.reports).toEqual([]);
  });

  it("that is opened again is read anew, with what came meanwhile", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/102");
    await desk.pass(1_000);
    desk.replica.closeTicket("102");
    desk.replica.addMessage("102", makeMessage({ text: "More", sentAt: "2026-09-15T08:00:00Z" }));
    await desk.pass(1_000);

    desk.replica.openTicket("102");
    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 102: Subject 102 | Text 102 / More");
  });

  it("leaves the list behind when it was the last one", async () => {
    const desk = openReplica({ helpdesk, tickets: [makeTicket("101")], delaysMs }, "tickets/101");
    await desk.pass(1_000);

    desk.replica.closeTicket("101");
    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("none");
  });
});

describe("a pane that is built again under the same address", () => {
  it("is read in its new elements", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/101");
    await desk.pass(20_000);
    const pane = desk.document.querySelector('[data-test-id="ticket-101-standard-layout"]');
    const rebuilt = pane?.cloneNode(true) as HTMLElement;
    const words = rebuilt.querySelector(".zd-comment p");
    if (words !== null) words.textContent = "Text 101, corrected";
    pane?.remove();
    await desk.pass(500);

    desk.document.querySelector("main")?.append(rebuilt);
    await desk.pass(500);

    expect(summary(desk.reports.at(-1))).toContain("Text 101, corrected");
  });
});
