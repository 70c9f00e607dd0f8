import { computed, type ReadonlySignal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { Helpdesk } from "../../lib/ticket";

/** The ticket the panel is about. `subject` is null while it is being read, or when it could not be. */
export type TicketInFront = { key: string; helpdesk: Helpdesk; id: string; subject: string | null };

/** A ticket's identity: ids of two helpdesks may be equal. */
export function ticketKey(helpdesk: Helpdesk, ticketId: string): string {
  return `${helpdesk}/${ticketId}`;
}

/** Follows the active page; null when it shows no ticket. */
export function ticketInFront(activePage: ReadonlySignal<ActivePage>): ReadonlySignal<TicketInFront | null> {
  return computed(() => {
    const report = activePage.value.report;
    if (report === null || report.state === "none") return null;
    if (report.state === "ticket") {
      const { helpdesk, id, subject } = report.ticket;
      return { key: ticketKey(helpdesk, id), helpdesk, id, subject };
    }
    const { helpdesk, ticketId } = report;
    return { key: ticketKey(helpdesk, ticketId), helpdesk, id: ticketId, subject: null };
  });
}
