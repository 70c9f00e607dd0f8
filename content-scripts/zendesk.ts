/**
 * Zendesk's agent workspace. All open tickets are mounted at once, one pane each: the pane is found by the id in the
 * address and must be visible. Second-hand knowledge: docs/adapters.md says what nobody could verify.
 */
import type { Adapter, FieldStrategy, MessageReading, PageReading, RootStrategy, Strategy } from "./adapter";
import { MAIL_CUT_AT, MAIL_DROP, MAIL_DROP_LINES, NEVER_TEXT } from "./mail-marks";

const PANE = ".ticket-panes-grid-layout, #main_panes > *";

const ROOT: RootStrategy[] = [
  { name: "standard-layout", lastSeen: "2026-01", selector: '[data-test-id="ticket-{id}-standard-layout"]' },
  { name: "custom-layout", lastSeen: "2026-01", selector: '[data-test-id="ticket-{id}-custom-layout"]' },
  { name: "ticket-id", lastSeen: "2026-01", selector: '[data-ticket-id="{id}"]', closest: PANE },
  { name: "anchor-id", lastSeen: "2024-01", selector: '[data-side-conversations-anchor-id="{id}"]', closest: PANE },
  {
    name: "channel-trigger",
    lastSeen: "2026-01",
    selector: '[data-channel-switcher-trigger-for-ticket-id="{id}"]',
    closest: PANE,
  },
  { name: "log-timing", lastSeen: "2025-01", selector: '[elementtiming="omnilog/{id}"]', closest: PANE },
];

const SUBJECT: Strategy[] = [
  { name: "omni-header", lastSeen: "2026-01", selector: '[data-test-id="omni-header-subject"]', read: "value" },
  { name: "ticket-pane-value", lastSeen: "2022-01", selector: '[data-test-id="ticket-pane-subject"]', read: "value" },
  { name: "ticket-pane-text", lastSeen: "2022-01", selector: '[data-test-id="ticket-pane-subject"]', read: "text" },
];

const MESSAGE = '[data-test-id="omni-log-item-message"]';

const MESSAGES: MessageReading = {
  opening: [],
  elements: [
    { name: "comment-item", lastSeen: "2026-01", selector: 'article[data-test-id="omni-log-comment-item"]' },
    { name: "comment-item-any", lastSeen: "2025-01", selector: '[data-test-id="omni-log-comment-item"]' },
    { name: "comment-id", lastSeen: "2022-01", selector: "[data-comment-id]" },
  ],
  exclude: ['[data-test-id="interaction-history-event"]', '[aria-hidden="true"]'],
  older: ['[data-test-id="convolog-show-more-button"]'],
  id: [
    {
      name: "article-id",
      lastSeen: "2025-01",
      selector: '[id^="comment-"]',
      read: { attribute: "id" },
      pattern: "^comment-(.+)$",
    },
    { name: "comment-id", lastSeen: "2022-01", selector: "[data-comment-id]", read: { attribute: "data-comment-id" } },
  ],
  sentAt: [
    {
      name: "absolute",
      lastSeen: "2026-01",
      selector: 'time[data-test-id="timestamp-absolute"]',
      read: { attribute: "datetime" },
    },
    {
      name: "relative",
      lastSeen: "2026-01",
      selector: 'time[data-test-id="timestamp-relative"]',
      read: { attribute: "datetime" },
    },
    { name: "any-time", lastSeen: "2025-01", selector: "time[datetime]", read: { attribute: "datetime" } },
  ],
  body: [
    { name: "content-comment", lastSeen: "2026-01", selector: '[data-test-id="omni-log-message-content"] .zd-comment' },
    {
      name: "content",
      lastSeen: "2026-01",
      selector: '[data-test-id="omni-log-message-content"]',
      preformatted: true,
    },
    { name: "comment", lastSeen: "2022-01", selector: ".zd-comment" },
  ],
  roles: [
    { name: "note-tag", lastSeen: "2026-01", when: ['[data-test-id="omni-log-internal-note-tag"]'], role: "note" },
    { name: "type", lastSeen: "2026-01", when: [`${MESSAGE}[type="internal"]`], role: "note" },
    {
      // Only English has been seen. A label can turn a message into a note, never a note into a message.
      name: "label",
      lastSeen: "2026-01",
      when: ["article[aria-label]"],
      attribute: "aria-label",
      pattern: "^(?:internal note|note interne|interne (?:notiz|notitie|anmerkung)|nota intern)",
      role: "note",
    },
    {
      name: "side-conversation",
      lastSeen: "2026-01",
      when: ['[data-test-id="omni-log-item-originated-from"] [aria-label]'],
      attribute: "aria-label",
      pattern: "side conversation",
      role: "note",
    },
    { name: "type", lastSeen: "2026-01", when: [`${MESSAGE}[type="bot"]`], role: "bot" },
    { name: "type", lastSeen: "2026-01", when: [`${MESSAGE}[type="end-user"]`], role: "customer" },
    { name: "type", lastSeen: "2026-01", when: [`${MESSAGE}[type="agent"]`], role: "agent" },
  ],
};

const CUSTOM_DROPDOWN = '[data-test-id^="ticket-form-field-dropdown-field-"]';
const fieldId = (on: string) => ({ on, attribute: "data-test-id", pattern: "-field-(\\d+)$" });

const FIELDS: FieldStrategy[] = [
  ...(["priority", "type"] as const).map(
    (field): FieldStrategy => ({
      name: `${field}-select`,
      lastSeen: "2025-01",
      selector: `[data-test-id="ticket-fields-${field}-select"] [data-garden-id="dropdowns.combobox.value"]`,
      read: "text",
      field,
    }),
  ),
  {
    name: "form-value",
    lastSeen: "2025-01",
    selector: '[data-test-id="ticket-fields-ticket-forms"] [data-garden-id="dropdowns.combobox.value"]',
    read: "text",
    field: "form",
  },
  {
    name: "form",
    lastSeen: "2025-01",
    selector: '[data-test-id="ticket-fields-ticket-forms"]',
    read: "text",
    field: "form",
  },
  ...(["text", "multiline", "checkbox"] as const).map(
    (kind): FieldStrategy => ({
      name: `custom-${kind}`,
      lastSeen: "2026-01",
      selector: `[data-test-id^="ticket-form-field-${kind}-field-"]`,
      read: "value",
      field: fieldId(`[data-test-id^="ticket-form-field-${kind}-field-"]`),
    }),
  ),
  {
    name: "custom-dropdown",
    lastSeen: "2026-01",
    selector: `${CUSTOM_DROPDOWN} [data-test-id="ticket-form-field-dropdown-button"]`,
    read: "text",
    field: fieldId(CUSTOM_DROPDOWN),
  },
];

const READING: PageReading = {
  ticketPath: "/agent/tickets/{id}",
  root: ROOT,
  identity: [],
  confirmation: [],
  untrusted: ['[data-test-id="omni-log-message-content"]', ".zd-comment", "[contenteditable]"],
  searchShadowRoots: false,
  subject: SUBJECT,
  subjectFallbacks: [],
  messages: MESSAGES,
  tags: [
    {
      name: "selected-tags",
      lastSeen: "2026-01",
      selector: '[data-test-id="ticket-system-field-tags-item-selected"]',
      read: "text",
    },
  ],
  fields: FIELDS,
  channel: [
    {
      name: "originated-from",
      lastSeen: "2026-01",
      selector: `${MESSAGE}[type="end-user"] [data-test-id="omni-log-message-content"][data-originated-from]`,
      read: { attribute: "data-originated-from" },
      pattern: "^(\\w+)Interaction$",
    },
    { name: "via", lastSeen: "2026-01", selector: '[data-test-id="omni-log-item-via"]', read: "text" },
  ],
  cleaning: {
    drop: [
      ...NEVER_TEXT,
      ...MAIL_DROP,
      "div.signature",
      ".omnilog-header-actions",
      '[data-test-id="convo-log-item-read-indicator"]',
      '[data-test-id="convo-log-item-delivered-indicator"]',
      '[data-test-id="convolog-item-message-assign-ticket"]',
      '[data-test-id="conversation-translator-language-detection-prompt"]',
      // Whoever has such a link has the file: the token must not get into any text.
      'a[href*="/attachments/token/"]',
    ],
    dropCustomElements: true,
    // The look-behind keeps long unbroken runs from being tried at each of their letters.
    erase: ["(?<!\\S)\\S*/attachments/token/\\S*", "▇+"],
    dropLines: MAIL_DROP_LINES,
    cutAt: ["^##-.*-##$", ...MAIL_CUT_AT],
  },
};

export const zendesk: Adapter = {
  helpdesk: "zendesk",
  ticketIdFromUrl: (url) => /^\/agent\/tickets\/(\d{1,20})(?:\/|$)/.exec(url.pathname)?.[1] ?? null,
  reading: READING,
};
