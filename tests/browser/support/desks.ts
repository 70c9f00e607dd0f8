/** Replica helpdesks at their real addresses. */
import type { Page } from "@playwright/test";
import type { DeskHtml } from "../../../scripts/browser/desk-html";
import { type DeskOptions, type ReplicaMessage, renderDesk } from "../../replicas/desk";

const PLACES = {
  zendesk: { host: "acme.zendesk.com", ticketPath: "/agent/tickets/", listPath: "/agent/filters/1" },
  freshdesk: { host: "acme.freshdesk.com", ticketPath: "/a/tickets/", listPath: "/a/tickets/filters/all_tickets" },
} as const;

/** A replica without the ticket that is open. */
export type Desk = Omit<DeskOptions, "openTicketId">;

type ServeDesk = (host: string, html: DeskHtml) => Promise<unknown>;

/** Serves a replica and opens one of its tickets (null: the list) in the tab. */
export async function openDesk(
  { page, desk }: { page: Page; desk: ServeDesk },
  options: Desk,
  ticketId: string | null,
): Promise<void> {
  const { host, ticketPath, listPath } = PLACES[options.helpdesk];
  await desk(host, renderDesk({ ...options, openTicketId: ticketId }));
  await page.goto(`https://${host}${ticketId === null ? listPath : ticketPath + ticketId}`);
}

function inReplica(page: Page, method: string, ...values: unknown[]): Promise<void> {
  return page.evaluate(`replica.${method}(${values.map((value) => JSON.stringify(value)).join(", ")})`);
}

/** Opens a ticket within the page, as a press on its tab does. */
export function switchTo(page: Page, ticketId: string): Promise<void> {
  return inReplica(page, "openTicket", ticketId);
}

/** Opens the list of tickets within the page. */
export function switchToList(page: Page): Promise<void> {
  return inReplica(page, "openList");
}

/** Closes a ticket's tab; when it is opened again, its page is drawn anew. */
export function closeTicket(page: Page, ticketId: string): Promise<void> {
  return inReplica(page, "closeTicket", ticketId);
}

/** A message arrives on a ticket. */
export function addMessage(page: Page, ticketId: string, message: ReplicaMessage): Promise<void> {
  return inReplica(page, "addMessage", ticketId, message);
}
