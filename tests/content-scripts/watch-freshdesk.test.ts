import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { makeMessage, makeTicket, mixedUp, openDesk, summary } from "./living-desk";

const helpdesk = "freshdesk";

/** A ticket whose every part names it. */
const fullTicket = (id: string) => {
  const messages = [makeMessage({ text: `Text ${id}` }), makeMessage({ role: "agent", text: `Text ${id}` })];
  return makeTicket(id, {
    tags: [`Tag ${id}`],
    fields: { priority: `Value ${id}`, cf_product: `Value ${id}` },
    messages,
  });
};
const tickets = () => [fullTicket("201"), fullTicket("202"), fullTicket("203")];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("watchTicket on Freshdesk", () => {
  it("reports reading, the subject, then the messages as the page is drawn", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets() }, "tickets/201");

    await desk.pass(2_000);

    expect(desk.reports.map(summary)).toEqual([
      "reading 201",
      "ticket 201: Subject 201 | ",
      "ticket 201: Subject 201 | Text 201 / Text 201",
    ]);
  });

  it("drops the old ticket at once and never believes what lingers", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets() }, "tickets/201");
    await desk.pass(5_000);
    desk.reports.length = 0;

    desk.replica.openTicket("202");
    await desk.pass(5_000);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(desk.reports.map(summary)).toEqual([
      "reading 202",
      "ticket 202: Subject 202 | ",
      "ticket 202: Subject 202 | Text 202 / Text 202",
    ]);
  });

  it("reports tags and fields of the new ticket, none of the old one", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets() }, "tickets/201");
    await desk.pass(5_000);

    desk.replica.openTicket("202");
    await desk.pass(10_000);

    const last = desk.reports.at(-1);
    expect(last).toMatchObject({
      ticket: { tags: ["Tag 202"], fields: { priority: "Value 202", cf_product: "Value 202" } },
    });
  });

  it.each(Array.from({ length: 13 }, (_, index) => index * 130 + 1))(
    "never mixes up tickets when they are switched every %i ms",
    async (pauseMs) => {
      const desk = openDesk({ helpdesk, tickets: tickets() }, "tickets/201");

      for (const id of ["202", "203", "201", "203", "202"]) {
        await desk.pass(pauseMs);
        desk.replica.openTicket(id);
      }
      await desk.pass(10_000);

      expect(mixedUp(desk.reports)).toEqual([]);
      expect(summary(desk.reports.at(-1))).toBe("ticket 202: Subject 202 | Text 202 / Text 202");
    },
  );

  it("waits as long as the old text stays, however slow the page is", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: { linger: 12_000 } }, "tickets/201");
    await desk.pass(5_000);

    desk.replica.openTicket("202");
    await desk.pass(15_000);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 202: Subject 202 | Text 202 / Text 202");
  });

  it("is not misled by a message that arrives on the old ticket after the switch", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: { linger: 2_000 } }, "tickets/201");
    await desk.pass(5_000);

    desk.replica.openTicket("202");
    const late = desk.document.querySelector(".ticket-details__item")?.cloneNode(true);
    if (late !== undefined) desk.document.querySelector(".log")?.append(late);
    await desk.pass(10_000);

    expect(mixedUp(desk.reports)).toEqual([]);
  });

  it("reads a next ticket with the same subject", async () => {
    const same = [makeTicket("201", { subject: "Order" }), makeTicket("202", { subject: "Order" })];
    const desk = openDesk({ helpdesk, tickets: same }, "tickets/201");
    await desk.pass(5_000);
    desk.reports.length = 0;

    desk.replica.openTicket("202");
    await desk.pass(5_000);

    expect(desk.reports.map(summary)).toEqual(["reading 202", "ticket 202: Order | ", "ticket 202: Order | Text 202"]);
  });

  it("reads a next ticket that is the same in every word", async () => {
    const same = ["201", "202"].map((id) => makeTicket(id, { subject: "Order", messages: [makeMessage()] }));
    const desk = openDesk({ helpdesk, tickets: same }, "tickets/201");
    await desk.pass(5_000);

    desk.replica.openTicket("202");
    await desk.pass(5_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 202: Order | Hello");
  });

  it("reads a ticket again after the list and after another ticket", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets() }, "tickets/201");
    await desk.pass(5_000);

    desk.replica.openList();
    await desk.pass(100);
    desk.replica.openTicket("202");
    await desk.pass(5_000);
    desk.replica.openTicket("201");
    await desk.pass(5_000);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 201: Subject 201 | Text 201 / Text 201");
  });

  it("keeps a ticket whose address only changes its query", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/201");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.window.history.pushState(null, "", "/a/tickets/201?current_tab=details");
    desk.window.dispatchEvent(new desk.window.PopStateEvent("popstate"));
    await desk.pass(500);

    expect(desk.reports).toEqual([]);
  });

  it.each(["heading", "sentiment", "none"] as const)(
    "reads the subject when its element is %s",
    async (subjectElement) => {
      const desk = openDesk({ helpdesk, tickets: tickets(), subjectElement }, "tickets/201");

      await desk.pass(2_000);

      expect(summary(desk.reports.at(-1))).toBe("ticket 201: Subject 201 | Text 201 / Text 201");
    },
  );

  it("reads messages in an open shadow root, and follows them there", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), messagesIn: "shadow" }, "tickets/201");
    await desk.pass(20_000);

    desk.replica.addMessage("201", makeMessage({ text: "More" }));
    await desk.pass(500);

    expect(summary(desk.reports.at(-1))).toBe("ticket 201: Subject 201 | Text 201 / Text 201 / More");
  });

  it("puts older messages behind the description when they are loaded", async () => {
    const messages = Array.from({ length: 6 }, (_, index) => makeMessage({ text: `No ${index + 1}` }));
    const desk = openDesk({ helpdesk, tickets: [makeTicket("201", { messages })], newestShown: 2 }, "tickets/201");
    await desk.pass(20_000);

    desk.document.querySelector<HTMLElement>('[data-test-button="load-more"]')?.click();
    await desk.pass(1_000);

    expect(desk.reports.slice(-2).map(summary)).toEqual([
      "ticket 201: Subject 201 | No 1 / No 5 / No 6",
      "ticket 201: Subject 201 | No 1 / No 3 / No 4 / No 5 / No 6",
    ]);
  });

  it("does not read what the agent writes", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/201");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.document.querySelector<HTMLElement>('[data-test-id="active-editor"]')?.click();
    desk.document.querySelector(".fr-element")?.append("A draft with Text 201");
    await desk.pass(1_000);

    expect(desk.reports).toEqual([]);
  });

  it("reports a ticket as unreadable when the page never draws it", async () => {
    const delaysMs = { subject: "never", messages: "never" } as const;
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs }, "tickets/201");

    await desk.pass(25_000);

    expect(desk.reports.map(summary)).toEqual(["reading 201", "unreadable 201"]);
    expect(desk.reports.at(-1)).toMatchObject({ missing: ["messages", "body"], readBy: { subject: "title" } });
  });

  it("does not believe a page that does not say which ticket it shows", async () => {
    const desk = openDesk({ helpdesk, tickets: tickets(), delaysMs: DRAWN_AT_ONCE }, "tickets/201");
    desk.document.title = "Acme Support";
    desk.document.querySelector(".breadcrumb__item")?.remove();
    desk.document.querySelector("[data-album^=ticket]")?.removeAttribute("data-album");

    await desk.pass(25_000);

    expect(desk.reports.map(summary)).toEqual(["reading 201", "unreadable 201"]);
    expect(desk.reports.at(-1)).toMatchObject({ missing: ["identity"] });
  });
});
