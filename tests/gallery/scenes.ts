import type { ActivePage } from "../../lib/browser/active-page";
import type { PageActions } from "../../lib/browser/page-actions";
import type { ReplyChannel } from "../../lib/page-commands";
import type { PageReport } from "../../lib/ticket";
import type { Library, SuggestAnswer, SyncProblem, SyncState } from "../../lib/worker/protocol";
import {
  createAnswer,
  createCard,
  createDetail,
  createFakeLibrary,
  createFlag,
  createSyncState,
  NOW_MS,
  pageWith,
  ticketPage,
} from "../components/support";
import { DETAIL, SUGGESTIONS } from "./articles";

/** One state of the sidebar. `act` brings the drawn panel into it with clicks and keys. */
export type Scene = {
  library?: Library | null;
  page?: ActivePage;
  language?: string;
  actions?: Partial<PageActions>;
  copyText?: (text: string) => Promise<void>;
  act?(root: HTMLElement): void | Promise<void>;
};

const found: SuggestAnswer = createAnswer({ suggestions: SUGGESTIONS });
const unsure = createAnswer({ certainty: "maybe", probability: 0.4, suggestions: SUGGESTIONS.slice(0, 3) });
const empty = createAnswer({ status: "libraryEmpty", suggestions: [], certainty: null, probability: null });
const nothing = createAnswer({ status: "nothingFits", suggestions: [], certainty: null, probability: 0.1 });

function library(answer: SuggestAnswer = found, sync: Partial<SyncState> = {}, more: Partial<Library> = {}): Library {
  return createFakeLibrary({
    suggest: async () => answer,
    search: async ({ text }) => (text.startsWith("xyz") ? [] : SUGGESTIONS.slice(0, 3)),
    readArticle: async ({ id }) => detailOf(id),
    sync: async () => createSyncState(sync),
    flag: async ({ articleId }) => createFlag({ articleId }),
    ...more,
  }).library;
}

function detailOf(id: string) {
  const card = SUGGESTIONS.find((suggestion) => suggestion.card.id === id)?.card ?? createCard();
  return id === "refund" ? DETAIL : createDetail({ ...DETAIL, card, otherLanguages: [] });
}

function problem(kind: SyncProblem["kind"], articleCount: number): Scene {
  const retryAtMs = kind === "serverError" || kind === "rateLimited" ? NOW_MS + 5 * 60_000 : null;
  const freshAtMs = articleCount === 0 ? null : NOW_MS - 20 * 60_000;
  return {
    library: library(articleCount === 0 ? empty : found, { problem: { kind, retryAtMs }, articleCount, freshAtMs }),
  };
}

function press(root: HTMLElement, selector: string): void {
  root.querySelector<HTMLElement>(selector)?.click();
}

function type(root: HTMLElement, text: string): void {
  const field = root.querySelector<HTMLInputElement>("[data-action=search]");
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

const firstSync = { phase: "pulling", firstSync: { received: 3200, total: 10_000 }, freshAtMs: null } as const;
const flagged = createFlag({
  reason: "outdated",
  state: "refused",
  detail: "the article no longer exists",
  undoUntilMs: 0,
});
const withFlag = createAnswer({
  suggestions: SUGGESTIONS.map((suggestion, at) =>
    at === 0 ? { ...suggestion, card: { ...suggestion.card, flag: flagged } } : suggestion,
  ),
});

const unreadable = pageWith({
  state: "unreadable",
  helpdesk: "zendesk",
  ticketId: "4711",
  missing: ["subject", "messages"],
  readBy: {},
});
const partlyRead = reportOf({
  readBy: { subject: "omni-header-subject", messages: "omni-log-comment", channel: "via-label" },
  gaps: ["older", "roles"],
});
const readByApi = reportOf({ readBy: { subject: "omni-header-subject", messages: "api", channel: "api" } });

function reportOf(more: Partial<Extract<PageReport, { state: "ticket" }>>): ActivePage {
  const page = ticketPage();
  return page.report?.state === "ticket" ? pageWith({ ...page.report, ...more }) : page;
}

function openDetails(root: HTMLElement): void {
  press(root, ".health-mark");
}

function askingFor(channel: ReplyChannel): Partial<PageActions> {
  return { insert: async () => ({ outcome: "askFirst", channel }) };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 250));

/** Every state of the sidebar by name. */
export const SCENES: Record<string, Scene> = {
  suggestions: { library: library() },
  french: { library: library(), language: "fr" },
  hover: { library: library(), act: (root) => root.querySelector<HTMLElement>("[data-action=open]")?.focus() },
  flagging: { library: library(), act: (root) => press(root, "[data-action=flag]") },
  flagRefused: { library: library(withFlag) },
  dropped: { library: library(), act: (root) => press(root, ".chip") },
  copied: { library: library(), act: (root) => press(root, "[data-action=copy-link]") },
  noLink: { library: library(), act: (root) => press(root, '[data-card=goodwill] [data-action="copy-link"]') },
  reading: { library: library(), page: pageWith({ state: "reading", helpdesk: "zendesk", ticketId: "4711" }) },
  article: { library: library(), act: (root) => press(root, "[data-card=refund] [data-action=open]") },
  articleInternal: { library: library(), act: (root) => press(root, "[data-card=goodwill] [data-action=open]") },
  articleMissing: {
    library: library(found, {}, { readArticle: async () => null }),
    act: (root) => press(root, "[data-action=open]"),
  },
  search: { library: library(), act: (root) => type(root, "refund") },
  searchNothing: { library: library(), act: (root) => type(root, "xyz 500") },
  keys: { library: library(), act: (root) => press(root, '[aria-keyshortcuts="?"]') },
  notConnected: { library: null },
  noHelpdesk: { library: library(), page: pageWith(null) },
  noTicket: { library: library(), page: pageWith({ state: "none", helpdesk: "freshdesk" }) },
  unreadable: {
    library: library(),
    page: unreadable,
  },
  partly: { library: library(), page: partlyRead, act: openDetails },
  partlyClosed: { library: library(), page: partlyRead },
  partlyFrench: { library: library(), page: partlyRead, act: openDetails, language: "fr" },
  wellOpen: { library: library(), page: readByApi, act: openDetails },
  unreadableOpen: { library: library(), page: unreadable, act: openDetails },
  askFirst: {
    library: library(),
    actions: askingFor("public"),
    act: (root) => press(root, "[data-card=refund] [data-action=insert-link]"),
  },
  askFirstAnswer: {
    library: library(),
    actions: askingFor("unknown"),
    act: async (root) => {
      press(root, "[data-card=refund] [data-action=open]");
      await soon();
      press(root, "[data-action=insert-link]");
    },
  },
  inserted: { library: library(), act: (root) => press(root, "[data-action=insert-link]") },
  insertedNote: {
    library: library(),
    actions: { insert: async () => ({ outcome: "inserted", channel: "note", editor: "ckeditor" }) },
    act: (root) => press(root, "[data-action=insert-link]"),
  },
  notInserted: {
    library: library(),
    actions: { insert: async () => ({ outcome: "notInserted", reason: "noEditor" }) },
    act: (root) => press(root, "[data-action=insert-link]"),
  },
  notInsertedNotCopied: {
    library: library(),
    actions: { insert: () => Promise.reject(new Error("gone")) },
    copyText: () => Promise.reject(new Error("no focus")),
    act: (root) => press(root, "[data-action=insert-link]"),
  },
  insertNoTicket: {
    library: library(),
    page: pageWith(null),
    act: async (root) => {
      type(root, "refund");
      await soon();
      press(root, "[data-action=insert-link]");
    },
  },
  noAccess: { library: library(), page: { ...pageWith(null), missingAccess: ["https://*.zendesk.com/*"] } },
  noAccessRefused: {
    library: library(),
    page: { ...pageWith(null), missingAccess: ["https://*.zendesk.com/*", "https://help.acme.example/*"] },
    actions: { requestAccess: async () => false },
    act: (root) => press(root, ".state-actions button"),
  },
  maybe: { library: library(unsure) },
  maybeFrench: { library: library(unsure), language: "fr" },
  maybeOne: { library: library({ ...unsure, suggestions: SUGGESTIONS.slice(0, 1) }) },
  why: { library: library(), act: (root) => press(root, "[data-action=why]") },
  whyFrench: { library: library(unsure), act: (root) => press(root, "[data-action=why]"), language: "fr" },
  nothingFits: { library: library(nothing) },
  libraryEmpty: { library: library(empty, { articleCount: 0 }) },
  suggestFailed: { library: library(found, {}, { suggest: () => Promise.reject(new Error("no worker")) }) },
  firstSync: {
    library: library({ ...found, suggestions: SUGGESTIONS.slice(0, 2) }, { ...firstSync, articleCount: 3200 }),
  },
  firstSyncEmpty: { library: library(empty, { ...firstSync, articleCount: 0 }) },
  queuedFlags: {
    library: library(found, {
      queued: { flags: 2, acknowledgements: 0, gaps: 0, drafts: 0 },
      problem: { kind: "offline", retryAtMs: null },
    }),
  },
  offlineEmpty: problem("offline", 0),
  unauthorized: problem("unauthorized", 120),
  unauthorizedEmpty: problem("unauthorized", 0),
  forbidden: problem("forbidden", 0),
  clientTooOld: problem("clientTooOld", 120),
  clientTooOldEmpty: problem("clientTooOld", 0),
  notOurApi: problem("notOurApi", 0),
  serverError: problem("serverError", 120),
  serverErrorEmpty: problem("serverError", 0),
  badAnswer: problem("badAnswer", 120),
  rateLimited: problem("rateLimited", 120),
  storageFull: problem("storageFull", 120),
  broken: { library: library(createAnswer({ suggestions: [{} as never] })) },
  longSubject: {
    library: library(),
    page: ticketPage({
      helpdesk: "freshdesk",
      id: "90210",
      subject: "Re: Fwd: AW: Still no answer about the second charge on my October invoice, please help me now",
    }),
  },
};
