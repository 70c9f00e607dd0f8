/**
 * What the helpdesks' documented APIs answer about a replica's ticket, in the shapes their documentation and public
 * clients show. Ids are those of the replica's page. People, addresses and devices are there to be left out.
 */
import type { ReplicaMessage, ReplicaTicket } from "../desk";

/** Words that stand only where the reader must not look. */
export const API_CANARIES = {
  name: "Zephyrine Quill",
  address: "zephyrine.quill@example.com",
  device: "203.0.113.77",
  place: "Quimperville",
  file: "wobblegasket.pdf",
  token: "S3cr3tT0k3n",
  note: "oddlewick",
} as const;

/** Most messages in one answer of either helpdesk. */
const PAGE_SIZE = 100;

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The message's body as it stands in the replica's page. */
export function bodyHtml({ html, text = "" }: ReplicaMessage): string {
  if (html !== undefined) return html;
  return text
    .split("\n\n")
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

const AUTHOR_IDS = { customer: 9, agent: 21, note: 22, bot: -1 } as const;

const place = {
  system: { client: "Mail/1.0", ip_address: API_CANARIES.device, location: API_CANARIES.place, latitude: 48.0 },
};

const attachments = (host: string) => [
  {
    id: 5,
    file_name: API_CANARIES.file,
    name: API_CANARIES.file,
    content_url: `https://${host}/attachments/token/${API_CANARIES.token}/?name=${API_CANARIES.file}`,
    attachment_url: `https://${host}/attachments/${API_CANARIES.token}`,
  },
];

const person = (id: number, role: string) => ({ id, role, name: API_CANARIES.name, email: API_CANARIES.address });

const isMessaging = (ticket: ReplicaTicket) => ticket.messages.some(({ drawnAs }) => drawnAs === "messaging");

export function zendeskTicket(ticket: ReplicaTicket, host: string, updatedAt: string): object {
  return {
    ticket: {
      id: Number(ticket.id),
      url: `https://${host}/api/v2/tickets/${ticket.id}.json`,
      via: {
        channel: isMessaging(ticket) ? "native_messaging" : "email",
        source: { from: { address: API_CANARIES.address, name: API_CANARIES.name }, to: {}, rel: null },
      },
      created_at: ticket.messages[0]?.sentAt,
      updated_at: updatedAt,
      subject: ticket.subject,
      raw_subject: ticket.subject,
      description: ticket.messages[0]?.text ?? "",
      type: "question",
      priority: "high",
      requester_id: AUTHOR_IDS.customer,
      recipient: API_CANARIES.address,
      tags: ticket.tags,
      custom_fields: [
        { id: 360001, value: "aurora-3" },
        { id: 360002, value: API_CANARIES.address },
        { id: 360003, value: null },
      ],
      ticket_form_id: 77,
      brand_id: 88,
      from_messaging_channel: isMessaging(ticket),
    },
  };
}

const auditId = (ticket: ReplicaTicket, index: number) => Number(`${ticket.id}${String(index + 1).padStart(4, "0")}`);

export function zendeskComments(ticket: ReplicaTicket, host: string, pages: "offset" | "cursor"): object {
  const comments = ticket.messages.map((message, index) => ({
    id: 7_000_000 + auditId(ticket, index),
    type: "Comment",
    author_id: AUTHOR_IDS[message.role],
    body: message.text ?? "",
    html_body: `<div class="zd-comment" dir="auto">${bodyHtml(message)}</div>`,
    plain_body: message.text ?? "",
    public: message.role !== "note",
    attachments: attachments(host),
    audit_id: auditId(ticket, index),
    via: { channel: message.drawnAs === "sideConversation" ? "side_conversation" : "email", source: {} },
    metadata: place,
    created_at: message.sentAt,
  }));
  const users = [person(9, "end-user"), person(21, "agent"), person(22, "admin")];
  const hasMore = comments.length > PAGE_SIZE;
  const next = hasMore ? `https://${host}/api/v2/tickets/${ticket.id}/comments.json?page=2` : null;
  const around =
    pages === "offset"
      ? { next_page: next, previous_page: null, count: comments.length }
      : { meta: { has_more: hasMore, after_cursor: "aa", before_cursor: "bb" }, links: { next, prev: null } };
  return { comments: comments.reverse().slice(0, PAGE_SIZE), users, ...around };
}

const EVENT_AUTHORS = { customer: "user", agent: "agent", note: "agent", bot: "bot" } as const;

export function zendeskConversationLog(ticket: ReplicaTicket, host: string): object {
  const events = ticket.messages.map((message, index) => {
    const isComment = message.role === "note";
    return {
      id: `01J9${ticket.id}${index}`,
      type: isComment ? "Comment" : "Messaging::ConversationMessage",
      reference: isComment ? `zen:ticket_event:${auditId(ticket, index)}` : `zen:sunco:conversation_message:${index}`,
      created_at: message.sentAt,
      attachments: attachments(host),
      author: { type: EVENT_AUTHORS[message.role], display_name: API_CANARIES.name, "zen:support:user_id": 9 },
      content: isComment ? { type: "html", body: bodyHtml(message) } : { type: "text", text: message.text ?? "" },
      metadata: isComment ? { ...place, public: false } : place,
    };
  });
  return { events: events.slice(0, PAGE_SIZE), links: {}, meta: { has_more: events.length > PAGE_SIZE } };
}

export function freshdeskTicket(ticket: ReplicaTicket, updatedAt: string): object {
  const [opening] = ticket.messages;
  return {
    id: Number(ticket.id),
    subject: ticket.subject,
    description: opening ? bodyHtml(opening) : "",
    description_text: opening?.text ?? "",
    status: 2,
    priority: 3,
    source: 1,
    type: "Question",
    tags: ticket.tags,
    custom_fields: { cf_product: "Aurora 3", cf_reported_by: API_CANARIES.address, cf_empty: null },
    requester_id: AUTHOR_IDS.customer,
    product_id: 88,
    to_emails: [API_CANARIES.address],
    requester: person(9, "contact"),
    created_at: opening?.sentAt,
    updated_at: updatedAt,
  };
}

export function freshdeskConversations(ticket: ReplicaTicket, host: string): object[] {
  return ticket.messages.slice(1, PAGE_SIZE + 1).map((message, index) => ({
    id: Number(`${ticket.id}${String(index + 1).padStart(4, "0")}`),
    ticket_id: Number(ticket.id),
    body: `<div>${bodyHtml(message)}</div>`,
    body_text: message.text ?? "",
    incoming: message.role === "customer",
    private: message.role === "note" || message.drawnAs === "outsider" || message.drawnAs === "mailedNote",
    user_id: AUTHOR_IDS[message.role],
    source: message.role === "note" ? 2 : 0,
    from_email: API_CANARIES.address,
    to_emails: [API_CANARIES.address],
    attachments: attachments(host),
    created_at: message.sentAt,
    updated_at: message.sentAt,
  }));
}
