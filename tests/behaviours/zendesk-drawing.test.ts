/** Zendesk's panes fill in steps: pane, subject, log, messages. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTicket, summary } from "../content-scripts/living-desk";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { openReplica } from "./replica-desk";

const helpdesk = "zendesk";
const tickets = () => [makeTicket("101"), makeTicket("102")];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a pane that is drawn in steps", () => {
  it("gives the subject as soon as it stands there, and the messages within a tenth of a second", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets() }, "tickets/101");

    await desk.pass(300);
    const early = summary(desk.reports.at(-1));
    await desk.pass(1_300);

    expect(early).toBe("ticket 101: Subject 101 | ");
    expect(summary(desk.reports.at(-1))).toBe("ticket 101: Subject 101 | Text 101");
  });

  it("gives its messages after 12 seconds when it takes so long", async () => {
    const delaysMs = { subject: 11_000, log: 11_500, messages: 12_000 };
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/101");

    await desk.pass(10_900);
    const early = desk.reports.map(summary);
    await desk.pass(1_200);

    expect(early).toEqual(["reading 101"]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 101: Subject 101 | Text 101");
  });

  it("counts as unreadable when nothing ever comes", async () => {
    const delaysMs = { subject: "never", log: "never", messages: "never" } as const;
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/101");

    await desk.pass(60_000);

    expect(desk.reports.map(summary)).toEqual(["reading 101", "unreadable 101"]);
  });

  it("is read after all when it comes after the deadline", async () => {
    const delaysMs = { subject: 40_000, log: 40_000, messages: 41_000 };
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, "tickets/101");

    await desk.pass(42_000);

    expect(desk.reports.map(summary)).toEqual([
      "reading 101",
      "unreadable 101",
      "ticket 101: Subject 101 | ",
      "ticket 101: Subject 101 | Text 101",
    ]);
  });

  it("gets all its time again when the agent comes back before it was there", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    desk.replica.closeTicket("102");
    desk.replica.change({ delaysMs: { subject: 30_000, log: 30_000, messages: 30_000 } });
    await desk.pass(1_000);

    desk.replica.openTicket("102");
    await desk.pass(11_000);
    desk.replica.openTicket("101");
    await desk.pass(4_000);
    desk.replica.openTicket("102");
    await desk.pass(16_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 102: Subject 102 | Text 102");
    expect(desk.reports.map(summary)).not.toContain("unreadable 102");
  });
});
