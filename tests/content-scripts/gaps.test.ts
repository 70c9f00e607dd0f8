import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PageReport } from "../../lib/ticket";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import { makeMessage, makeTicket, openDesk, summary } from "./living-desk";

const delaysMs = DRAWN_AT_ONCE;

const gapsOf = (reports: PageReport[]) => reports.flatMap((report) => (report.state === "ticket" ? [report.gaps] : []));

const manyMessages = () =>
  Array.from({ length: 4 }, (_, index) =>
    makeMessage({ text: `No ${index + 1}`, sentAt: `2026-09-0${index + 1}T08:00:00Z` }),
  );

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the gap of messages", () => {
  it.each(["zendesk", "freshdesk"] as const)(
    "is told on %s once they had their time and never came",
    async (helpdesk) => {
      const tickets = [makeTicket("301")];
      const desk = openDesk({ helpdesk, tickets, delaysMs: { ...delaysMs, messages: "never" } }, "tickets/301");

      await desk.pass(19_000);
      const early = gapsOf(desk.reports);
      await desk.pass(2_000);

      expect(early).toEqual([[]]);
      expect(gapsOf(desk.reports)).toEqual([[], ["messages"]]);
    },
  );

  it("goes when they come after all", async () => {
    const tickets = [makeTicket("301")];
    const desk = openDesk({ helpdesk: "zendesk", tickets, delaysMs: { ...delaysMs, messages: 25_000 } }, "tickets/301");

    await desk.pass(26_000);

    expect(gapsOf(desk.reports)).toEqual([[], ["messages"], []]);
    expect(summary(desk.reports.at(-1))).toBe("ticket 301: Subject 301 | Text 301");
  });
});

describe("the gap of older messages", () => {
  it.each([
    ["zendesk", '[data-test-id="convolog-show-more-button"]'],
    ["freshdesk", '[data-test-button="load-more"]'],
  ] as const)("is told on %s until they have been asked for", async (helpdesk, button) => {
    const ticket = makeTicket("301", { messages: manyMessages() });
    const desk = openDesk({ helpdesk, tickets: [ticket], delaysMs, newestShown: 2 }, "tickets/301");
    await desk.pass(1_000);

    desk.document.querySelector<HTMLElement>(button)?.click();
    await desk.pass(1_000);

    expect([gapsOf(desk.reports).at(0), gapsOf(desk.reports).at(-1)]).toEqual([["older"], []]);
  });

  it.each(["zendesk", "freshdesk"] as const)("is not told on %s where all is drawn", async (helpdesk) => {
    const ticket = makeTicket("301", { messages: manyMessages() });
    const desk = openDesk({ helpdesk, tickets: [ticket], delaysMs }, "tickets/301");

    await desk.pass(1_000);

    expect(gapsOf(desk.reports)).toEqual([[]]);
  });

  it("is told where the messages are in a shadow root", async () => {
    const ticket = makeTicket("301", { messages: manyMessages() });
    const desk = openDesk(
      { helpdesk: "freshdesk", tickets: [ticket], delaysMs, newestShown: 2, messagesIn: "shadow" },
      "tickets/301",
    );

    await desk.pass(1_000);

    expect(gapsOf(desk.reports).at(-1)).toEqual(["older"]);
  });

  it("goes when the button is hidden", async () => {
    const ticket = makeTicket("301", { messages: manyMessages() });
    const desk = openDesk({ helpdesk: "zendesk", tickets: [ticket], delaysMs, newestShown: 2 }, "tickets/301");
    await desk.pass(20_000);

    const button = desk.document.querySelector('[data-test-id="convolog-show-more-button"]');
    button?.setAttribute("style", "display: none");
    await desk.pass(500);

    expect([gapsOf(desk.reports).at(0), gapsOf(desk.reports).at(-1)]).toEqual([["older"], []]);
  });

  it("is not told of the toggle of a hidden quote", async () => {
    const html = '<p>Mine.</p><button data-test-id="enable-disable-quoted-btn">…</button>';
    const ticket = makeTicket("301", { messages: [makeMessage({ html })] });
    const desk = openDesk({ helpdesk: "freshdesk", tickets: [ticket], delaysMs }, "tickets/301");

    await desk.pass(1_000);

    expect(gapsOf(desk.reports)).toEqual([[]]);
  });
});

describe("the gap of unclear roles", () => {
  it("is told while a note is not marked yet, and goes with the mark", async () => {
    const desk = openDesk(
      { helpdesk: "zendesk", tickets: [makeTicket("301")], delaysMs: { ...delaysMs, noteType: 500 } },
      "tickets/301",
      false,
    );
    await desk.pass(20_000);
    desk.reports.length = 0;

    desk.replica.addMessage("301", makeMessage({ role: "note", text: "Secret" }));
    await desk.pass(2_000);

    expect(gapsOf(desk.reports)).toEqual([["roles"], []]);
    expect(JSON.stringify(desk.reports)).not.toContain("Secret");
  });

  it("is told of an answer without any mark, which is withheld", async () => {
    const messages = [makeMessage(), makeMessage({ role: "bot", text: "Which number?" })];
    const desk = openDesk(
      { helpdesk: "freshdesk", tickets: [makeTicket("301", { messages })], delaysMs },
      "tickets/301",
      false,
    );

    await desk.pass(1_000);

    expect(desk.reports.at(-1)).toMatchObject({ gaps: ["roles"], ticket: { messages: [{ text: "Hello" }] } });
  });
});

describe("what is missing", () => {
  it("names messages and body while they are not drawn, and nothing once they are", async () => {
    const desk = openDesk(
      { helpdesk: "zendesk", tickets: [makeTicket("301")], delaysMs: { ...delaysMs, messages: 800 } },
      "tickets/301",
    );

    await desk.pass(2_000);

    expect(desk.reports.slice(1)).toMatchObject([{ missing: ["messages", "body"] }, { missing: [] }]);
  });

  it("names the body when no strategy reads it", async () => {
    const desk = openDesk({ helpdesk: "zendesk", tickets: [makeTicket("301")], delaysMs }, "tickets/301");
    desk.document.querySelector('[data-test-id="omni-log-message-content"]')?.replaceWith("Text without a body");

    await desk.pass(1_000);

    expect(desk.reports.at(-1)).toMatchObject({
      state: "ticket",
      missing: ["body"],
      readBy: { messages: "comment-item" },
    });
  });
});

describe("a message that changes in place", () => {
  it("is read again, as after a translation", async () => {
    const desk = openDesk({ helpdesk: "zendesk", tickets: [makeTicket("301")], delaysMs }, "tickets/301");
    await desk.pass(20_000);

    const words = desk.document.querySelector(".zd-comment p")?.firstChild;
    if (words) words.nodeValue = "Translated 301";
    await desk.pass(500);

    expect(summary(desk.reports.at(-1))).toBe("ticket 301: Subject 301 | Translated 301");
  });
});
