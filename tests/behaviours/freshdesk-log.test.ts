/** Freshdesk draws the newest conversations only, adds new ones, and draws all again as it likes. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeMessage, makeTicket, summary } from "../content-scripts/living-desk";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { lastTexts, openReplica } from "./replica-desk";

const helpdesk = "freshdesk";
const delaysMs = { ...DRAWN_AT_ONCE, loadMore: 300 };
const LOAD_MORE = 'button[data-test-button="load-more"]';

const numbered = (count: number) =>
  makeTicket("201", {
    messages: Array.from({ length: count }, (_, index) => makeMessage({ text: `No ${index + 1}` })),
  });
const texts = (...numbers: number[]) => numbers.map((number) => `No ${number}`);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a conversation behind load more", () => {
  it("is read step by step, after the description and in order", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(7)], delaysMs, newestShown: 2 }, "tickets/201");
    await desk.pass(20_000);

    const steps = [lastTexts(desk)];
    for (let step = 0; step < 2; step += 1) {
      desk.click(LOAD_MORE);
      await desk.pass(600);
      steps.push(lastTexts(desk));
    }

    expect(steps).toEqual([texts(1, 6, 7), texts(1, 4, 5, 6, 7), texts(1, 2, 3, 4, 5, 6, 7)]);
    expect(desk.document.querySelector(LOAD_MORE)).toBeNull();
  });

  it("keeps the ticket as it was while it is loading", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(7)], delaysMs, newestShown: 2 }, "tickets/201");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.click(LOAD_MORE);
    await desk.pass(250);

    expect(desk.document.querySelector(`${LOAD_MORE}.pending`)).not.toBeNull();
    expect(desk.reports).toEqual([]);
  });

  it("is told as a gap until all of it has been read", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(4)], delaysMs, newestShown: 2 }, "tickets/201");
    await desk.pass(20_000);
    const before = desk.reports.at(-1);

    desk.click(LOAD_MORE);
    await desk.pass(600);

    expect(before).toMatchObject({ gaps: ["older"] });
    expect(desk.reports.at(-1)).toMatchObject({ gaps: [] });
  });
});

describe("a new message on the open ticket", () => {
  it("of a customer is added", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(2)], delaysMs }, "tickets/201");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.replica.addMessage("201", makeMessage({ text: "No 3" }));
    await desk.pass(200);

    expect(desk.reports.map(summary)).toEqual(["ticket 201: Subject 201 | No 1 / No 2 / No 3"]);
  });

  it("of the agent has the whole list drawn again, and is reported once", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(2)], delaysMs }, "tickets/201");
    await desk.pass(20_000);
    desk.reports.length = 0;
    const before = desk.document.querySelector(".ticket-details__item");

    desk.replica.addMessage("201", makeMessage({ role: "agent", text: "No 3" }));
    await desk.pass(1_000);

    expect(before?.isConnected).toBe(false);
    expect(desk.reports.map(summary)).toEqual(["ticket 201: Subject 201 | No 1 / No 2 / No 3"]);
  });

  it("on another ticket is not reported", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(2), makeTicket("202")], delaysMs }, "tickets/201");
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.replica.addMessage("202", makeMessage({ text: "More of 202" }));
    await desk.pass(1_000);

    expect(desk.reports).toEqual([]);
  });
});

describe("a page that draws conversations again when somebody adds to them", () => {
  it("is not provoked by the reader", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(3)], delaysMs }, "tickets/201");
    const drawn = [...desk.document.querySelectorAll(".ticket-details__item")];

    await desk.pass(20_000);

    expect(drawn.filter(({ isConnected }) => !isConnected)).toEqual([]);
  });

  it("is read as before once another extension's addition has been thrown away", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(3)], delaysMs }, "tickets/201");
    await desk.pass(20_000);
    desk.reports.length = 0;

    const button = desk.document.createElement("button");
    button.textContent = "Start timer";
    desk.document.querySelector(".ticket_note")?.append(button);
    await desk.pass(1_000);

    expect(button.isConnected).toBe(false);
    expect(desk.reports).toEqual([]);
  });
});

describe("a message that is translated in its place", () => {
  it("is read again", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(2)], delaysMs }, "tickets/201");
    await desk.pass(20_000);

    desk.replica.translateMessage("201", 1, "Number two");
    await desk.pass(500);

    expect(lastTexts(desk)).toEqual(["No 1", "Number two"]);
  });
});

describe("messages in a shadow root", () => {
  it("are read when none stand in the page itself", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(2)], delaysMs, messagesIn: "shadow" }, "tickets/201");

    await desk.pass(1_000);

    expect(desk.document.querySelector('[data-test-id="conversation-wrapper"]')).toBeNull();
    expect(lastTexts(desk)).toEqual(texts(1, 2));
  });

  it("are followed there when new ones arrive", async () => {
    const desk = openReplica({ helpdesk, tickets: [numbered(2)], delaysMs, messagesIn: "shadow" }, "tickets/201");
    await desk.pass(20_000);

    desk.replica.addMessage("201", makeMessage({ text: "No 3" }));
    await desk.pass(500);

    expect(lastTexts(desk)).toEqual(texts(1, 2, 3));
  });
});
