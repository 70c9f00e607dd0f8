/** Living replicas of the two helpdesks' ticket pages: self-contained, without network, behaving as README.md says. */
import { readFileSync } from "node:fs";
import type { AuthorRole, Helpdesk } from "../../lib/ticket";
import { DESK_LABELS } from "./desk-labels";
import type { EditorOptions } from "./editors/editor-options";

/** Those with a living replica here. */
export type ReplicaHelpdesk = Extract<Helpdesk, "zendesk" | "freshdesk">;

export type DeskLanguage = "en" | "fr" | "de";

/** `text` is escaped, a blank line parting paragraphs; `html` goes into the page as it is. */
export type ReplicaMessage = {
  role: AuthorRole;
  author: string;
  sentAt: string;
  text?: string;
  html?: string;
  /** Where it is drawn otherwise than a mail of its role. The first two are Zendesk's, the others Freshdesk's. */
  drawnAs?: "messaging" | "sideConversation" | "mailedNote" | "outsider" | "forward" | "chat";
  /** Zendesk: drawn a second time, behind `aria-hidden`. */
  isDuplicated?: boolean;
  /** Freshdesk: what the page adds below the message once its quote is asked for. */
  quoteHtml?: string;
};

/**
 * Messages oldest first; the first one opens the ticket. `fields` by name: `priority`, `type`, and on Freshdesk any
 * other; a name that begins with a capital is drawn in the form whose test id is the localised label.
 */
export type ReplicaTicket = {
  id: string;
  subject: string;
  tags: string[];
  messages: ReplicaMessage[];
  fields?: Record<string, string>;
  /** Zendesk: where this ticket's layout is another than the desk's. */
  layout?: "standard" | "custom";
};

/** 0 draws at once, within the same task. */
export type DelayMs = number | "never";

export type DeskDelays = {
  /** From the start of drawing to the subject, the log's container (Zendesk), the messages. */
  subject: DelayMs;
  log: DelayMs;
  messages: DelayMs;
  /** Zendesk: until "show more" has added, until a note is marked as one, between address and pane on a switch. */
  showMore: DelayMs;
  noteType: DelayMs;
  pane: DelayMs;
  /** Freshdesk: how long old content stays after a switch, until the action bar, until "load more" has added. */
  linger: DelayMs;
  actionBar: DelayMs;
  loadMore: DelayMs;
};

export type DeskOptions = EditorOptions & {
  helpdesk: ReplicaHelpdesk;
  tickets: ReplicaTicket[];
  /** Opened where the page's address does not say which; null: the list. */
  openTicketId: string | null;
  language?: DeskLanguage;
  delaysMs?: Partial<DeskDelays>;
  account?: string;
  /** How many of the newest messages are drawn before older ones are asked for. */
  newestShown?: number;
  /** False leaves out all styles but those that hide panes: jsdom is slow at them. */
  hasLooks?: boolean;
  /** How the address moves: by `pushState` or by `replaceState`. */
  moveBy?: "push" | "replace";
  /** Address of a marketplace app's frame beside the ticket. */
  sideAppUrl?: string;
  /** Zendesk: older messages come by the button or by scrolling up; most articles drawn at once (a guess, else all). */
  olderBy?: "button" | "scroll";
  mostDrawn?: number;
  /** Zendesk: kind of layout, markup of today or of 2023, and whether the address or the pane moves first. */
  layout?: "standard" | "custom";
  markup?: "current" | "2023";
  switchOrder?: "addressFirst" | "paneFirst";
  /** Freshdesk: where the parts that differ between accounts are. */
  subjectElement?: "heading" | "sentiment" | "none";
  contactPanel?: "shadow" | "page";
  messagesIn?: "page" | "shadow";
};

/** Pages of a helpdesk that are no ticket; a few exist on one helpdesk only. */
export type DeskPage = "list" | "search" | "dashboard" | "newTicket" | "user" | "contact";

/** `window.replica` in a living replica: what an agent, a customer or the helpdesk itself does. */
export type Replica = {
  openTicket(id: string): void;
  openList(): void;
  openPage(page: DeskPage): void;
  /** Its pane goes away; opened again, it is drawn anew. */
  closeTicket(id: string): void;
  addMessage(id: string, message: ReplicaMessage): void;
  /** Translates a drawn message in its place. */
  translateMessage(id: string, index: number, text: string): void;
  /** Other options from now on; what is drawn already stays. */
  change(options: Omit<Partial<DeskOptions>, "helpdesk" | "tickets">): void;
};

/** Times as the sources report them. */
const DELAYS_MS: Record<ReplicaHelpdesk, DeskDelays> = {
  zendesk: {
    subject: 200,
    log: 800,
    messages: 1500,
    showMore: 300,
    noteType: 500,
    pane: 50,
    linger: 0,
    actionBar: 0,
    loadMore: 0,
  },
  freshdesk: {
    subject: 200,
    log: 0,
    messages: 900,
    showMore: 0,
    noteType: 0,
    pane: 0,
    linger: 300,
    actionBar: 1500,
    loadMore: 300,
  },
};

/** Everything at once, for tests and pictures that are not about drawing. */
export const DRAWN_AT_ONCE: DeskDelays = {
  subject: 0,
  log: 0,
  messages: 0,
  showMore: 0,
  noteType: 0,
  pane: 0,
  linger: 0,
  actionBar: 0,
  loadMore: 0,
};

const RAIL =
  '<nav class="rail"><span class="rail-mark"></span><button class="rail-list" type="button" aria-label="Tickets"></button><button type="button" aria-label="Contacts"></button></nav>';

const ZENDESK_BODY = `${RAIL}
<header data-test-id="header-toolbar" class="topbar"><nav data-test-id="header-tablist" role="tablist" class="tabs"></nav></header>
<main id="main_panes"></main>`;

const FRESHDESK_BODY = `${RAIL}
<header class="topbar"><div class="breadcrumb"><span class="breadcrumb-title" data-test-title="main-title"><a>{allTickets}</a></span><span class="breadcrumb__item active"></span></div></header>
<div class="desk"><ul class="desk-tickets"></ul><div id="stage"></div></div>
<div id="ember-basic-dropdown-wormhole"></div>`;

const SCRIPTS: Record<ReplicaHelpdesk, string[]> = {
  zendesk: [
    "kit.js",
    "editor-steps.js",
    "composer-model.js",
    "zendesk-composer.js",
    "zendesk-messages.js",
    "zendesk-parts.js",
    "zendesk-log.js",
    "zendesk-pages.js",
    "zendesk.js",
  ],
  freshdesk: [
    "kit.js",
    "editor-steps.js",
    "froala-editor.js",
    "freshdesk-editor.js",
    "freshdesk-messages.js",
    "freshdesk-parts.js",
    "freshdesk-pages.js",
    "freshdesk.js",
  ],
};

const part = (name: string) => readFileSync(new URL(`living/${name}`, import.meta.url), "utf8");

/** One HTML page. Its scripts set `window.replica`, a `Replica`. */
export function renderDesk(options: DeskOptions): string {
  const { helpdesk, language = "en" } = options;
  const labels = DESK_LABELS[language];
  const settings = {
    account: "Acme Support",
    newestShown: 10,
    moveBy: "push",
    olderBy: "button",
    layout: "standard",
    markup: "current",
    switchOrder: "addressFirst",
    subjectElement: "heading",
    contactPanel: "shadow",
    messagesIn: "page",
    ...options,
    language,
    labels,
    delaysMs: { ...DELAYS_MS[helpdesk], ...options.delaysMs },
  };
  const isZendesk = helpdesk === "zendesk";
  return `<!doctype html>
<html lang="${language}"${isZendesk ? ' data-theme="light"' : ""}>
<head><meta charset="utf-8"><title>Acme Support</title>${options.hasLooks === false ? "" : `<style>${part("desk.css")}${part("conversation.css")}</style>`}</head>
<body${isZendesk ? "" : ' class="ember-application"'}>
${isZendesk ? ZENDESK_BODY : FRESHDESK_BODY.replace("{allTickets}", labels.allTickets)}
<script type="application/json" id="desk-options">${JSON.stringify(settings).replaceAll("<", "\\u003c")}</script>
${SCRIPTS[helpdesk].map((name) => `<script>${part(name)}</script>`).join("\n")}
</body>
</html>
`;
}
