import { computed, type ReadonlySignal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { Helpdesk, PageReport } from "../../lib/ticket";

/** The ticket the panel is about. `subject` and `origin` are null while it is being read, or when it could not be. */
export type TicketInFront = {
  key: string;
  tabId: number | null;
  helpdesk: Helpdesk;
  id: string;
  subject: string | null;
  /** Of the ticket's address: numbers repeat from account to account. */
  origin: string | null;
  /** Only of a `ticket` the page is known to show it: otherwise the address is its own, and the content may be another's. */
  state: Exclude<PageReport["state"], "none">;
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
    const { state } = report;
    if (state !== "ticket") {
      const { helpdesk, ticketId: id } = report;
      return { key: ticketKey(tabId, helpdesk, id), tabId, helpdesk, id, subject: null, origin: null, state };
    }
    const { helpdesk, id, subject, url } = report.ticket;
    return { key: ticketKey(tabId, helpdesk, id), tabId, helpdesk, id, subject, origin: new URL(url).origin, state };
  });
}
