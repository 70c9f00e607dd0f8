import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { systemClock } from "../../content-scripts/clock";
import { createPageTools } from "../../content-scripts/page-tools";
import type { StoredUpdate } from "../../content-scripts/update/update-adapter";
import type { PageReadingUpdate } from "../../lib/contract/page-reader";
import { DRAWN_AT_ONCE, renderDesk } from "../replicas/desk";
import { makeTicket } from "./living-desk";

const TICKET = "https://acme.zendesk.com/agent/tickets/301";

/** Tools in the page of a ticket, with this update in storage. */
function openTools(reading: PageReadingUpdate, isUnfinished = false) {
  const html = renderDesk({
    helpdesk: "zendesk",
    tickets: [makeTicket("301")],
    openTicketId: "301",
    delaysMs: DRAWN_AT_ONCE,
  });
  const { window } = new JSDOM(html, { url: TICKET, runScripts: "dangerously" });
  const update = { helpdesk: "zendesk" as const, version: 4, updatedAt: "2026-11-02T08:00:00Z", reading };
  const stored: StoredUpdate = { update, isUnfinished };
  return createPageTools({
    document: window.document,
    getUrl: () => new URL(TICKET),
    clock: systemClock,
    fetch: () => Promise.reject(new Error("asked for nothing")),
    memory: { last: null },
    readUpdate: async () => stored,
  });
}

const diagnoseWith = async (...stored: Parameters<typeof openTools>) =>
  (await openTools(...stored).diagnose({ helpdesk: "zendesk" })).update;

it("diagnoses an update in use", async () => {
  expect(await diagnoseWith({ untrusted: [".new-body"] })).toEqual({ version: 4, state: "used", problem: null });
});

it("diagnoses an update by which a page came to no end", async () => {
  expect(await diagnoseWith({ untrusted: [".new-body"] }, true)).toEqual({
    version: 4,
    state: "refused",
    problem: "Reading a page by it did not finish.",
  });
});

it("diagnoses an update by which readings break off", async () => {
  const breaking = { messages: { exclude: [7] } } as unknown as PageReadingUpdate;

  expect(await diagnoseWith(breaking)).toEqual({
    version: 4,
    state: "refused",
    problem: "Reading this page by it breaks off (SyntaxError).",
  });
});
