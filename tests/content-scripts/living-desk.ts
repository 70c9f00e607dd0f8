import { JSDOM } from "jsdom";
import { vi } from "vitest";
import type { Adapter } from "../../content-scripts/adapter";
import { systemClock } from "../../content-scripts/clock";
import { freshdesk } from "../../content-scripts/freshdesk";
import { watchTicket } from "../../content-scripts/watch-ticket";
import { zendesk } from "../../content-scripts/zendesk";
import type { PageReport } from "../../lib/ticket";
import { type DeskOptions, type ReplicaMessage, type ReplicaTicket, renderDesk } from "../replicas/desk";

type Replica = {
  openTicket(id: string): void;
  openList(): void;
  closeTicket(id: string): void;
  addMessage(id: string, message: ReplicaMessage): void;
};

const DESKS: Record<DeskOptions["helpdesk"], { adapter: Adapter; address: string }> = {
  zendesk: { adapter: zendesk, address: "https://acme.zendesk.com/agent/" },
  freshdesk: { adapter: freshdesk, address: "https://acme.freshdesk.com/a/" },
};

/** A message of a customer; say only what the test is about. */
export function makeMessage(overrides: Partial<ReplicaMessage> = {}): ReplicaMessage {
  return { role: "customer", author: "Nora Lindqvist", sentAt: "2026-09-14T08:00:00Z", text: "Hello", ...overrides };
}

/** A ticket with one message that names the ticket. */
export function makeTicket(id: string, overrides: Partial<ReplicaTicket> = {}): ReplicaTicket {
  return { id, subject: `Subject ${id}`, tags: [], messages: [makeMessage({ text: `Text ${id}` })], ...overrides };
}

/** A living replica in jsdom with a watcher on it. Call it under fake timers; `path` is the address it is loaded at. */
export function openDesk(options: Omit<DeskOptions, "openTicketId">, path: string, includeNotes = true) {
  const { adapter, address } = DESKS[options.helpdesk];
  const reports: PageReport[] = [];
  const { window } = new JSDOM(renderDesk({ ...options, openTicketId: null }), {
    url: address + path,
    runScripts: "dangerously",
    beforeParse(page) {
      Object.assign(page, { setTimeout: globalThis.setTimeout });
    },
  });
  const ending = new window.AbortController();
  watchTicket({
    adapter,
    document: window.document,
    getUrl: () => new URL(window.location.href),
    report: (report) => reports.push(report),
    signal: ending.signal,
    clock: { nowMs: () => Date.now(), after: systemClock.after },
    includeNotes,
  });
  const replica: Replica = window.replica;
  /** Lets the page work for so long. */
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { window, document: window.document, replica, reports, pass, end: () => ending.abort() };
}

/** What a report says, in one line. */
export function summary(report: PageReport | undefined): string {
  if (report === undefined) return "nothing";
  if (report.state === "none") return "none";
  if (report.state !== "ticket") return `${report.state} ${report.ticketId}`;
  const { id, subject, messages } = report.ticket;
  return `ticket ${id}: ${subject} | ${messages.map(({ text }) => text).join(" / ")}`;
}

/** All reports in which text of one ticket stands under another's id; tickets must come from `makeTicket`. */
export function mixedUp(reports: PageReport[]): PageReport[] {
  return reports.filter((report) => {
    if (report.state !== "ticket") return false;
    const named = JSON.stringify(report.ticket).match(/(?:Subject|Text|Tag|Value) \d+/g) ?? [];
    return named.some((name) => !name.endsWith(` ${report.ticket.id}`));
  });
}
