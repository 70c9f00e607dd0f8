/**
 * How well the ticket in front was read. A page is drawn bit by bit: that something is missing counts only once the
 * ticket has been in front for a while, what the reader knows to be lacking counts at once.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { PageReport } from "../../lib/ticket";
import type { TicketInFront } from "./ticket-in-front";

/** What the agent is told to be lacking, in the order of telling. */
export const LACKING = ["subject", "messages", "body", "older", "roles"] as const;
export type Lacking = (typeof LACKING)[number];

/** Reports of a ticket's page, read or not. */
export type ReadReport = Extract<PageReport, { state: "ticket" | "unreadable" }>;

/** `unsettled`: too early to tell. */
export type Health = { state: "unsettled" | "well" | "partly" | "notRead"; lacking: Lacking[]; report: ReadReport };

export type ReadingHealth = {
  /** Null while no ticket is in front, or the page has told nothing of it yet. */
  health: ReadonlySignal<Health | null>;
  dispose(): void;
};

/** How long a page may take to draw the ticket before something missing in it is told. */
const DRAWING_MS = 5_000;

export function createReadingHealth(
  activePage: ReadonlySignal<ActivePage>,
  ticket: ReadonlySignal<TicketInFront | null>,
): ReadingHealth {
  const settledKey = signal<string | null>(null);
  const key = computed(() => ticket.value?.key ?? null);
  const stopFollowing = effect(() => {
    const current = key.value;
    settledKey.value = null;
    if (current === null) return;
    const timer = setTimeout(() => {
      settledKey.value = current;
    }, DRAWING_MS);
    return () => clearTimeout(timer);
  });
  return {
    health: computed(() => {
      const { report } = activePage.value;
      if (report?.state !== "ticket" && report?.state !== "unreadable") return null;
      return judge(report, settledKey.value === key.value);
    }),
    dispose: stopFollowing,
  };
}

function judge(report: ReadReport, isSettled: boolean): Health {
  const found = lackingIn(report);
  if (report.state === "unreadable") return { state: "notRead", lacking: found, report };
  const lacking = isSettled ? found : found.filter((part) => part === "older" || part === "roles");
  if (lacking.length > 0) return { state: "partly", lacking, report };
  return { state: found.length > 0 ? "unsettled" : "well", lacking, report };
}

function lackingIn(report: ReadReport): Lacking[] {
  if (report.state === "unreadable") return LACKING.filter((part) => report.missing.includes(part));
  const { ticket, missing, gaps } = report;
  const found = new Set<string>([...missing, ...gaps]);
  if (ticket.subject === "") found.add("subject");
  // Messages that were withheld are not missing.
  if (ticket.messages.length === 0 && !found.has("roles")) found.add("messages");
  return LACKING.filter((part) => found.has(part));
}
