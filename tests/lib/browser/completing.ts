/** Tickets that their pages show in part, and a helpdesk that answers as a test wishes. */
import { vi } from "vitest";
import { createTicketCompleter } from "../../../lib/browser/complete-ticket";
import { keepReport, readTabPage } from "../../../lib/browser/tab-pages";
import type { ApiReadAnswer, ApiReadRequest } from "../../../lib/page-commands";
import type { PageReport, Ticket } from "../../../lib/ticket";
import { message, ticket } from "../builders";

export const TAB = 7;
export const PAGE = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";
export const HOST = "acme.zendesk.com";
export const MINUTE_MS = 60_000;

export const urlOf = (id: string, host = HOST) => `https://${host}/agent/tickets/${id}`;

export function partOf(id: string, host = HOST): PageReport {
  const own = ticket({ id, url: urlOf(id, host), messages: [{ ...message(`new ${id}`), id: `${id}-2` }] });
  return { state: "ticket", helpdesk: "zendesk", ticket: own, readBy: {}, missing: [], gaps: ["older"] };
}

export function whole(id: string, overrides: Partial<Ticket> = {}): ApiReadAnswer {
  const messages = [`old ${id}`, `new ${id}`].map((text, at) => ({ ...message(text), id: `${id}-${at + 1}` }));
  const told = ticket({ id, url: urlOf(id), messages, ...overrides });
  return { outcome: "answered", answer: { updatedAt: `state of ${id}`, ticket: told, noteIds: [], isComplete: true } };
}

export const refused = (status: number | null, retryAfterMs: number | null = null): ApiReadAnswer => ({
  ...{ outcome: "refused", status, retryAfterMs },
});

/** A completer whose pages answer with the whole ticket unless told otherwise; one for all restarts of a background. */
export function start(answer: (request: ApiReadRequest) => unknown = ({ ticketId }) => whole(ticketId)) {
  const clock = { nowMs: 1_000_000_000_000 };
  const setting = { isAllowed: true };
  const readByApi = vi.fn(async (_tabId: number, request: ApiReadRequest) => answer(request));
  const create = () =>
    createTicketCompleter({
      isAllowed: () => Promise.resolve(setting.isAllowed),
      readByApi: (tabId, request) => readByApi(tabId, request),
      nowMs: () => clock.nowMs,
    });
  return { clock, setting, readByApi, create, complete: create() };
}

/** What a page says, as the background hears it. */
export function tell(report: PageReport, tabId = TAB, host = HOST) {
  const id = report.state === "ticket" ? report.ticket.id : "";
  return keepReport({ type: "ticketChanged", pageId: PAGE, report }, tabId, urlOf(id, host));
}

export const none: PageReport = { state: "none", helpdesk: "zendesk" };

export async function textsIn(tabId = TAB) {
  const report = await readTabPage(tabId);
  return report?.state === "ticket" ? report.ticket.messages.map(({ text }) => text) : report?.state;
}
