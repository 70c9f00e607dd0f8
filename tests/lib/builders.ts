import type { Article } from "../../lib/contract/article";
import type { Ticket, TicketMessage } from "../../lib/ticket";

/** A public English article; a test says only what it is about. `text` makes the one section. */
export function article(overrides: Partial<Article> & { text?: string } = {}): Article {
  const { text = "", ...fields } = overrides;
  return {
    id: "a1",
    language: "en",
    translationOf: null,
    sourceVersion: null,
    title: "Untitled",
    summary: "",
    bodyHtml: `<p>${text}</p>`,
    sections: text === "" ? [] : [{ heading: "", text }],
    replyText: null,
    kind: "how-to",
    audience: "public",
    groups: [],
    category: [],
    tags: [],
    situations: [],
    owner: null,
    url: null,
    version: 1,
    publishedAt: "2026-01-01T00:00:00Z",
    updatedAt: "2026-01-01T00:00:00Z",
    verifiedAt: "2026-01-01T00:00:00Z",
    verifiedBy: null,
    verifyEveryDays: 90,
    expiresAt: null,
    openFlags: 0,
    escalation: null,
    ...fields,
  };
}

export function message(text: string, role: TicketMessage["role"] = "customer"): TicketMessage {
  return { id: null, role, sentAt: null, text };
}

/** A ticket with one customer message unless told otherwise. */
export function ticket(overrides: Partial<Ticket> & { text?: string } = {}): Ticket {
  const { text = "", ...fields } = overrides;
  return {
    helpdesk: "zendesk",
    id: "101",
    url: "https://acme.zendesk.com/agent/tickets/101",
    subject: "",
    messages: [message(text)],
    tags: [],
    fields: {},
    channel: null,
    ...fields,
  };
}
