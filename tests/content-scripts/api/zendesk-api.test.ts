import { describe, expect, it } from "vitest";
import { apiReadAnswerSchema } from "../../../lib/page-commands";
import { API_CANARIES } from "../../replicas/api/api-answers";
import { createFakeHelpdeskApi } from "../../replicas/api/fake-helpdesk-api";
import { ask, createToolPage, manySaid, readOnce, said, ticketOf } from "./support";

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, "0")}:00:00Z`;

const THREAD = [
  said({ text: "It restarts at night." }),
  said({ role: "agent", text: "Which light is on?", sentAt: at(9) }),
  said({ role: "note", text: `Old firmware ${API_CANARIES.note}`, sentAt: at(10) }),
  said({ text: "The orange one.", sentAt: at(11) }),
];

const apiOf = (messages = THREAD, options = {}) =>
  createFakeHelpdeskApi({ helpdesk: "zendesk", tickets: [ticketOf(messages)], ...options });

describe.each(["offset", "cursor"] as const)("comments in %s pages", (pages) => {
  it("gives public messages with their roles, oldest first, under the ids of the page", async () => {
    const { ticket } = await readOnce(apiOf(THREAD, { pages }));

    expect(ticket.messages).toEqual([
      { id: "1010001", role: "customer", sentAt: "2026-11-20T08:00:00.000Z", text: "It restarts at night." },
      { id: "1010002", role: "agent", sentAt: "2026-11-20T09:00:00.000Z", text: "Which light is on?" },
      { id: "1010004", role: "customer", sentAt: "2026-11-20T11:00:00.000Z", text: "The orange one." },
    ]);
  });
});

it("tells notes by their ids alone", async () => {
  const answer = await readOnce(apiOf());

  expect(answer.noteIds).toContain("1010003");
  expect(JSON.stringify(answer)).not.toContain(API_CANARIES.note);
});

it("takes what was said in a side conversation for a note", async () => {
  const { ticket, noteIds } = await readOnce(apiOf([said(), said({ role: "agent", drawnAs: "sideConversation" })]));

  expect(ticket.messages).toHaveLength(1);
  expect(noteIds).toContain("1010002");
});

it("gives the ticket's own values", async () => {
  const { updatedAt, ticket } = await readOnce(apiOf());

  expect(updatedAt).toBe("2026-11-20T11:00:00Z");
  expect(ticket).toMatchObject({
    helpdesk: "zendesk",
    id: "101",
    url: "https://acme.zendesk.com/agent/tickets/101",
    subject: "The router restarts",
    tags: ["router"],
    channel: "email",
  });
  expect(ticket.fields).toEqual({
    priority: "high",
    type: "question",
    ticket_form_id: "77",
    brand_id: "88",
    360001: "aurora-3",
  });
});

it("lets no person, address, place or file out of the page", async () => {
  const answer = JSON.stringify(await readOnce(apiOf()));

  expect(Object.values(API_CANARIES).filter((canary) => answer.includes(canary))).toEqual([]);
});

it("asks for the ticket and then for its comments, by GET", async () => {
  const api = apiOf();

  await readOnce(api);

  expect(api.requests.map(({ method, path, query }) => `${method} ${path}${query}`)).toEqual([
    "GET /api/v2/tickets/101.json",
    "GET /api/v2/tickets/101/comments.json?sort_order=desc&include=users",
  ]);
});

it("sends the agent's session to the page's own origin and follows no redirect", async () => {
  const api = apiOf();
  const { page } = createToolPage(api);

  await ask(page, api);

  expect(page.fetch).toHaveBeenCalledWith(
    "https://acme.zendesk.com/api/v2/tickets/101.json",
    expect.objectContaining({
      method: "GET",
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
      headers: { Accept: "application/json" },
    }),
  );
});

it("asks once and answers unchanged when nothing has happened since", async () => {
  const api = apiOf();

  const answer = await ask(createToolPage(api).page, api, { knownUpdatedAt: "2026-11-20T11:00:00Z" });

  expect(answer).toEqual({ outcome: "unchanged" });
  expect(api.requests).toHaveLength(1);
});

it("reads messaging from the conversation log, bots and line breaks included", async () => {
  const chat = [
    said({ role: "bot", text: "Hi, what is it about?", drawnAs: "messaging" }),
    said({ text: "router\nrestarts", drawnAs: "messaging", sentAt: at(9) }),
    said({ role: "note", text: API_CANARIES.note, sentAt: at(10) }),
    said({ role: "agent", text: "I look into it.", drawnAs: "messaging", sentAt: at(11) }),
  ];
  const api = apiOf(chat);

  const answer = await readOnce(api);

  expect(answer.ticket.messages.map(({ role, text }) => [role, text])).toEqual([
    ["bot", "Hi, what is it about?"],
    ["customer", "router\nrestarts"],
    ["agent", "I look into it."],
  ]);
  expect(answer.noteIds).toContain("1010003");
  expect(JSON.stringify(answer)).not.toContain(API_CANARIES.note);
  expect(api.requests.map(({ path }) => path).at(-1)).toBe("/api/v2/tickets/101/conversation_log");
});

it("keeps the newest messages, each within its limit", async () => {
  const many = Array.from({ length: 120 }, (_, index) =>
    said({
      text: `Message ${index} ${"x".repeat(30_000)}`,
      sentAt: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString(),
    }),
  );

  const { ticket } = await readOnce(apiOf(many));

  expect(ticket.messages).toHaveLength(100);
  expect(ticket.messages.at(-1)?.text.slice(0, 11)).toBe("Message 119");
  expect(Math.max(...ticket.messages.map(({ text }) => text.length))).toBe(20_000);
});

it("answers what the background accepts", async () => {
  const api = apiOf();

  const answer = await ask(createToolPage(api).page, api);

  expect(apiReadAnswerSchema.parse(answer)).toEqual(answer);
});

it("ignores fields of the wrong type instead of failing", async () => {
  const api = apiOf();
  const { page } = createToolPage(api);
  const odd = {
    ticket: {
      id: 101,
      subject: 7,
      tags: "router",
      via: "mail",
      custom_fields: [3, { id: {}, value: [] }],
      priority: {},
    },
    comments: [null, "x", { id: "a", public: "yes", html_body: 5 }, { public: true, html_body: "<p>Read me</p>" }],
    users: { 9: "end-user" },
  };
  page.fetch = () => Promise.resolve(Response.json(odd));

  const answer = await ask(page, api);

  expect(answer).toMatchObject({
    outcome: "answered",
    answer: {
      updatedAt: null,
      noteIds: ["a"],
      ticket: {
        subject: "",
        tags: [],
        fields: {},
        channel: null,
        messages: [{ id: null, role: "agent", sentAt: null, text: "Read me" }],
      },
    },
  });
});

describe("whether the answer is the whole ticket", () => {
  const chat = (count: number) => manySaid(count, { drawnAs: "messaging" });

  it.each([
    ["comments in offset pages", (count: number) => apiOf(manySaid(count), { pages: "offset" })],
    ["comments in cursor pages", (count: number) => apiOf(manySaid(count), { pages: "cursor" })],
    ["a conversation log", (count: number) => apiOf(chat(count))],
  ])("is told by %s, without a third request", async (_name, create) => {
    const [full, over] = [create(100), create(101)];

    const answers = [await readOnce(full), await readOnce(over)];

    expect(answers.map(({ isComplete }) => isComplete)).toEqual([true, false]);
    expect(over.requests).toHaveLength(2);
  });

  it("is denied when more comments are counted than came", async () => {
    const api = apiOf();
    const { page } = createToolPage(api);
    const { fetch } = page;
    page.fetch = (url, init) =>
      url.includes("comments")
        ? Promise.resolve(Response.json({ comments: [], users: [], count: 3 }))
        : fetch(url, init);

    const answer = await ask(page, api);

    expect(answer).toMatchObject({ outcome: "answered", answer: { isComplete: false } });
  });
});
