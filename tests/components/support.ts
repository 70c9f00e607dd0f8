import { type Signal, signal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { PageReport, Ticket } from "../../lib/ticket";
import type {
  ArticleCard,
  ArticleDetail,
  FlagState,
  Library,
  LibraryEvents,
  SuggestAnswer,
  Suggestion,
  SyncState,
} from "../../lib/worker/protocol";
import type { DraftContent, DraftState, GapState } from "../../lib/worker/protocol/outbox";

/** Saturday 21 November 2026, 10:00 UTC: "now" in every test of the components. */
export const NOW_MS = Date.UTC(2026, 10, 21, 10, 0, 0);
export const DAY_MS = 86_400_000;

/** An instant the given number of days before now. */
export function daysAgo(days: number): string {
  return new Date(NOW_MS - days * DAY_MS).toISOString();
}

export function createCard(overrides: Partial<ArticleCard> = {}): ArticleCard {
  return {
    id: "refund",
    title: "Refund a double charge",
    summary: "What to do when a customer was charged twice.",
    language: "en",
    kind: "how-to",
    audience: "public",
    category: ["Billing", "Refunds"],
    owner: { kind: "team", name: "Billing" },
    url: "https://help.acme.example/refund",
    version: 3,
    updatedAt: daysAgo(20),
    verifiedAt: daysAgo(12),
    verifiedBy: null,
    verifyEveryDays: 90,
    openFlags: 0,
    translation: null,
    hasReply: false,
    flag: null,
    ...overrides,
  };
}

export function createSuggestion(card: Partial<ArticleCard> = {}, overrides: Partial<Suggestion> = {}): Suggestion {
  return { card: createCard(card), score: 1, passage: null, matchedTerms: [], ...overrides };
}

export function createAnswer(overrides: Partial<SuggestAnswer> = {}): SuggestAnswer {
  return {
    ...{ status: "found", suggestions: [createSuggestion()], certainty: "sure", probability: 0.9, language: "en" },
    ...overrides,
  };
}

export function createDetail(overrides: Partial<ArticleDetail> = {}): ArticleDetail {
  return {
    card: createCard(),
    bodyHtml: "<p>Open the invoice.</p>",
    replyText: null,
    escalation: null,
    tags: [],
    expiresAt: null,
    otherLanguages: [],
    ...overrides,
  };
}

export function createFlag(overrides: Partial<FlagState> = {}): FlagState {
  return {
    id: "flag-1",
    articleId: "refund",
    articleTitle: "Refund a double charge",
    reason: null,
    comment: null,
    passage: null,
    state: "queued",
    lookBy: null,
    outcome: null,
    isOutcomeNew: false,
    flaggedAtMs: NOW_MS,
    undoUntilMs: NOW_MS + 5000,
    detail: null,
    ...overrides,
  };
}

export function createGap(overrides: Partial<GapState> = {}): GapState {
  return {
    ...{ id: "gap-1", terms: ["refund"], state: "queued", reportedAtMs: NOW_MS, undoUntilMs: NOW_MS + 5000 },
    ...overrides,
  };
}

export function createDraft(content: Partial<DraftContent> = {}, overrides: Partial<DraftState> = {}): DraftState {
  return {
    id: "draft-1",
    content: {
      ...{ language: "en", title: "Refund a double charge", summary: "", bodyHtml: "<p>Open the invoice.</p>" },
      ...{ replyText: null, kind: "how-to", category: [], tags: [] },
      ...content,
    },
    ...{ note: "", state: "local", detail: null, createdAtMs: NOW_MS, updatedAtMs: NOW_MS },
    ...overrides,
  };
}

export function createSyncState(overrides: Partial<SyncState> = {}): SyncState {
  return {
    phase: "idle",
    problem: null,
    firstSync: null,
    freshAtMs: NOW_MS - 20 * 60_000,
    articleCount: 120,
    queued: { flags: 0, acknowledgements: 0, gaps: 0, drafts: 0 },
    troubles: [],
    ...overrides,
  };
}

function createTicket(overrides: Partial<Ticket> = {}): Ticket {
  return {
    helpdesk: "zendesk",
    id: "4711",
    url: "https://acme.zendesk.com/agent/tickets/4711",
    subject: "Charged twice for October",
    messages: [{ id: "1", role: "customer", sentAt: null, text: "I was charged twice." }],
    tags: [],
    fields: {},
    channel: "email",
    ...overrides,
  };
}

export function ticketPage(overrides: Partial<Ticket> = {}): ActivePage {
  const ticket = createTicket(overrides);
  return pageWith({ state: "ticket", helpdesk: ticket.helpdesk, ticket, readBy: {}, missing: [], gaps: [] });
}

export function pageWith(report: PageReport | null): ActivePage {
  return { tabId: 1, report, missingAccess: [] };
}

export function createActivePage(page: ActivePage = ticketPage()): Signal<ActivePage> {
  return signal(page);
}

/** A library under the test's control. Commands answer something harmless unless overridden; `emit` sends an event. */
export function createFakeLibrary(overrides: Partial<Library> = {}) {
  type Listeners = { [Name in keyof LibraryEvents]: Set<(event: LibraryEvents[Name]) => void> };
  const listeners: Listeners = {
    syncChanged: new Set(),
    articlesChanged: new Set(),
    flagsChanged: new Set(),
    pageReadersChanged: new Set(),
    noticesChanged: new Set(),
    newsChanged: new Set(),
    shelfChanged: new Set(),
    draftsChanged: new Set(),
    gapsChanged: new Set(),
  };
  const library: Library = {
    suggest: async () => createAnswer(),
    search: async () => [],
    readArticle: async () => createDetail(),
    flag: async ({ articleId }) => createFlag({ articleId }),
    unflag: async () => true,
    explainFlag: async ({ reason, comment }) => createFlag({ reason, comment }),
    sync: async () => createSyncState(),
    teach: async () => undefined,
    forgetLearned: async () => undefined,
    lastLessons: async () => [],
    followLearningSettings: async () => undefined,
    listFlags: async () => [],
    markOutcomesSeen: async () => undefined,
    noticesFor: async () => ({ notices: [], hiddenCount: 0, inForceCount: 0 }),
    listNotices: async () => [],
    acknowledgeNotice: async () => undefined,
    muteNotice: async () => undefined,
    setNoticeAside: async () => undefined,
    situationsFor: async () => [],
    listNews: async () => [],
    compareNews: async () => null,
    markNewsRead: async () => undefined,
    searchChoices: async () => ({ languages: [], categories: [], kinds: [], audiences: [] }),
    readShelf: async () => ({ pinned: [], recent: [], similar: [], searches: [] }),
    pinArticle: async () => true,
    noteOpened: async () => undefined,
    noteSearched: async () => undefined,
    forgetRecent: async () => undefined,
    relatedArticles: async () => [],
    findDisagreements: async () => [],
    rateArticle: async () => undefined,
    proposeGap: async () => ({ terms: [], language: null }),
    reportGap: async ({ terms }) => createGap({ terms }),
    undoGap: async () => true,
    listGaps: async () => [],
    countUsage: async () => undefined,
    proposeDraft: async ({ kind }) => ({ content: createDraft({ kind }).content, removed: [], similar: [] }),
    saveDraft: async ({ content, note }) => createDraft(content, { note }),
    deleteDraft: async () => undefined,
    listDrafts: async () => [],
    marksOf: async () => [],
    markTicket: async () => undefined,
    unmarkTicket: async () => undefined,
    on: (name, listener) => {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
    ...overrides,
  };
  function emit<Name extends keyof LibraryEvents>(name: Name, event: LibraryEvents[Name]): void {
    for (const listener of listeners[name]) listener(event);
  }
  return { library, emit };
}

/** A promise that the test settles when it wants to. */
export function createDeferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
