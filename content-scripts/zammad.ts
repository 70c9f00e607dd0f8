/**
 * Zammad's two agent pages: the classic one (`/#ticket/zoom/12`) and the desktop view (`/desktop/tickets/12`). Read off
 * Zammad's public source; docs/helpdesks/zammad.md names the files. Ids are those of the address, not ticket numbers.
 */
import type { Adapter, FieldStrategy, MessageReading, PageReading, RoleRule, RootStrategy, Strategy } from "./adapter";
import { MAIL_CUT_AT, MAIL_DROP, MAIL_DROP_LINES, NEVER_TEXT } from "./mail-marks";

const ARTICLE = ".ticket-article-item";
const BUBBLE = '[data-test-id^="article-bubble-container-"]';

const ROOT: RootStrategy[] = [
  { name: "task-pane", lastSeen: "2025-01", selector: "#content_permanent_Ticket-{id}" },
  {
    name: "article-link",
    lastSeen: "2023-01",
    selector: `${ARTICLE} a[href*="#ticket/zoom/{id}/"]`,
    closest: ".content",
  },
  // The form stands beside the conversation; what holds both that and the sidebar is the parent of `main`.
  { name: "desktop-form", lastSeen: "2026-01", selector: "#form-ticket-edit-{id}", closest: ":has(> main)" },
];

const SUBJECT: Strategy[] = [
  { name: "object-title", lastSeen: "2026-01", selector: ".js-objectTitle", read: "text" },
  { name: "title-update", lastSeen: "2016-01", selector: ".ticket-title-update", read: "text" },
  {
    name: "desktop-heading",
    lastSeen: "2026-01",
    selector: '[data-test-id="ticket-detail-top-bar-full-details"] [role="heading"][aria-level="2"]',
    read: "text",
  },
  {
    name: "desktop-heading-any",
    lastSeen: "2024-01",
    selector: 'header [role="heading"][aria-level="2"]',
    read: "text",
  },
];

/** Only a framed bubble is public: an internal one is striped and has no frame. */
const framed = (name: string, mark: string, role: RoleRule["role"]): RoleRule => ({
  name,
  lastSeen: "2026-01",
  when: [`${BUBBLE}.border:not(.bg-stripes)`, mark],
  role,
});

const MESSAGES: MessageReading = {
  opening: [],
  elements: [
    { name: "article-item", lastSeen: "2026-01", selector: ARTICLE },
    { name: "desktop-bubble", lastSeen: "2026-01", selector: BUBBLE },
  ],
  exclude: ['[aria-hidden="true"]'],
  older: ["#article-more"],
  id: [
    { name: "article-item", lastSeen: "2026-01", selector: ARTICLE, read: { attribute: "data-id" } },
    {
      name: "desktop-bubble",
      lastSeen: "2026-01",
      selector: BUBBLE,
      read: { attribute: "data-test-id" },
      pattern: "-(\\d+)$",
    },
  ],
  // The desktop view leaves the attribute out where the account shows absolute times.
  sentAt: [{ name: "any-time", lastSeen: "2026-01", selector: "time[datetime]", read: { attribute: "datetime" } }],
  body: [
    { name: "richtext", lastSeen: "2026-01", selector: ".textBubble-content .richtext-content" },
    { name: "text-bubble", lastSeen: "2016-01", selector: ".textBubble-content" },
    { name: "desktop-body", lastSeen: "2026-01", selector: '[data-test-id="article-content"] .inner-article-body' },
    { name: "desktop-content", lastSeen: "2024-01", selector: '[data-test-id="article-content"]' },
  ],
  roles: [
    { name: "internal", lastSeen: "2026-01", when: [`${ARTICLE}.is-internal`], role: "note" },
    { name: "sender", lastSeen: "2026-01", when: [`${ARTICLE}.customer`], role: "customer" },
    { name: "sender", lastSeen: "2026-01", when: [`${ARTICLE}.agent`], role: "agent" },
    { name: "sender", lastSeen: "2026-01", when: [`${ARTICLE}.system`], role: "bot" },
    { name: "desktop-striped", lastSeen: "2026-01", when: [`${BUBBLE}.bg-stripes`], role: "note" },
    framed("desktop-content", ".Content--customer", "customer"),
    framed("desktop-content", ".Content--agent", "agent"),
    // Customers' bubbles stand on the right, all others on the left; the corner beside the avatar is not rounded.
    framed("desktop-corner", `${BUBBLE}[class~="ltr:rounded-bl-xl"]`, "customer"),
    framed("desktop-corner", `${BUBBLE}[class~="ltr:rounded-br-xl"]`, "agent"),
  ],
};

/** The sidebar's form. Names that end with `_id` are Zammad's own; an empty choice is shown as a hyphen. */
const FIELDS: FieldStrategy[] = [
  {
    name: "priority",
    lastSeen: "2023-01",
    selector: '.edit select[name="priority_id"] option:checked',
    read: "text",
    field: "priority",
  },
  {
    name: "select",
    lastSeen: "2023-01",
    selector: '.edit select[name]:not([name$="_id"]) option:checked',
    read: "text",
    pattern: "^(?!-$)(.+)$",
    field: { on: "select", attribute: "name", pattern: "^(.+)$" },
  },
  {
    name: "text",
    lastSeen: "2023-01",
    selector: '.edit input[type="text"][name]',
    read: "value",
    field: { on: "input", attribute: "name", pattern: "^(.+)$" },
  },
];

const READING: PageReading = {
  ticketPath: "/#ticket/zoom/{id}",
  root: ROOT,
  identity: [],
  confirmation: [],
  untrusted: [".textBubble-content", ".richtext-content", '[data-test-id="article-content"]', "[contenteditable]"],
  searchShadowRoots: false,
  subject: SUBJECT,
  subjectFallbacks: [],
  messages: MESSAGES,
  tags: [{ name: "tag-links", lastSeen: "2023-01", selector: ".tags .js-tag", read: "text" }],
  fields: FIELDS,
  channel: [
    {
      name: "first-message-icon",
      lastSeen: "2023-01",
      selector: `${ARTICLE}.customer .article-meta.bottom .article-meta-icon`,
      read: { attribute: "class" },
      pattern: "\\bicon-(\\w+)",
    },
  ],
  cleaning: {
    drop: [
      ...NEVER_TEXT,
      ...MAIL_DROP,
      // Zammad sets the marker where it believes signature and quotes begin.
      ".js-signatureMarker:not(:first-child) ~ *",
      '[data-signature="true"]',
    ],
    dropCustomElements: true,
    erase: [],
    dropLines: MAIL_DROP_LINES,
    cutAt: MAIL_CUT_AT,
  },
};

const CLASSIC = /^#ticket\/zoom\/(\d{1,20})(?:\/|$)/;
const DESKTOP = /^\/desktop\/tickets?\/(?:zoom\/)?(\d{1,20})(?:\/|$)/;

export const zammad: Adapter = {
  helpdesk: "zammad",
  ticketIdFromUrl: ({ pathname, hash }) =>
    (pathname === "/" ? CLASSIC.exec(hash) : DESKTOP.exec(pathname))?.[1] ?? null,
  reading: READING,
};
