import type { Ticket } from "../../../lib/ticket";

type DraftTicket = {
  subject?: string;
  messages?: [role: "customer" | "agent" | "note" | "bot", text: string][];
  fields?: Record<string, string>;
  tags?: string[];
};

/** A ticket of invented people; messages oldest first. */
export function createDraftTicket({ subject = "", messages = [], fields = {}, tags = [] }: DraftTicket = {}): Ticket {
  return {
    helpdesk: "zendesk",
    id: "4711",
    url: "https://acme.zendesk.com/agent/tickets/4711",
    subject,
    messages: messages.map(([role, text], at) => ({ id: String(at), role, sentAt: null, text })),
    tags,
    fields,
    channel: "email",
  };
}
