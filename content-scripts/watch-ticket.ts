/**
 * Watches a helpdesk page and reports what it shows of the ticket in its address, whenever that changed. Two rules
 * stand above all: a ticket's text is never reported under another ticket's id, and a new address drops the old
 * ticket at once.
 */
import type { PageReport, ReadBy } from "../lib/ticket";
import type { Adapter } from "./adapter";
import type { Clock } from "./clock";
import type { MessageCache } from "./engine/read-messages";
import { type Leftovers, NO_LEFTOVERS, readTicket, type TicketReading } from "./engine/read-ticket";
import { claim, createOwnership, isOwn, isSettling, leave, leftovers, type Ownership } from "./ownership";
import { watchPageEvents } from "./page-events";
import { callsForReading, createRelevance, forgetChanged, type Relevance, withoutClockwork } from "./relevance";
import type { Trial } from "./update/trial";

/** What to read by, and the trial that its readings are on; none when there is nothing to try. */
export type Rules = { adapter: Adapter; trial?: Trial | null };

export type WatchOptions = Rules & {
  /** Goes on when a reading by `adapter` throws; the same when left out. */
  bundled?: Adapter;
  document: Document;
  getUrl: () => URL;
  /** Called with each report that differs from the one before. */
  report: (report: PageReport) => void;
  /** Ends all watching. Nothing is reported from then on. */
  signal: AbortSignal;
  /** Whether reports can still be heard; asked before any work. Whoever answers no has `signal` abort as well. */
  canReport?: () => boolean;
  clock: Clock;
  /** Internal notes, and messages whose role is unclear, stay in the page unless this says otherwise. */
  includeNotes: boolean;
};

/** Changes are gathered for so long after the first one, by what has been reported. */
const GATHER_MS: Record<PageReport["state"], number> = { none: 32, reading: 32, ticket: 64, unreadable: 500 };

/** A ticket that has not been read for `RESTED_MS` is looked at sooner: a single message, not a page being drawn. */
const RESTED_MS = 500;
const GATHER_RESTED_MS = 16;

/** How long a page may take to show a ticket before it counts as unreadable. */
const DEADLINE_MS = 20_000;

/** How long after a switch the old ticket's text is expected to linger, redrawn or not. */
const SETTLE_MS = 3_000;

/** Looks after a switch, for what changes without a trace in the tree (an input's value, trust after settling). */
const EXTRA_LOOKS_MS = [250, 1_000, SETTLE_MS + 100, 2 * SETTLE_MS + 100, 10_000, 15_000];

/** The state of one watch. */
type Watch = WatchOptions & {
  ownership: Ownership;
  ticketId: string | null;
  hasStarted: boolean;
  relevance: Relevance | null;
  reported: { state: PageReport["state"]; json: string } | null;
  /** What has been read of messages that did not change since. */
  messageCache: MessageCache;
  /** Calls off the reading that is due. */
  dueReading: (() => void) | null;
  /** Calls off the looks and the deadline of the ticket in the address. */
  ticketTimers: (() => void)[];
  observeShadowRoot: (shadowRoot: ShadowRoot) => void;
  lastReading: { readBy: ReadBy; missing: string[] };
  lastReadAtMs: number;
  /** The ticket in the address has had its time to be drawn. */
  isOverdue: boolean;
};

const NOTHING_READ = { readBy: {}, missing: ["ticket"] };

/** A watch that has begun. */
export type Watching = {
  /** Reads by other rules from now on, soon anew. What is known of whose text is whose stays known. */
  setRules(rules: Rules): void;
};

/** Where the selectors carry the id, only the very same elements could mislead. */
const settleMsOf = ({ reading }: Adapter) => (reading.identity.length === 0 ? 0 : SETTLE_MS);

/** Starts watching; the first report comes before this returns. */
export function watchTicket(options: WatchOptions): Watching {
  const { adapter, document, signal, clock } = options;
  const watch: Watch = {
    ...options,
    ownership: createOwnership(settleMsOf(adapter), clock.nowMs),
    ticketId: null,
    hasStarted: false,
    relevance: null,
    reported: null,
    messageCache: new WeakMap(),
    dueReading: null,
    ticketTimers: [],
    observeShadowRoot: () => undefined,
    lastReading: NOTHING_READ,
    lastReadAtMs: Number.NEGATIVE_INFINITY,
    isOverdue: false,
  };
  if (signal.aborted) return { setRules: () => undefined };
  watch.observeShadowRoot = watchPageEvents(document, signal, {
    moved: () => {
      if (watch.canReport?.() === false) return;
      followAddress(watch);
      // The page went away, was reported as none, and came back from the browser's cache.
      if (watch.reported?.state === "none") emitUnread(watch);
      scheduleReading(watch);
    },
    changed: (changes) => gather(watch, changes),
    gone: () => {
      watch.trial?.close();
      emit(watch, { state: "none", helpdesk: adapter.helpdesk });
    },
  });
  signal.addEventListener("abort", () => end(watch), { once: true });
  followAddress(watch);
  return { setRules: (rules) => changeRules(watch, rules) };
}

function end(watch: Watch): void {
  callOffTimers(watch);
  watch.trial?.close();
}

function changeRules(watch: Watch, { adapter, trial = null }: Rules): void {
  if (watch.signal.aborted) return;
  const { ticketId } = watch;
  watch.trial?.close();
  watch.trial = trial;
  watch.adapter = adapter;
  watch.ownership.settleMs = settleMsOf(adapter);
  watch.messageCache = new WeakMap();
  watch.relevance = ticketId === null ? null : createRelevance(adapter.reading, ticketId);
  scheduleReading(watch);
}

function emit(watch: Watch, report: PageReport): void {
  if (watch.signal.aborted) return;
  const json = JSON.stringify(report);
  if (json === watch.reported?.json) return;
  watch.reported = { state: report.state, json };
  watch.report(report);
}

function callOffTimers(watch: Watch): void {
  watch.dueReading?.();
  watch.dueReading = null;
  for (const callOff of watch.ticketTimers) callOff();
  watch.ticketTimers = [];
}

/** Compares the address with the ticket at hand and moves on where they differ. */
function followAddress(watch: Watch): void {
  const { adapter, clock } = watch;
  const ticketId = adapter.ticketIdFromUrl(watch.getUrl());
  if (watch.hasStarted && ticketId === watch.ticketId) return;
  callOffTimers(watch);
  const leftId = watch.ticketId;
  watch.hasStarted = true;
  watch.ticketId = ticketId;
  watch.lastReading = NOTHING_READ;
  watch.isOverdue = false;
  watch.relevance = ticketId === null ? null : createRelevance(adapter.reading, ticketId);
  emitUnread(watch);
  if (leftId !== null) leaveTicket(watch, leftId);
  if (ticketId === null) return;
  watch.ticketTimers = [
    ...EXTRA_LOOKS_MS.map((delayMs) => clock.after(delayMs, () => read(watch))),
    clock.after(DEADLINE_MS, () => giveUp(watch, ticketId)),
  ];
  scheduleReading(watch);
}

/** What there is to say before the page has been read. */
function emitUnread(watch: Watch): void {
  const { helpdesk } = watch.adapter;
  const { ticketId } = watch;
  emit(watch, ticketId === null ? { state: "none", helpdesk } : { state: "reading", helpdesk, ticketId });
}

function leaveTicket(watch: Watch, ticketId: string): void {
  const isFoundById = watch.ownership.settleMs === 0;
  const reading = isFoundById ? "absent" : look(watch, ticketId, NO_LEFTOVERS);
  leave(watch.ownership, ticketId, typeof reading === "string" ? null : reading);
}

function gather(watch: Watch, changes: MutationRecord[]): void {
  if (watch.canReport?.() === false) return;
  const noted = watch.relevance === null ? changes : withoutClockwork(changes, watch.relevance);
  forgetChanged(noted, watch.messageCache);
  followAddress(watch);
  if (watch.dueReading !== null || watch.relevance === null) return;
  if (changes.length === 0 || callsForReading(noted, watch.relevance)) scheduleReading(watch);
}

function scheduleReading(watch: Watch): void {
  if (watch.ticketId === null || watch.dueReading !== null) return;
  const state = watch.reported?.state ?? "none";
  const isRested = state === "ticket" && watch.clock.nowMs() - watch.lastReadAtMs > RESTED_MS;
  watch.dueReading = watch.clock.after(isRested ? GATHER_RESTED_MS : GATHER_MS[state], () => {
    watch.dueReading = null;
    read(watch);
  });
}

/** Whether readings may be made by the rules at hand; if not yet, one follows as soon as they may. */
const mayRead = (watch: Watch) => watch.trial?.mayRead(() => read(watch)) !== false;

/** One reading, by the bundled rules where the others must wait. Rules by which it throws are given up for these. */
function look(watch: Watch, ticketId: string, known: Leftovers): ReturnType<typeof readTicket> {
  const { document, trial, bundled = watch.adapter } = watch;
  const isReady = mayRead(watch);
  const adapter = isReady ? watch.adapter : bundled;
  try {
    const cache: MessageCache = isReady ? watch.messageCache : new WeakMap();
    const reading = readTicket(adapter, document, watch.getUrl(), ticketId, known, cache);
    if (isReady && typeof reading !== "string" && reading.messages.length > 0) trial?.passed();
    return reading;
  } catch {
    // By the bundled rules only a page throws that hides what the reader needs: it shows no ticket then.
    if (adapter === bundled) return "absent";
    changeRules(watch, { adapter: bundled });
    return look(watch, ticketId, known);
  }
}

/** A reading that the page and memory agree is the ticket's; null while they do not. */
function readTrusted(watch: Watch, ticketId: string): TicketReading | null {
  const { ownership } = watch;
  watch.lastReadAtMs = watch.clock.nowMs();
  const reading = look(watch, ticketId, leftovers(ownership, ticketId));
  if (typeof reading === "string") {
    watch.lastReading = NOTHING_READ;
    return null;
  }
  if (watch.relevance !== null) watch.relevance.root = reading.root;
  for (const shadowRoot of reading.shadowRoots) watch.observeShadowRoot(shadowRoot);
  const { identity, isConfirmed, readBy } = reading;
  const settling = isSettling(ownership);
  const isSame = identity === "same" || (identity === "mixed" && !settling);
  const isTrusted =
    (isSame && isOwn(ownership, ticketId, reading)) || (isConfirmed && !settling && identity !== "other");
  watch.lastReading = { readBy, missing: missingOf(reading, isTrusted) };
  return isTrusted ? reading : null;
}

function missingOf({ readBy }: TicketReading, isTrusted: boolean): string[] {
  const missing = ["subject", "messages", "body"].filter((field) => (readBy[field] ?? null) === null);
  return isTrusted ? missing : ["identity", ...missing];
}

function read(watch: Watch): void {
  if (watch.canReport?.() === false) return;
  followAddress(watch);
  const { ticketId, adapter, includeNotes } = watch;
  if (ticketId === null || watch.signal.aborted || !mayRead(watch)) return;
  const reading = readTrusted(watch, ticketId);
  // What has been reported stays until there is something better: pages empty themselves for a moment on each redraw.
  if (reading === null || !reading.isReadable) return;
  const { ticket, readBy, gaps } = reading;
  const { ids, texts } = watch.ownership.current;
  if (ticket.messages.length === 0 && ids.size + texts.size > 0 && watch.reported?.state === "ticket") return;
  claim(watch.ownership, ticketId, reading);
  const messages = includeNotes ? ticket.messages : ticket.messages.filter(({ role }) => role !== "note");
  const { missing } = watch.lastReading;
  emit(watch, {
    state: "ticket",
    helpdesk: adapter.helpdesk,
    ticket: { ...ticket, messages },
    readBy,
    missing,
    gaps: isLate(watch, reading) ? ["messages"] : gaps,
  });
}

/** The page has had its time and shows no message, not even one that was withheld. */
function isLate({ isOverdue }: Watch, { ticket, gaps }: TicketReading): boolean {
  return isOverdue && ticket.messages.length === 0 && gaps.length === 0;
}

function giveUp(watch: Watch, ticketId: string): void {
  watch.isOverdue = true;
  read(watch);
  if (watch.ticketId !== ticketId || watch.reported?.state !== "reading") return;
  const { readBy, missing } = watch.lastReading;
  emit(watch, { state: "unreadable", helpdesk: watch.adapter.helpdesk, ticketId, missing, readBy });
}
