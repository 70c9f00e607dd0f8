/** A living replica with the reader on it, for tests of one reported behaviour of the helpdesks' pages each. */
import type { PageReport, TicketMessage } from "../../lib/ticket";
import { makeMessage, makeTicket, openDesk } from "../content-scripts/living-desk";
import { DRAWN_AT_ONCE, type Replica, type ReplicaMessage } from "../replicas/desk";

type Options = Parameters<typeof openDesk>[0];

/** Opens a replica at an address below the helpdesk's own, as the extension reads it: notes stay in the page. */
export function openReplica(options: Options, path: string, includeNotes = false) {
  const desk = openDesk({ hasLooks: false, ...options }, path, includeNotes);
  const replica: Replica = desk.window.replica;
  return { ...desk, replica, click: (selector: string) => click(desk.document, selector) };
}
export type ReplicaDesk = ReturnType<typeof openReplica>;

/** A replica of one drawn ticket with these messages. */
export function openMessages(
  helpdesk: Options["helpdesk"],
  messages: Partial<ReplicaMessage>[],
  { includeNotes = false, ...options }: Partial<Options> & { includeNotes?: boolean } = {},
) {
  const id = helpdesk === "zendesk" ? "101" : "201";
  const ticket = makeTicket(id, { messages: messages.map((message) => makeMessage(message)) });
  return openReplica(
    { helpdesk, tickets: [ticket], delaysMs: DRAWN_AT_ONCE, ...options },
    `tickets/${id}`,
    includeNotes,
  );
}

/** Presses the first element that matches; throws when there is none. */
function click(document: Document, selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`Nothing to press: ${selector}`);
  element.click();
}

function messagesOf(report: PageReport | undefined): TicketMessage[] {
  return report?.state === "ticket" ? report.ticket.messages : [];
}

/** Texts of the messages last reported; none when the last report is no ticket. */
export const lastTexts = ({ reports }: Pick<ReplicaDesk, "reports">): string[] =>
  messagesOf(reports.at(-1)).map(({ text }) => text);

/** Who wrote what, of the messages last reported. */
export const lastRoles = ({ reports }: Pick<ReplicaDesk, "reports">): [string, string][] =>
  messagesOf(reports.at(-1)).map(({ role, text }) => [role, text]);

/** Everything that was ever reported, as one text to search in. */
export const everReported = ({ reports }: Pick<ReplicaDesk, "reports">): string => JSON.stringify(reports);
