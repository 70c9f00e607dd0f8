/** What a page reports of a ticket, completed by what the helpdesk's API says of the same ticket. Pure. */
import type { ApiTicket } from "../page-commands";
import type { Gap, PageReport, ReadBy, Ticket } from "../ticket";
import { commonId, type MergedMessages, mergeMessages } from "./merge-messages";

type TicketReport = Extract<PageReport, { state: "ticket" }>;
type UnreadableReport = Extract<PageReport, { state: "unreadable" }>;

/** The name of the API among the strategies that read a field. */
const API = "api";

/** Whether a report leaves out what the API could add. */
export function isIncomplete(report: PageReport): boolean {
  return report.state === "unreadable" || (report.state === "ticket" && report.gaps.length > 0);
}

function withoutNotes(ticket: Ticket, noteIds: string[]): Ticket {
  const notes = new Set(noteIds.map(commonId));
  const isTakenForMessage = ({ id, role }: Ticket["messages"][number]) =>
    role !== "note" && id !== null && notes.has(commonId(id));
  return { ...ticket, messages: ticket.messages.filter((message) => !isTakenForMessage(message)) };
}

function readByApi({ subject, messages, tags, fields, channel }: Ticket): ReadBy {
  const by = (isThere: boolean) => (isThere ? API : null);
  const hasMessages = by(messages.length > 0);
  return {
    ticket: API,
    subject: by(subject !== ""),
    messages: hasMessages,
    body: hasMessages,
    role: hasMessages,
    sentAt: by(messages.some(({ sentAt }) => sentAt !== null)),
    messageId: by(messages.some(({ id }) => id !== null)),
    tags: by(tags.length > 0),
    fields: by(Object.keys(fields).length > 0),
    channel: by(channel !== null),
  };
}

/**
 * What is lacking with the API's messages beside the page's. With a part of them none is known to be closed; where the
 * page had no message at all, it is older ones that lack now.
 */
function gapsAfter(gaps: Gap[], { isComplete }: ApiTicket): Gap[] {
  if (isComplete) return [];
  return [...new Set(gaps.map((gap) => (gap === "messages" ? "older" : gap)))];
}

function fromApiAlone(report: UnreadableReport, api: ApiTicket): PageReport {
  const { ticket } = api;
  if (ticket.subject === "" && ticket.messages.length === 0) return report;
  const { helpdesk } = report;
  return { state: "ticket", helpdesk, ticket, readBy: readByApi(ticket), missing: [], gaps: gapsAfter(["older"], api) };
}

/** Each field as the page has it, where it has it. */
function fill(own: Ticket, told: Ticket, messages: Ticket["messages"]): Ticket {
  return {
    ...own,
    subject: own.subject === "" ? told.subject : own.subject,
    messages,
    tags: own.tags.length === 0 ? told.tags : own.tags,
    fields: { ...told.fields, ...own.fields },
    channel: own.channel ?? told.channel,
  };
}

function mergedReadBy(readBy: ReadBy, own: Ticket, told: Ticket, merged: MergedMessages): ReadBy {
  const fromApi = readByApi(told);
  const filled = (field: string) => readBy[field] ?? fromApi[field] ?? null;
  const joined = (field: string) => (merged.addedCount > 0 ? (fromApi[field] ?? null) : filled(field));
  return {
    ...readBy,
    subject: own.subject === "" ? (fromApi.subject ?? null) : (readBy.subject ?? null),
    messages: joined("messages"),
    body: joined("body"),
    sentAt: joined("sentAt"),
    messageId: joined("messageId"),
    // Who wrote a message is the API's to say for the page's own messages too.
    role: merged.addedCount + merged.pairedCount > 0 ? API : filled("role"),
    tags: filled("tags"),
    fields: filled("fields"),
    channel: filled("channel"),
  };
}

function complete(report: TicketReport, api: ApiTicket): PageReport {
  const own = report.ticket;
  const told = api.ticket;
  if (report.gaps.length === 0 || told.messages.length === 0) return report;
  const merged = mergeMessages(own.messages, told.messages);
  const ticket = fill(own, told, merged.messages);
  const isMissing = (field: string) => (field === "subject" ? ticket.subject === "" : ticket.messages.length === 0);
  return {
    ...report,
    ticket,
    readBy: mergedReadBy(report.readBy, own, told, merged),
    missing: report.missing.filter(isMissing),
    gaps: gapsAfter(report.gaps, api),
  };
}

/**
 * A report with what the API adds to it. Of a complete report only messages that are notes by the API's word are taken
 * out. An answer about another ticket changes nothing.
 */
export function mergeTicket(report: PageReport, api: ApiTicket | null): PageReport {
  if (api === null || report.state === "none" || report.state === "reading") return report;
  const ticketId = report.state === "ticket" ? report.ticket.id : report.ticketId;
  if (api.ticket.id !== ticketId || api.ticket.helpdesk !== report.helpdesk) return report;
  if (report.state === "unreadable") return fromApiAlone(report, api);
  return complete({ ...report, ticket: withoutNotes(report.ticket, api.noteIds) }, api);
}
