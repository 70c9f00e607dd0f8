/** Zendesk keeps a pane of every open ticket in the page. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTicket, mixedUp, summary } from "../content-scripts/living-desk";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { openReplica } from "./replica-desk";

const helpdesk = "zendesk";
const delaysMs = DRAWN_AT_ONCE;
const tickets = () => [makeTicket("101"), makeTicket("102"), makeTicket("103")];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a workspace with three mounted panes", () => {
  it.each(["101", "102", "103"])("gives ticket %s when that is in the address", async (id) => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs }, `tickets/${id}`);

    await desk.pass(1_000);

    expect(desk.document.querySelectorAll('[data-test-id="omni-log-container"]')).toHaveLength(3);
    expect(desk.reports.map(summary)).toEqual([`reading ${id}`, `ticket ${id}: Subject ${id} | Text ${id}`]);
  });

  it("is waited for while the pane of the address is still hidden", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs: { ...delaysMs, pane: 5_000 } }, "tickets/101");
    await desk.pass(6_000);

    desk.replica.openTicket("102");
    await desk.pass(4_500);

    expect(summary(desk.reports.at(-1))).toBe("reading 102");
  });

  it("gives a pane with a custom layout among standard ones", async () => {
    const custom = makeTicket("104", { layout: "custom" });
    const desk = openReplica({ helpdesk, tickets: [...tickets(), custom], delaysMs }, "tickets/104");

    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 104: Subject 104 | Text 104");
    expect(desk.reports.at(-1)).toMatchObject({ readBy: { ticket: "custom-layout" } });
  });

  it("is read where the pane in front has only a class, as before 2024", async () => {
    const desk = openReplica({ helpdesk, tickets: tickets(), delaysMs, markup: "2023" }, "tickets/102");

    await desk.pass(1_000);

    expect(desk.document.querySelector("[data-is-active]")).toBeNull();
    expect(summary(desk.reports.at(-1))).toBe("ticket 102: Subject 102 | Text 102");
    expect(desk.reports.at(-1)).toMatchObject({ readBy: { ticket: "ticket-id" } });
  });

  it("never lends one pane's fields and tags to another", async () => {
    const full = ["101", "102"].map((id) =>
      makeTicket(id, { tags: [`Tag ${id}`], fields: { priority: `Value ${id}`, type: `Value ${id}` } }),
    );
    const desk = openReplica({ helpdesk, tickets: full, delaysMs }, "tickets/101");
    await desk.pass(1_000);

    desk.replica.openTicket("102");
    await desk.pass(1_000);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(desk.reports.at(-1)).toMatchObject({ ticket: { tags: ["Tag 102"], fields: { priority: "Value 102" } } });
  });
});
