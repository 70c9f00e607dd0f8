import { describe, expect, it } from "vitest";
import { mergeTicket } from "../../../lib/browser/merge-ticket";
import type { ApiTicket } from "../../../lib/page-commands";
import type { PageReport, Ticket, TicketMessage } from "../../../lib/ticket";
import { ticket } from "../builders";

const at = (minute: number) => `2026-11-20T08:${String(minute).padStart(2, "0")}:00.000Z`;

const said = (id: string | null, text: string, overrides: Partial<TicketMessage> = {}): TicketMessage => ({
  ...{ id, role: "customer", sentAt: null, text },
  ...overrides,
});

type TicketReport = Extract<PageReport, { state: "ticket" }>;

function pageWith(own: Partial<Ticket>, overrides: Partial<TicketReport> = {}): TicketReport {
  const readBy = { subject: "omni-header", messages: "comment-item", role: "type" };
  return {
    ...{ state: "ticket", helpdesk: "zendesk", ticket: ticket(own), readBy, missing: [], gaps: ["older"] },
    ...overrides,
  };
}

const apiWith = (told: Partial<Ticket>, overrides: Partial<ApiTicket> = {}): ApiTicket => ({
  ...{ updatedAt: at(0), ticket: ticket(told), noteIds: [], isComplete: true },
  ...overrides,
});

function mergedTicket(report: PageReport, api: ApiTicket | null): Ticket {
  const merged = mergeTicket(report, api);
  if (merged.state !== "ticket") throw new Error(`state ${merged.state}`);
  return merged.ticket;
}

const textsOf = ({ messages }: Ticket) => messages.map(({ text }) => text);

describe("messages", () => {
  it("puts older messages of the API before those of the page, each once", () => {
    const page = pageWith({ messages: [said("3", "third"), said("4", "fourth")] });
    const api = apiWith({ messages: ["first", "second", "third", "fourth"].map((text, i) => said(`${i + 1}`, text)) });

    const merged = mergedTicket(page, api);

    expect(textsOf(merged)).toEqual(["first", "second", "third", "fourth"]);
  });

  it.each([
    ["zendesk", "comment-77", "77"],
    ["freshdesk", "77", "note_77"],
    ["freshdesk", "note_77", "77"],
    ["freshdesk", "ticket_9001", "ticket_101"],
  ] as const)("knows on %s that %s and %s are one message", (helpdesk, own, told) => {
    const page = pageWith({ helpdesk, messages: [said(own, "in the page's words")] }, { helpdesk });
    const api = apiWith({ helpdesk, messages: [said(told, "in the words of the API")] });

    const merged = mergedTicket(page, api);

    expect(textsOf(merged)).toEqual(["in the page's words"]);
  });

  it("knows a message without id by its text, whatever the white space", () => {
    const page = pageWith({ messages: [said(null, "it  restarts\nat night")] });
    const api = apiWith({ messages: [said("1", "hello"), said("2", "it restarts at night")] });

    const merged = mergedTicket(page, api);

    expect(merged.messages).toHaveLength(2);
    expect(merged.messages[1]?.id).toBe("2");
  });

  it("keeps two messages of the same words that were sent at different times", () => {
    const page = pageWith({ messages: [said(null, "any news?", { sentAt: at(30) })] });
    const api = apiWith({ messages: [said("1", "any news?", { sentAt: at(10) })] });

    const merged = mergedTicket(page, api);

    expect(merged.messages.map(({ sentAt }) => sentAt)).toEqual([at(10), at(30)]);
  });

  it("keeps a message that came after the API was asked, as the newest", () => {
    const page = pageWith({ messages: [said("2", "second"), said("3", "just arrived")] });
    const api = apiWith({ messages: [said("1", "first"), said("2", "second")] });

    const merged = mergedTicket(page, api);

    expect(textsOf(merged)).toEqual(["first", "second", "just arrived"]);
  });

  it("puts messages that only the page has last when the API knows none of the page's", () => {
    const page = pageWith({ messages: [said("8", "new"), said("9", "newer")] });
    const api = apiWith({ messages: [said("1", "first")] });

    const merged = mergedTicket(page, api);

    expect(textsOf(merged)).toEqual(["first", "new", "newer"]);
  });

  it("puts a message that only the page has before its neighbour below", () => {
    const page = pageWith({ messages: [said("x", "only here"), said("2", "second")] });
    const api = apiWith({ messages: [said("1", "first"), said("2", "second")] });

    const merged = mergedTicket(page, api);

    expect(textsOf(merged)).toEqual(["first", "only here", "second"]);
  });

  it("orders by time where every message has one", () => {
    const page = pageWith({ messages: [said("9", "page", { sentAt: at(20) })] });
    const api = apiWith({ messages: [said("1", "late", { sentAt: at(40) }), said("2", "early", { sentAt: at(10) })] });

    const merged = mergedTicket(page, api);

    expect(textsOf(merged)).toEqual(["early", "page", "late"]);
  });

  it("gives the page's message the time it lacks", () => {
    const page = pageWith({ messages: [said("1", "first")] });
    const api = apiWith({ messages: [said("1", "first", { sentAt: at(5) })] });

    const merged = mergedTicket(page, api);

    expect(merged.messages).toEqual([said("1", "first", { sentAt: at(5) })]);
  });

  it("keeps no more messages than a ticket may have, the newest ones", () => {
    const page = pageWith({ messages: [said("300", "newest")] });
    const api = apiWith({ messages: Array.from({ length: 200 }, (_, index) => said(`${index}`, `number ${index}`)) });

    const merged = mergedTicket(page, api);

    expect(merged.messages).toHaveLength(200);
    expect(merged.messages.at(-1)?.text).toBe("newest");
  });
});

describe("who wrote it", () => {
  it("drops a message of the page that is a note by the API's word, also from a complete report", () => {
    const page = pageWith({ messages: [said("1", "hello"), said("2", "between us")] }, { gaps: [] });

    const merged = mergedTicket(page, apiWith({ messages: [] }, { noteIds: ["2"] }));

    expect(textsOf(merged)).toEqual(["hello"]);
  });

  it("knows a note by its id in the page's form", () => {
    const page = pageWith({ messages: [said("note_77", "between us")] }, { gaps: [] });

    const merged = mergedTicket(page, apiWith({ messages: [] }, { noteIds: ["77"] }));

    expect(textsOf(merged)).toEqual([]);
  });

  it("keeps what the page itself reports as a note", () => {
    const page = pageWith({ messages: [said("2", "between us", { role: "note" })] });

    const merged = mergedTicket(page, apiWith({ messages: [] }, { noteIds: ["2"] }));

    expect(textsOf(merged)).toEqual(["between us"]);
  });

  it("believes the API about customer and agent", () => {
    const page = pageWith({ messages: [said("1", "we look into it")] });

    const merged = mergedTicket(page, apiWith({ messages: [said("1", "we look into it", { role: "agent" })] }));

    expect(merged.messages[0]?.role).toBe("agent");
  });

  it("believes the page about bots", () => {
    const page = pageWith({ messages: [said("1", "beep", { role: "bot" })] });

    const merged = mergedTicket(page, apiWith({ messages: [said("1", "beep", { role: "agent" })] }));

    expect(merged.messages[0]?.role).toBe("bot");
  });
});

describe("what the report says of itself", () => {
  it("names the API for what came from it, and has no gaps and nothing missing any more", () => {
    const page = pageWith({ subject: "Router", messages: [] }, { missing: ["messages", "body"], gaps: ["roles"] });
    const api = apiWith({ messages: [said("1", "first")], tags: ["router"], channel: "email" });

    const merged = mergeTicket(page, api);

    expect(merged).toMatchObject({
      missing: [],
      gaps: [],
      readBy: { subject: "omni-header", messages: "api", role: "api", tags: "api", channel: "api" },
    });
  });

  it("names the page's strategies where the API added nothing", () => {
    const page = pageWith({ messages: [said("1", "first")] });

    const merged = mergeTicket(page, apiWith({ messages: [said("1", "first")] }));

    expect(merged).toMatchObject({ gaps: [], readBy: { messages: "comment-item", role: "api" } });
  });

  it("keeps the gaps when the API has no messages", () => {
    const page = pageWith({ messages: [said("1", "first")] });

    expect(mergeTicket(page, apiWith({ messages: [] }))).toEqual(page);
  });

  it("takes subject, tags and channel from the page where it has them, and joins the fields", () => {
    const own = { subject: "Page", tags: ["mine"], channel: "Email", fields: { priority: "Hoch" } };
    const told = { subject: "API", tags: ["theirs"], channel: "web", fields: { priority: "high", brand_id: "8" } };

    const merged = mergedTicket(pageWith(own), apiWith({ ...told, messages: [said("1", "first")] }));

    expect(merged).toMatchObject({ ...own, fields: { priority: "Hoch", brand_id: "8" } });
  });
});

describe("an answer that is not the whole ticket", () => {
  const partOf = (...messages: TicketMessage[]) => apiWith({ messages }, { isComplete: false });

  it("leaves the gap of older messages, and adds what it has", () => {
    const page = pageWith({ messages: [said("150", "newest")] });

    const merged = mergeTicket(page, partOf(said("1", "oldest"), said("2", "second")));

    expect(merged).toMatchObject({
      gaps: ["older"],
      ticket: { messages: [{ text: "oldest" }, {}, { text: "newest" }] },
    });
  });

  it("leaves the gap of withheld messages, which may not be among those it has", () => {
    const page = pageWith({ messages: [said("150", "newest")] }, { gaps: ["roles"] });

    expect(mergeTicket(page, partOf(said("1", "oldest")))).toMatchObject({ gaps: ["roles"] });
  });

  it("makes of messages that never came older ones that are missing", () => {
    const page = pageWith({ messages: [] }, { gaps: ["messages"] });

    expect(mergeTicket(page, partOf(said("1", "first")))).toMatchObject({ gaps: ["older"] });
  });

  it("has the gap of older messages when the page could not be read at all", () => {
    const page: PageReport = {
      ...{ state: "unreadable", helpdesk: "zendesk", ticketId: "101" },
      ...{ missing: ["ticket"], readBy: {} },
    };

    expect(mergeTicket(page, partOf(said("1", "first")))).toMatchObject({ state: "ticket", gaps: ["older"] });
  });
});

describe("reports without a ticket", () => {
  const unreadable: PageReport = {
    ...{ state: "unreadable", helpdesk: "zendesk", ticketId: "101" },
    ...{ missing: ["ticket"], readBy: {} },
  };

  it("makes a ticket of an unreadable page", () => {
    const api = apiWith({ subject: "Router", messages: [said("1", "first")] });

    const merged = mergeTicket(unreadable, api);

    expect(merged).toEqual({
      ...{ state: "ticket", helpdesk: "zendesk", ticket: api.ticket, missing: [], gaps: [] },
      readBy: {
        ...{ ticket: "api", subject: "api", messages: "api", body: "api", role: "api", messageId: "api" },
        ...{ sentAt: null, tags: null, fields: null, channel: null },
      },
    });
  });

  it("leaves a page unreadable when the API says nothing either", () => {
    expect(mergeTicket(unreadable, apiWith({ subject: "", messages: [] }))).toBe(unreadable);
  });

  it.each<PageReport>([
    { state: "none", helpdesk: "zendesk" },
    { state: "reading", helpdesk: "zendesk", ticketId: "101" },
  ])("changes nothing in the state $state", (report) => {
    expect(mergeTicket(report, apiWith({ subject: "first" }))).toBe(report);
  });
});

it.each([
  ["another ticket", { id: "202" }],
  ["another helpdesk", { helpdesk: "freshdesk" }],
] as const)("never merges an answer about %s", (_name, other) => {
  const page = pageWith({ messages: [said("1", "mine")] });

  expect(mergeTicket(page, apiWith({ ...other, messages: [said("9", "not mine")] }, { noteIds: ["1"] }))).toBe(page);
});

it("changes nothing without an answer", () => {
  const page = pageWith({ subject: "mine" });

  expect(mergeTicket(page, null)).toBe(page);
});
