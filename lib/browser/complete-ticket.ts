/**
 * Has a ticket that its page shows in part read by the helpdesk's own API. Each opening of a ticket asks at most once,
 * and a helpdesk that refuses is left alone for a while: its quota belongs to everybody in the account.
 */
import { type ApiReadRequest, type ApiTicket, apiReadAnswerSchema, hasApi } from "../page-commands";
import {
  type ApiEntry,
  forgetApiEntries,
  keepApiEntry,
  keepQuietUntil,
  readApiEntry,
  readQuietUntil,
  type TicketPlace,
} from "./api-tickets";
import { newestMessages } from "./newest-messages";
import { forgetAsked, keepAsked, readAsked, readTabHead, type TabHead, tellCompleted } from "./tab-pages";

export type CompleterOptions = {
  /** Whether agent and administrator let the extension use the helpdesk's API. */
  isAllowed: () => Promise<boolean>;
  /** Runs the reading in a tab's page. Rejects when the page cannot be reached. */
  readByApi: (tabId: number, request: ApiReadRequest) => Promise<unknown>;
  nowMs: () => number;
};

/** An answer this young is not asked for again. */
const FRESH_MS = 60_000;
const QUIET_MS = 5 * 60_000;
/** Nothing answered at all: the network may be back soon. */
const SHORT_QUIET_MS = 60_000;
/** However long a helpdesk, or whoever imitates one, wishes. */
const LONGEST_QUIET_MS = 60 * 60_000;

/** A ticket in front that lacks something, and where it is. */
type Lacking = { tabId: number; head: TabHead; place: TicketPlace };

function isAbout({ ticket }: ApiTicket, { head, place }: Lacking): boolean {
  const { helpdesk, id, url } = ticket;
  return helpdesk === head.helpdesk && id === place.ticketId && new URL(url).host === place.host;
}

function fitAnswer(answer: ApiTicket): ApiTicket {
  return { ...answer, ticket: { ...answer.ticket, messages: newestMessages(answer.ticket.messages) } };
}

function quietMsAfter(status: number | null, retryAfterMs: number | null): number {
  const wishMs = retryAfterMs ?? (status === null ? SHORT_QUIET_MS : QUIET_MS);
  return Math.min(wishMs, LONGEST_QUIET_MS);
}

/** Whether a ticket is read in the tab, this or another: the tab may have closed, or its reader been stopped. */
async function showsTicket(tabId: number): Promise<boolean> {
  return ((await readTabHead(tabId))?.ticketId ?? null) !== null;
}

/** Asks, and keeps what came back. True when there is something new to show. */
async function ask(options: CompleterOptions, lacking: Lacking, known: ApiEntry | null): Promise<boolean> {
  const { tabId, head, place } = lacking;
  const { ticketId } = place;
  const knownUpdatedAt = known?.answer?.updatedAt ?? null;
  const request = { helpdesk: head.helpdesk, ticketId, knownUpdatedAt };
  const told = await options.readByApi(tabId, request);
  // The page was left or reloaded meanwhile, which says nothing of the helpdesk: the next opening may ask.
  if (told === undefined || told === null) return false;
  const { data: came } = apiReadAnswerSchema.safeParse(told);
  const nowMs = options.nowMs();
  if (came?.outcome === "otherTicket") {
    await forgetAsked(tabId);
    return false;
  }
  if (came?.outcome === "answered" && isAbout(came.answer, lacking)) {
    // Maybe its host may not be read any more.
    if (!(await showsTicket(tabId))) return false;
    await keepApiEntry(place, { answer: fitAnswer(came.answer), quietUntilMs: nowMs + FRESH_MS });
    return true;
  }
  if (came?.outcome === "unchanged" && known !== null) {
    await keepApiEntry(place, { ...known, quietUntilMs: nowMs + FRESH_MS });
    return false;
  }
  const { status, retryAfterMs } = came?.outcome === "refused" ? came : { status: null, retryAfterMs: null };
  const quietUntilMs = nowMs + quietMsAfter(status, retryAfterMs);
  if (status === 404) await keepApiEntry(place, { answer: null, quietUntilMs });
  else await keepQuietUntil(place.host, quietUntilMs);
  return status === 404 && known?.answer != null;
}

async function askUnlessQuiet(options: CompleterOptions, lacking: Lacking): Promise<void> {
  const { tabId, head, place } = lacking;
  if ((await readAsked(tabId)) === head.opening) return;
  const known = await readApiEntry(place);
  const quietUntilMs = Math.max(known?.quietUntilMs ?? 0, await readQuietUntil(place.host));
  if (options.nowMs() < quietUntilMs) return;
  await keepAsked(tabId, head.opening);
  if (await ask(options, lacking, known)) await tellCompleted(tabId, options.nowMs());
}

async function findLacking(tabId: number): Promise<Lacking | null> {
  const head = await readTabHead(tabId);
  if (!head?.isIncomplete || !hasApi(head.helpdesk) || head.host === null || head.ticketId === null) return null;
  return { tabId, head, place: { host: head.host, ticketId: head.ticketId } };
}

/**
 * A function that completes the ticket in a tab, if it lacks something and may be asked for. It rejects when the page
 * cannot be reached. Calls for a ticket that is being asked for share that request.
 */
export function createTicketCompleter(options: CompleterOptions): (tabId: number) => Promise<void> {
  const running = new Map<string, { tabId: number; work: Promise<void> }>();
  return async (tabId) => {
    const lacking = await findLacking(tabId);
    if (lacking === null) return;
    if (!(await options.isAllowed())) {
      // What was read while it was allowed is not shown any more either.
      if (await forgetApiEntries()) await tellCompleted(tabId, options.nowMs());
      return;
    }
    const key = `${lacking.place.host}/${lacking.place.ticketId}`;
    const already = running.get(key);
    if (already !== undefined) {
      if (already.tabId === tabId) return already.work;
      await already.work;
      return tellCompleted(tabId, options.nowMs());
    }
    const work = askUnlessQuiet(options, lacking).finally(() => running.delete(key));
    running.set(key, { tabId, work });
    return work;
  };
}
