import { computed, type ReadonlySignal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { Helpdesk } from "../../lib/ticket";

/** The ticket the panel is about. `subject` is null while it is being read, or when it could not be. */
export type TicketInFront = {
  key: string;
  tabId: number | null;
  helpdesk: Helpdesk;
  id: string;
  subject: string | null;
  /** The address is the ticket's, and the page may still show the one before. */
  isBeingRead: boolean;
};

/** A ticket's identity on screen: ids of two helpdesks, or of two accounts in two tabs, may be equal. */
export function ticketKey(tabId: number | null, helpdesk: Helpdesk, ticketId: string): string {
  return `${tabId}/${helpdesk}/${ticketId}`;
}

/** Follows the active page; null when it shows no ticket. */
export function ticketInFront(activePage: ReadonlySignal<ActivePage>): ReadonlySignal<TicketInFront | null> {
  return computed(() => {
    const { tabId, report } = activePage.value;
    if (report === null || report.state === "none") return null;
    const isRead = report.state === "ticket";
    const [helpdesk, id] = isRead ? [report.ticket.helpdesk, report.ticket.id] : [report.helpdesk, report.ticketId];
    const subject = isRead ? report.ticket.subject : null;
    const isBeingRead = report.state === "reading";
    return { key: ticketKey(tabId, helpdesk, id), tabId, helpdesk, id, subject, isBeingRead };
  });
}
