import { JSDOM } from "jsdom";
import { vi } from "vitest";
import { ADAPTERS } from "../../../content-scripts/adapters";
import { readByApi } from "../../../content-scripts/api/read-by-api";
import type { ToolPage } from "../../../content-scripts/page-tools";
import type { ApiReadAnswer, ApiReadRequest, ApiTicket } from "../../../lib/page-commands";
import type { FakeHelpdeskApi } from "../../replicas/api/fake-helpdesk-api";
import type { DeskOptions, ReplicaMessage, ReplicaTicket } from "../../replicas/desk";

const TICKET_PATHS: Record<DeskOptions["helpdesk"], string> = { zendesk: "/agent/tickets/", freshdesk: "/a/tickets/" };

/** The address of a ticket's page. */
export const ticketUrl = (api: FakeHelpdeskApi, id: string) =>
  new URL(`https://${api.host}${TICKET_PATHS[api.helpdesk]}${id}`);

/** A page at a ticket's address, with an API behind it. Time passes only when a test says so. */
export function createToolPage(api: FakeHelpdeskApi, openTicketId = "101") {
  let url = ticketUrl(api, openTicketId);
  const { document } = new JSDOM("<!doctype html><body></body>", { url: url.href }).window;
  const timers = new Set<{ delayMs: number; run: () => void }>();
  const page: ToolPage = {
    document,
    getUrl: () => url,
    clock: {
      nowMs: () => 0,
      after(delayMs, run) {
        const timer = { delayMs, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
    fetch: vi.fn(api.fetch),
    memory: { last: null },
    readUpdate: () => Promise.resolve(null),
  };
  return {
    page,
    timers,
    moveTo: (id: string) => {
      url = ticketUrl(api, id);
    },
    passTo: (ms: number) => {
      for (const { delayMs, run } of timers) if (delayMs <= ms) run();
    },
  };
}

/** Reads ticket 101, unless told otherwise. */
export function ask(page: ToolPage, api: FakeHelpdeskApi, request: Partial<ApiReadRequest> = {}) {
  const { helpdesk } = api;
  const updated = { adapter: ADAPTERS[helpdesk], editorsFirst: [], update: null };
  return readByApi(updated, page, { helpdesk, ticketId: "101", knownUpdatedAt: null, ...request });
}

/** The ticket of an answer. Throws when it is another answer. */
export function answered(answer: ApiReadAnswer): ApiTicket {
  if (answer.outcome !== "answered") throw new Error(`not answered but ${JSON.stringify(answer)}`);
  return answer.answer;
}

/** Reads ticket 101 of an API in a fresh page. */
export async function readOnce(api: FakeHelpdeskApi): Promise<ApiTicket> {
  return answered(await ask(createToolPage(api).page, api));
}

export function said(overrides: Partial<ReplicaMessage> = {}): ReplicaMessage {
  return { role: "customer", author: "Nora Lindqvist", sentAt: "2026-11-20T08:00:00Z", text: "Hello", ...overrides };
}

export function ticketOf(messages: ReplicaMessage[], overrides: Partial<ReplicaTicket> = {}): ReplicaTicket {
  return { id: "101", subject: "The router restarts", tags: ["router"], messages, ...overrides };
}

/** That many messages of a customer, one minute after the other. */
export function manySaid(count: number, overrides: Partial<ReplicaMessage> = {}): ReplicaMessage[] {
  const sentAt = (minute: number) => new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString();
  return Array.from({ length: count }, (_, index) =>
    said({ text: `Message ${index}`, sentAt: sentAt(index), ...overrides }),
  );
}
