/** All reports that the background took over of the helpdesk tabs, in order; nothing between two looks is missed. */
import { expect } from "@playwright/test";
import type { PageReport } from "../../../lib/ticket";
import type { ReplicaMessage, ReplicaTicket } from "../../replicas/desk";

/** Evaluates an expression where the extension's storage can be seen. */
type Evaluate = (expression: string) => Promise<unknown>;

export type ReportLog = {
  /** Forgets what was reported so far. */
  clear(): Promise<void>;
  reports(): Promise<PageReport[]>;
  /** Waits until the last report says this; see `reportLine`. */
  expectLast(line: string | RegExp): Promise<void>;
};

const START = `(() => {
  const { storage } = globalThis.browser ?? chrome;
  globalThis.souffleurReports = [];
  storage.session.onChanged.addListener((changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith("page:") && newValue !== undefined) souffleurReports.push(newValue.report);
    }
  });
})()`;

/** Starts to write down reports, from then on. */
export async function startReportLog(evaluate: Evaluate): Promise<ReportLog> {
  await evaluate(START);
  const reports = async () => (await evaluate("souffleurReports")) as PageReport[];
  return {
    clear: async () => {
      await evaluate("souffleurReports.length = 0");
    },
    reports,
    expectLast: async (line) => {
      const last = expect.poll(async () => reportLine((await reports()).at(-1)), { timeout: 15_000 });
      await (typeof line === "string" ? last.toBe(line) : last.toMatch(line));
    },
  };
}

/** What a report says, in one line. */
export function reportLine(report: PageReport | undefined): string {
  if (report === undefined) return "nothing";
  if (report.state === "none") return "none";
  if (report.state !== "ticket") return `${report.state} ${report.ticketId}`;
  const { id, subject, messages } = report.ticket;
  return `ticket ${id}: ${subject} | ${messages.map(({ text }) => text).join(" / ")}`;
}

/** A customer's message; say only what the test is about. */
export function makeMessage(overrides: Partial<ReplicaMessage> = {}): ReplicaMessage {
  return { role: "customer", author: "Nora Lindqvist", sentAt: "2026-09-14T08:00:00Z", text: "Hello", ...overrides };
}

/** A ticket whose every word names it. */
export function makeTicket(id: string, messages?: Partial<ReplicaMessage>[]): ReplicaTicket {
  const made = (messages ?? [{ text: `Text ${id}` }]).map((message) => makeMessage(message));
  return { id, subject: `Subject ${id}`, tags: [`Tag ${id}`], messages: made };
}

/** Reports in which words of one ticket stand under another's id; tickets must come from `makeTicket`. */
export function mixedUp(reports: PageReport[]): PageReport[] {
  return reports.filter((report) => {
    if (report.state !== "ticket") return false;
    const named = JSON.stringify(report.ticket).match(/(?:Subject|Text|Tag) \d+/g) ?? [];
    return named.some((name) => !name.endsWith(` ${report.ticket.id}`));
  });
}
