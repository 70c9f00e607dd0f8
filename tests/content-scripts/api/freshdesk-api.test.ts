import { expect, it } from "vitest";
import { apiReadAnswerSchema } from "../../../lib/page-commands";
import { API_CANARIES } from "../../replicas/api/api-answers";
import { createFakeHelpdeskApi } from "../../replicas/api/fake-helpdesk-api";
import { ask, createToolPage, manySaid, readOnce, said, ticketOf } from "./support";

const THREAD = [
  said({ text: "It restarts at night." }),
  said({ role: "agent", text: "Which light is on?", sentAt: "2026-11-20T09:00:00Z" }),
  said({ role: "note", text: `Old firmware ${API_CANARIES.note}`, sentAt: "2026-11-20T10:00:00Z" }),
  said({ text: "The orange one.", sentAt: "2026-11-20T11:00:00Z" }),
];

const apiOf = (messages = THREAD) => createFakeHelpdeskApi({ helpdesk: "freshdesk", tickets: [ticketOf(messages)] });

it("gives the description first, then the conversations, under the ids of the page", async () => {
  const { ticket } = await readOnce(apiOf());

  expect(ticket.messages).toEqual([
    { id: "ticket_101", role: "customer", sentAt: "2026-11-20T08:00:00.000Z", text: "It restarts at night." },
    { id: "note_1010001", role: "agent", sentAt: "2026-11-20T09:00:00.000Z", text: "Which light is on?" },
    { id: "note_1010003", role: "customer", sentAt: "2026-11-20T11:00:00.000Z", text: "The orange one." },
  ]);
});

it("tells notes by their ids alone", async () => {
  const answer = await readOnce(apiOf());

  expect(answer.noteIds).toEqual(["note_1010002", "1010002"]);
  expect(JSON.stringify(answer)).not.toContain(API_CANARIES.note);
});

it("takes a private message for a note whoever wrote it", async () => {
  const { ticket, noteIds } = await readOnce(apiOf([said(), said({ text: "From outside", drawnAs: "outsider" })]));

  expect(ticket.messages).toHaveLength(1);
  expect(noteIds).toContain("1010001");
});

it("gives the ticket's own values", async () => {
  const { updatedAt, ticket } = await readOnce(apiOf());

  expect(updatedAt).toBe("2026-11-20T11:00:00Z");
  expect(ticket).toMatchObject({ url: "https://acme.freshdesk.com/a/tickets/101", channel: "email", tags: ["router"] });
  expect(ticket.fields).toEqual({ priority: "high", type: "Question", product_id: "88", cf_product: "Aurora 3" });
});

it("lets no person, address or file out of the page", async () => {
  const answer = JSON.stringify(await readOnce(apiOf()));

  expect(Object.values(API_CANARIES).filter((canary) => answer.includes(canary))).toEqual([]);
});

it("asks for the ticket and then for its conversations, by GET", async () => {
  const api = apiOf();

  await readOnce(api);

  expect(api.requests.map(({ method, path, query }) => `${method} ${path}${query}`)).toEqual([
    "GET /api/v2/tickets/101",
    "GET /api/v2/tickets/101/conversations?per_page=100",
  ]);
});

it("drops a conversation that names another ticket", async () => {
  const api = apiOf([said(), said({ text: "Mine" })]);
  const { page } = createToolPage(api);
  const { fetch } = page;
  page.fetch = async (url, init) =>
    url.includes("/conversations")
      ? Response.json([{ id: 1, ticket_id: 202, incoming: true, private: false, body: "<p>Not mine</p>" }])
      : fetch(url, init);

  const answer = await ask(page, api);

  expect(JSON.stringify(answer)).not.toContain("Not mine");
});

it("leaves the private API alone when the documented one is busy", async () => {
  const api = apiOf();
  api.mode = "busyV2";

  const answer = await ask(createToolPage(api).page, api);

  expect(answer).toEqual({ outcome: "refused", status: 429, retryAfterMs: 90_000 });
  expect(api.requests.map(({ path }) => path)).toEqual(["/api/v2/tickets/101"]);
});

it("answers what the background accepts", async () => {
  const api = apiOf();

  const answer = await ask(createToolPage(api).page, api);

  expect(apiReadAnswerSchema.parse(answer)).toEqual(answer);
});

it("is the whole ticket when the conversations do not fill a page", async () => {
  const { ticket, isComplete } = await readOnce(apiOf(manySaid(100)));

  expect([ticket.messages.length, isComplete]).toEqual([100, true]);
});

it("is not known to be the whole ticket when the conversations fill a page, notes counted", async () => {
  const api = apiOf([...manySaid(80), ...manySaid(40, { role: "note" })]);

  const { isComplete } = await readOnce(api);

  expect(isComplete).toBe(false);
  expect(api.requests).toHaveLength(2);
});
