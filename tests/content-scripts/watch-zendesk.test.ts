import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { makeMessage, makeTicket, mixedUp, openDesk, summary } from "./living-desk";

const tickets = () => [makeTicket("101"), makeTicket("102"), makeTicket("103")];
const helpdesk = "zendesk";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("watchTicket on Zendesk", () => {
  it("reports reading, the subject, then the messages as the page is drawn", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets() }, "tickets/101");

    await desk.pass(2_000);

    expect(desk.reports.map(summary)).toEqual([
      "reading 101",
      "ticket 101: Subject 101 | ",
      "ticket 101: Subject 101 | Text 101",
    ]);
  });

  it("drops the old ticket at once and reads the pane of the new one", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(1_000);
    desk.reports.length = 0;

    desk.replica.openTicket("103");
    await desk.pass(1_000);

    expect(desk.reports.map(summary)).toEqual(["reading 103", "ticket 103: Subject 103 | Text 103"]);
  });

  it.each(["addressFirst", "paneFirst"] as const)("never mixes up panes when the switch is %s", async (switchOrder) => {
    const desk = openDesk({ helpdesk, tickets: tickets(), switchOrder }, "tickets/101");

    for (const id of ["102", "103", "101", "102"]) {
      await desk.pass(700);
      desk.replica.openTicket(id);
    }
    await desk.pass(3_000);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 102: Subject 102 | Text 102");
  });

  it("reads a custom layout and the markup of 2023", async () => {
    const options = { helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE } as const;
    const custom = openDesk({ ...options, layout: "custom" }, "tickets/102");
    const older = openDesk({ ...options, markup: "2023" }, "tickets/102");

    await custom.pass(1_000);

    expect(summary(custom.reports.at(-1))).toBe("ticket 102: Subject 102 | Text 102");
    expect(summary(older.reports.at(-1))).toBe("ticket 102: Subject 102 | Text 102");
  });

  it("reports none on a list and the ticket opened from it", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "filters/1");
    await desk.pass(500);

    desk.document.querySelector<HTMLElement>('#list a[href="tickets/102"]')?.click();
    await desk.pass(500);

    expect(desk.reports.map(summary)).toEqual(["none", "reading 102", "ticket 102: Subject 102 | Text 102"]);
  });

  it("adds a new message of the open ticket and says nothing of one in a hidden pane", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.replica.addMessage("102", makeMessage({ text: "Text 102" }));
    await desk.pass(500);
    desk.replica.addMessage("101", makeMessage({ text: "More", sentAt: "2026-09-15T08:00:00Z" }));
    await desk.pass(500);

    expect(desk.reports.map(summary)).toEqual(["ticket 101: Subject 101 | Text 101 / More"]);
  });

  it("puts older messages before the newest when they are shown", async () => {
    const messages = Array.from({ length: 12 }, (_, index) =>
      makeMessage({ text: `No ${index + 1}`, sentAt: `2026-09-${String(index + 1).padStart(2, "0")}T08:00:00Z` }),
    );
    const desk = openDesk({ helpdesk, tickets: [makeTicket("101", { messages })] }, "tickets/101");
    await desk.pass(20_000);

    desk.document.querySelector<HTMLElement>('[data-test-id="convolog-show-more-button"]')?.click();
    await desk.pass(1_000);

    const [before, after] = desk.reports.slice(-2).map(summary);
    expect(before).toMatch(/\| No 3 \//);
    expect(after).toMatch(/\| No 1 \/ No 2 \/ No 3 \//);
  });

  it("never takes a note for a reply while the page has not marked it yet", async () => {
    const desk = openDesk(
      { helpdesk, tickets: tickets(), delaysMs: { ...DRAWN_AT_ONCE, noteType: 500 } },
      "tickets/101",
    );
    await desk.pass(20_000);

    desk.replica.addMessage("101", makeMessage({ role: "note", text: "Secret" }));
    await desk.pass(2_000);

    const roles = desk.reports.flatMap((report) => (report.state === "ticket" ? report.ticket.messages : []));
    expect(roles.filter(({ text, role }) => text === "Secret" && role !== "note")).toEqual([]);
    expect(summary(desk.reports.at(-1))).toContain("Secret");
  });

  it("keeps notes in the page unless they are asked for", async () => {
    const ticket = makeTicket("101", { messages: [makeMessage(), makeMessage({ role: "note", text: "Secret" })] });
    const desk = openDesk({ helpdesk, tickets: [ticket], delaysMs: DRAWN_AT_ONCE }, "tickets/101", false);

    await desk.pass(2_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 101: Subject 101 | Hello");
  });

  it("follows a subject that the agent edits", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(20_000);
    const subject = desk.document.querySelector<HTMLInputElement>('[data-ticket-id="101"] input.subject');

    if (subject !== null) subject.value = "Better subject";
    subject?.dispatchEvent(new desk.window.Event("change", { bubbles: true }));
    await desk.pass(500);

    expect(summary(desk.reports.at(-1))).toBe("ticket 101: Better subject | Text 101");
  });

  it("reports a ticket as unreadable after the deadline, and reads it when it comes after all", async () => {
    const desk = openDesk(
      { helpdesk, tickets: tickets(), delaysMs: { subject: "never", messages: 30_000 } },
      "tickets/101",
    );

    await desk.pass(31_000);

    expect(desk.reports.map(summary)).toEqual(["reading 101", "unreadable 101", "ticket 101:  | Text 101"]);
    expect(desk.reports[1]).toMatchObject({
      missing: ["subject", "messages", "body"],
      readBy: { ticket: "standard-layout" },
    });
  });

  it("keeps the ticket reported while its log is emptied for a redraw", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.document.querySelector('[data-ticket-id="101"] [role="log"]')?.replaceChildren();
    await desk.pass(500);

    expect(desk.reports).toEqual([]);
  });

  it("says nothing again when the same text is drawn again", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    const article = desk.document.querySelector('[data-ticket-id="101"] article');
    article?.replaceWith(article.cloneNode(true));
    await desk.pass(500);

    expect(desk.reports).toEqual([]);
  });

  it("reads within one gathering time while the page never stops changing", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(20_000);
    const log = desk.document.querySelector('[data-ticket-id="101"] [role="log"]');
    const flicker = setInterval(() => log?.append(desk.document.createElement("i")), 10);

    desk.replica.addMessage("101", makeMessage({ text: "More", sentAt: "2026-09-15T08:00:00Z" }));
    await desk.pass(200);
    clearInterval(flicker);

    expect(summary(desk.reports.at(-1))).toBe("ticket 101: Subject 101 | Text 101 / More");
  });

  it("reports none when the page goes away, and the ticket again when it comes back", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.window.dispatchEvent(new desk.window.Event("pagehide"));
    desk.window.dispatchEvent(new desk.window.Event("pageshow"));
    await desk.pass(500);

    expect(desk.reports.map(summary)).toEqual(["none", "reading 101", "ticket 101: Subject 101 | Text 101"]);
  });

  it("has none as its last word when the browser hides a page that went away", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.window.dispatchEvent(new desk.window.Event("pagehide"));
    desk.document.dispatchEvent(new desk.window.Event("visibilitychange"));

    expect(desk.reports.map(summary)).toEqual(["none"]);
  });

  it("is silent for good once its signal has aborted", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets() }, "tickets/101");
    desk.reports.length = 0;

    desk.end();
    desk.replica.openTicket("102");
    await desk.pass(30_000);

    expect(desk.reports).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("moves to the next tab when the open one is closed", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/101");
    await desk.pass(1_000);

    desk.replica.closeTicket("101");
    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 103: Subject 103 | Text 103");
  });
});
