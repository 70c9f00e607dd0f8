import type { PageReport, TicketMessage } from "../lib/ticket";

function isSameMessage(one: TicketMessage, other: TicketMessage | undefined): boolean {
  if (one === other) return true;
  return one.id === other?.id && one.role === other.role && one.sentAt === other.sentAt && one.text === other.text;
}

function withoutMessages(report: PageReport): string {
  if (report.state !== "ticket") return JSON.stringify(report);
  return JSON.stringify({ ...report, ticket: { ...report.ticket, messages: [] } });
}

/** Whether two reports say the same. Long threads are compared message by message, without copying their text. */
export function isSameReport(one: PageReport, other: PageReport | null): boolean {
  if (other === null || one.state !== other.state) return false;
  const messages = one.state === "ticket" ? one.ticket.messages : [];
  const others = other.state === "ticket" ? other.ticket.messages : [];
  if (messages.length !== others.length) return false;
  return (
    messages.every((message, index) => isSameMessage(message, others[index])) &&
    withoutMessages(one) === withoutMessages(other)
  );
}
