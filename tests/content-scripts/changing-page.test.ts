/** Ways in which a page might change from one ticket to the next that no source reports, and that must not mislead. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { makeTicket, mixedUp, openDesk, summary } from "./living-desk";

function openDrawnDesk(subject = "Subject 201") {
  const ticket = makeTicket("201", { subject, tags: ["Tag 201"], fields: { priority: "Value 201" } });
  return openDesk({ helpdesk: "freshdesk", tickets: [ticket], delaysMs: DRAWN_AT_ONCE }, "tickets/201");
}

type Desk = ReturnType<typeof openDrawnDesk>;

function moveAddress({ window, document }: Desk, id: string, subject = `Subject ${id}`) {
  window.history.pushState(null, "", `/a/tickets/${id}`);
  document.title = `[#${id}] ${subject} : Acme Support`;
  const breadcrumb = document.querySelector(".breadcrumb__item");
  if (breadcrumb) breadcrumb.textContent = id;
}

function setText(desk: Desk, selector: string, text: string) {
  const element = desk.document.querySelector(selector);
  if (element?.firstChild) element.firstChild.textContent = text;
}

function redrawMessage({ document }: Desk, id: string, text: string) {
  const item = document.querySelector(".ticket-details__item:not(.rich-editor)");
  const next = item?.cloneNode(true) as HTMLElement;
  next.setAttribute("data-album", `ticket_${id}`);
  const body = next.querySelector("#ticket_original_request");
  if (body) body.textContent = text;
  item?.replaceWith(next);
}

/** Draws the old messages again, in new elements. */
function drawAgain({ document }: Desk) {
  const log = document.querySelector(".log");
  log?.replaceChildren(...[...log.children].map((child) => child.cloneNode(true)));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a page that reuses its elements", () => {
  it("is believed once the message has changed in place", async () => {
    const desk = openDrawnDesk();
    await desk.pass(5_000);

    moveAddress(desk, "202");
    await desk.pass(400);
    desk.document.querySelector("[data-album]")?.setAttribute("data-album", "ticket_202");
    setText(desk, "#ticket_original_request p", "Text 202");
    setText(desk, ".ticket-subject-heading", "Subject 202");
    await desk.pass(500);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 202: Subject 202 | Text 202");
  });

  it("is not believed about an old subject beside new messages", async () => {
    const desk = openDrawnDesk();
    await desk.pass(5_000);

    moveAddress(desk, "202");
    redrawMessage(desk, "202", "Text 202");
    await desk.pass(1_000);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 202: Subject 202 | Text 202");
  });

  it("takes the subject from the title when the same words stand in the same element", async () => {
    const desk = openDrawnDesk("Order");
    await desk.pass(5_000);

    moveAddress(desk, "202", "Order");
    redrawMessage(desk, "202", "Text 202");
    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("ticket 202: Order | Text 202");
  });

  it("is not believed about old tags and fields while it settles", async () => {
    const desk = openDrawnDesk();
    await desk.pass(5_000);

    moveAddress(desk, "202");
    redrawMessage(desk, "202", "Text 202");
    await desk.pass(1_000);

    expect(desk.reports.at(-1)).toMatchObject({ ticket: { tags: [], fields: {} } });
  });
});

describe("a page that draws the old ticket again under the new address", () => {
  it("is known by its messages' ids", async () => {
    const desk = openDrawnDesk();
    await desk.pass(5_000);

    moveAddress(desk, "202");
    await desk.pass(100);
    drawAgain(desk);
    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("reading 202");
  });

  it("is known by its messages' texts where there are no ids", async () => {
    const desk = openDrawnDesk();
    desk.document.querySelector("[data-album]")?.removeAttribute("data-album");
    await desk.pass(5_000);

    moveAddress(desk, "202");
    await desk.pass(100);
    drawAgain(desk);
    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("reading 202");
  });

  it("is known by its subject where it had no messages yet", async () => {
    const desk = openDrawnDesk();
    const log = desk.document.querySelector(".log");
    const messages = [...(log?.children ?? [])];
    log?.replaceChildren();
    await desk.pass(5_000);

    moveAddress(desk, "202");
    await desk.pass(100);
    log?.replaceChildren(...messages);
    await desk.pass(1_000);

    expect(summary(desk.reports.at(-1))).toBe("reading 202");
  });
});

describe("a page that is ahead of its address", () => {
  it("is not believed to show the old ticket, and is read once the address follows", async () => {
    const desk = openDrawnDesk();
    await desk.pass(5_000);

    redrawMessage(desk, "202", "Text 202");
    setText(desk, ".ticket-subject-heading", "Subject 202");
    await desk.pass(400);
    moveAddress(desk, "202");
    await desk.pass(1_000);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 202: Subject 202 | Text 202");
  });
});

describe("a page whose marks disagree about the ticket", () => {
  it("is believed only after settling", async () => {
    const desk = openDrawnDesk();
    await desk.pass(5_000);
    moveAddress(desk, "202");
    redrawMessage(desk, "202", "Text 202");
    setText(desk, ".breadcrumb__item", "201");

    await desk.pass(2_500);
    const early = summary(desk.reports.at(-1));
    await desk.pass(2_000);
    const late = summary(desk.reports.at(-1));

    expect([early, late]).toEqual(["reading 202", "ticket 202: Subject 202 | Text 202"]);
  });
});

describe("a page that never changes", () => {
  it("stays unread under a new address", async () => {
    const desk = openDrawnDesk();
    await desk.pass(5_000);
    desk.reports.length = 0;

    moveAddress(desk, "202");
    await desk.pass(30_000);

    expect(desk.reports.map(summary)).toEqual(["reading 202", "unreadable 202"]);
  });

  it("stays unread under a new address, even when it was left before it had been read", async () => {
    const desk = openDrawnDesk();

    await desk.pass(10);
    moveAddress(desk, "202");
    await desk.pass(30_000);

    expect(desk.reports.map(summary)).toEqual(["reading 201", "reading 202", "unreadable 202"]);
  });

  it("is believed after settling when an id inside the content is the address's", async () => {
    const desk = openDrawnDesk();
    await desk.pass(5_000);

    desk.document.querySelector("[data-album]")?.setAttribute("data-album", "ticket_202");
    moveAddress(desk, "202");
    await desk.pass(4_000);

    expect(summary(desk.reports.at(-1))).toMatch(/^ticket 202/);
  });
});
