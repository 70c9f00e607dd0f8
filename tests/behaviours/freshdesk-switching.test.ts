/** Freshdesk shows one ticket at a time, and leaves the old one standing for a moment after the address has moved. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeMessage, makeTicket, mixedUp, summary } from "../content-scripts/living-desk";
import { openReplica } from "./replica-desk";

const helpdesk = "freshdesk";
const ticket = (id: string) =>
  makeTicket(id, {
    tags: [`Tag ${id}`],
    fields: { priority: `Value ${id}` },
    messages: [makeMessage({ text: `Text ${id}` }), makeMessage({ role: "agent", text: `Text ${id}` })],
  });
const tickets = () => [ticket("201"), ticket("202"), ticket("203")];
const read = (id: string) => `ticket ${id}: Subject ${id} | Text ${id} / Text ${id}`;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a switch of tickets", () => {
  it.each(["push", "replace"] as const)(
    "by %sState believes neither what lingers nor an empty page, and reads the new ticket as it is drawn",
    async (moveBy) => {
      const desk = openReplica({ helpdesk, tickets: tickets(), moveBy }, "tickets/201");
      await desk.pass(5_000);
      desk.reports.length = 0;

      desk.replica.openTicket("202");
      await desk.pass(290);
      const whileLingering = desk.reports.map(summary);
      await desk.pass(5_000);

      expect(whileLingering).toEqual(["reading 202"]);
      expect(desk.reports.slice(0, 3).map(summary)).toEqual(["reading 202", "ticket 202: Subject 202 | ", read("202")]);
      expect(mixedUp(desk.reports)).toEqual([]);
    },
  );

  it("reads nothing while the old ticket stays for 12 seconds, and the new one then", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs: { linger: 12_000 } }, "tickets/201");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.replica.openTicket("202");
    await desk.pass(11_900);
    const whileLingering = desk.reports.map(summary);
    await desk.pass(5_000);

    expect(whileLingering).toEqual(["reading 202"]);
    expect(summary(desk.reports.at(-1))).toBe(read("202"));
    expect(mixedUp(desk.reports)).toEqual([]);
  });

  it("reads a ticket whose messages take 12 seconds", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets() }, "tickets/201");
    await desk.pass(5_000);
    desk.replica.change({ delaysMs: { subject: 11_000, messages: 12_000 } });

    desk.replica.openTicket("202");
    await desk.pass(12_500);

    expect(summary(desk.reports.at(-1))).toBe(read("202"));
  });

  it("gives up on a ticket that is never drawn, without a word of the one before", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets() }, "tickets/201");
    await desk.pass(5_000);
    desk.reports.length = 0;
    desk.replica.change({ delaysMs: { subject: "never", messages: "never" } });

    desk.replica.openTicket("202");
    await desk.pass(30_000);

    expect(desk.reports.map(summary)).toEqual(["reading 202", "unreadable 202"]);
  });

  it("gives up on a page that keeps the old ticket for good", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets() }, "tickets/201");
    await desk.pass(5_000);
    desk.reports.length = 0;
    desk.replica.change({ delaysMs: { linger: "never" } });

    desk.replica.openTicket("202");
    await desk.pass(30_000);

    expect(desk.reports.map(summary)).toEqual(["reading 202", "unreadable 202"]);
  });

  it("by the back and the forward key is followed like any other", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets() }, "tickets/201");
    await desk.pass(5_000);
    desk.replica.openTicket("202");
    await desk.pass(5_000);

    desk.window.history.back();
    await desk.pass(5_000);
    const afterBack = summary(desk.reports.at(-1));
    desk.window.history.forward();
    await desk.pass(5_000);

    expect([afterBack, summary(desk.reports.at(-1))]).toEqual([read("201"), read("202")]);
    expect(mixedUp(desk.reports)).toEqual([]);
  });

  it("brings the new ticket's tags and fields, never the old one's", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets() }, "tickets/201");
    await desk.pass(5_000);

    desk.replica.openTicket("203");
    await desk.pass(10_000);

    expect(desk.reports.at(-1)).toMatchObject({ ticket: { tags: ["Tag 203"], fields: { priority: "Value 203" } } });
    expect(mixedUp(desk.reports)).toEqual([]);
  });
});
