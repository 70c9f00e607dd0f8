/**
 * Freshdesk's agent pages. One ticket is in the page at a time, and the old one stays for a moment after address and
 * title have moved on; no selector carries the id, so the page has to say which ticket it shows. Second-hand
 * knowledge: docs/adapters.md says what nobody could verify.
 */
import type { Adapter, FieldStrategy, MessageReading, PageReading, Strategy } from "./adapter";
import { MAIL_CUT_AT, MAIL_DROP, MAIL_DROP_LINES, NEVER_TEXT } from "./mail-marks";

const DESCRIPTION = '[data-test-id="ticket-description"]';
const NOTE = ".ticket-details__privatenote";
const REQUESTER = ".ticket-details__requestor";
/** Recipients are shown for what was really mailed; `notify` is the line of colleagues told about a note. */
const MAILED = ".emails-info:not(.notify)";

const BODIES = [
  // A customer's own markup may imitate either of the first two inside the other.
  ["conversation-text", "2026-01", '[data-test-conversation="conversation-text"]:not(#ticket_original_request *)'],
  ["original-request", "2026-01", '#ticket_original_request:not([data-test-conversation="conversation-text"] *)'],
  ["ticket-note", "2026-01", ".ticket_note[data-note-id]"],
  ["content-wrapper", "2026-01", '[data-test-id="conversation-content-wrapper"]'],
  ["item-content", "2026-01", ".ticket-details__item__content"],
  ["text-wrapper", "2026-01", ".text-content-wrapper"],
  ["conversation-text-class", "2023-01", ".conversation__text"],
  ["text-content-class", "2023-01", ".text__content"],
] as const;

const IDENTITY: Strategy[] = [
  {
    name: "title",
    lastSeen: "2026-01",
    selector: "head > title",
    read: "text",
    pattern: "^\\s*\\[#(\\d+)\\]",
    within: "document",
  },
  {
    name: "breadcrumb",
    lastSeen: "2026-01",
    selector: ".breadcrumb__item.active",
    read: "text",
    pattern: "^#?(\\d+)$",
    within: "document",
  },
];

const SUBJECT: Strategy[] = [
  { name: "heading", lastSeen: "2026-01", selector: ".ticket-subject-heading", read: "ownText" },
  { name: "sentiment-heading", lastSeen: "2026-08", selector: ".sentiment-ticket-heading", read: "ownText" },
  {
    name: "title",
    lastSeen: "2026-08",
    selector: "head > title",
    read: "text",
    pattern: "^\\s*\\[#\\d+\\]\\s*(.+?)(?:\\s+:\\s+[^:]*)?$",
    within: "document",
  },
];

const MESSAGES: MessageReading = {
  opening: [
    { name: "description", lastSeen: "2026-01", selector: DESCRIPTION },
    { name: "requester-wrap", lastSeen: "2026-01", selector: ".requestor-wrap" },
  ],
  elements: [
    { name: "details-item", lastSeen: "2026-01", selector: ".ticket-details__item" },
    { name: "conversation-wrapper", lastSeen: "2026-01", selector: '[data-test-id="conversation-wrapper"]' },
  ],
  exclude: [".rich-editor", ".ticket-editor", '[aria-hidden="true"]'],
  // The toggle of a hidden quote is no gap: what it hides stands in another message.
  older: ['button[data-test-button="load-more"]'],
  id: [
    { name: "album", lastSeen: "2026-01", selector: "[data-album]", read: { attribute: "data-album" } },
    {
      name: "conversation-id",
      lastSeen: "2026-01",
      selector: '[data-test-id^="conversation-"]',
      read: { attribute: "data-test-id" },
      pattern: "^conversation-(\\d+)$",
    },
    {
      name: "note-id",
      lastSeen: "2026-01",
      selector: '[data-test-conversation="conversation-text"] > .ticket_note[data-note-id]',
      read: { attribute: "data-note-id" },
      inBody: true,
    },
  ],
  // Times are localised words; only a machine-readable one is taken.
  sentAt: [{ name: "any-time", lastSeen: "2023-01", selector: "time[datetime]", read: { attribute: "datetime" } }],
  body: BODIES.map(([name, lastSeen, selector]) => ({ name, lastSeen, selector })),
  roles: [
    { name: "outsider", lastSeen: "2026-01", when: [`${NOTE}${REQUESTER}`], role: "customer" },
    { name: "mailed-note", lastSeen: "2026-01", when: [NOTE, MAILED], role: "agent" },
    { name: "private-note", lastSeen: "2026-01", when: [NOTE], role: "note" },
    { name: "requester", lastSeen: "2026-01", when: [REQUESTER], role: "customer" },
    {
      name: "is-agent",
      lastSeen: "2026-01",
      when: ['[data-test-is-agent]:not([data-test-is-agent="false"])'],
      role: "agent",
    },
    { name: "description", lastSeen: "2026-01", when: [`${DESCRIPTION}, .requestor-wrap`], role: "customer" },
    { name: "mailed", lastSeen: "2026-01", when: [`${MAILED}, [data-test-id="to-emails"]`], role: "agent" },
  ],
};

const SELECTED = ".ember-power-select-selected-item";
const PROPERTY = '[data-test-id^="tkt-properties-"]';

const FIELDS: FieldStrategy[] = [
  ["priority", "priority", '[data-test-id="tkt-properties-priority"]'],
  ["type", "type", '[data-test-id="tkt-properties-ticket_type"]'],
].map(
  ([name = "", field = "", on = ""]): FieldStrategy => ({
    name,
    lastSeen: "2026-01",
    selector: `${on} ${SELECTED}`,
    read: "text",
    within: "document",
    field,
  }),
);
FIELDS.push(
  {
    name: "property",
    lastSeen: "2026-01",
    selector: `${PROPERTY}:not([data-test-id="tkt-properties-ticket_type"], [data-test-id="tkt-properties-agent"]) ${SELECTED}`,
    read: "text",
    within: "document",
    field: { on: PROPERTY, attribute: "data-test-id", pattern: "^tkt-properties-(.+)$" },
  },
  {
    name: "custom-text",
    lastSeen: "2026-01",
    selector: 'input[name^="customFields.cf_"]',
    read: "value",
    within: "document",
    field: { on: "input", attribute: "name", pattern: "^customFields\\.(.+)$" },
  },
);

const READING: PageReading = {
  ticketPath: "/a/tickets/{id}",
  root: [
    { name: "details-wrapper", lastSeen: "2026-01", selector: ".ticket-details-wrapper" },
    { name: "conversation-pane", lastSeen: "2026-01", selector: ".tickets-conversation-pane" },
    { name: "ticket-details", lastSeen: "2026-01", selector: "#ticket-details" },
    { name: "page", lastSeen: "2026-01", selector: "body" },
  ],
  identity: IDENTITY,
  confirmation: [
    {
      // May hold an internal id instead: a different number proves nothing.
      name: "album",
      lastSeen: "2026-01",
      selector: `${DESCRIPTION}[data-album], .requestor-wrap[data-album]`,
      read: { attribute: "data-album" },
      pattern: "^ticket_(\\d+)$",
    },
  ],
  untrusted: [
    '[data-test-conversation="conversation-text"]',
    "#ticket_original_request",
    ...BODIES.slice(2).map(([, , selector]) => selector),
    "[contenteditable]",
  ],
  searchShadowRoots: true,
  subject: SUBJECT,
  subjectFallbacks: ["title"],
  messages: MESSAGES,
  tags: [
    {
      name: "tag-options",
      lastSeen: "2025-01",
      selector: ".ticket-tags ul li .tag-options",
      read: "text",
      within: "document",
    },
  ],
  fields: FIELDS,
  // Nothing in the page names the channel in a word that is not localised.
  channel: [],
  cleaning: {
    drop: [
      ...NEVER_TEXT,
      ...MAIL_DROP,
      ".freshdesk_quote",
      ".x_freshdesk_quote",
      ".quoted-content-width-limit",
      '[data-test-id="enable-disable-quoted-btn"]',
      ".mb_sig",
      "#Zm-_Id_-Sgn1",
      ".ticket-details-table-wrapper",
      'span[title="fd_tkt_identifier"]',
      // Whoever has such a link has the file: the token must not get into any text.
      'a[href*="attachment.freshdesk.com"]',
      'a[href*="/attachments/"]',
    ],
    dropCustomElements: true,
    // The look-behind keeps long unbroken runs from being tried at each of their letters.
    erase: ["(?<!\\S)\\S*(?:attachment\\.freshdesk\\.com|/helpdesk/attachments/)\\S*"],
    dropLines: MAIL_DROP_LINES,
    cutAt: ["^##-.*-##$", ...MAIL_CUT_AT],
  },
};

/** Freshservice has the same addresses on another host and a different page. */
const isFreshservice = (url: URL) => url.hostname.endsWith(".freshservice.com");

export const freshdesk: Adapter = {
  helpdesk: "freshdesk",
  ticketIdFromUrl: (url) =>
    isFreshservice(url) ? null : (/^\/a\/tickets\/(\d{1,20})(?:\/|$)/.exec(url.pathname)?.[1] ?? null),
  reading: READING,
};
