/**
 * What each tab's helpdesk page shows, in session storage: it survives the background's sleep, is gone with the browser
 * and is out of reach for content scripts. One writer (the background), any number of readers (the panels).
 */
import { browser } from "wxt/browser";
import { z } from "../contract/zod";
import { helpdeskSchema, type PageReport, pageReportSchema } from "../ticket";
import { forgetApiEntries, readApiEntry } from "./api-tickets";
import { isIncomplete, mergeTicket } from "./merge-ticket";
import { ticketChangedSchema } from "./messages";
import { newestMessages } from "./newest-messages";
import { isPageThere } from "./page-presence";

const tabHeadSchema = z.object({
  pageId: z.uuid(),
  /** Of the page's address, as the browser told it. */
  host: z.string().nullable(),
  helpdesk: helpdeskSchema,
  ticketId: z.string().nullable(),
  /** Made anew whenever another ticket, or the same one again, is opened in the tab. */
  opening: z.uuid(),
  /** The page shows the ticket in part only. */
  isIncomplete: z.boolean(),
});
/** What is known of a tab's page without reading what it says. */
export type TabHead = z.infer<typeof tabHeadSchema>;

const tabPageSchema = z.object({ head: tabHeadSchema, report: pageReportSchema });
type TabPage = z.infer<typeof tabPageSchema>;

const KEY_PREFIX = "page:";
const ASKED_PREFIX = "asked:";
const COMPLETED_PREFIX = "completed:";

function keyOf(tabId: number): string {
  return `${KEY_PREFIX}${tabId}`;
}

function fitReport(report: PageReport): PageReport {
  if (report.state !== "ticket") return report;
  return { ...report, ticket: { ...report.ticket, messages: newestMessages(report.ticket.messages) } };
}

async function readKey(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

/** What a tab's page shows, completed by the helpdesk's API where that was asked. `isIncomplete` is of the page alone. */
export async function readTab(tabId: number): Promise<{ report: PageReport; isIncomplete: boolean } | null> {
  const { data: page } = tabPageSchema.safeParse(await readKey(keyOf(tabId)));
  if (page === undefined) return null;
  const { host, ticketId, isIncomplete: lacks } = page.head;
  const known = host === null || ticketId === null ? null : await readApiEntry({ host, ticketId });
  return { report: fitReport(mergeTicket(page.report, known?.answer ?? null)), isIncomplete: lacks };
}

/** What a tab's page shows; null when it is no helpdesk page or nothing was reported yet. */
export async function readTabPage(tabId: number): Promise<PageReport | null> {
  return (await readTab(tabId))?.report ?? null;
}

/** Null when nothing was reported yet. */
export async function readTabHead(tabId: number): Promise<TabHead | null> {
  const { data: page } = z.object({ head: tabHeadSchema }).safeParse(await readKey(keyOf(tabId)));
  return page?.head ?? null;
}

/** The opening for which the helpdesk's API was asked last in a tab; null when it was not. */
export async function readAsked(tabId: number): Promise<string | null> {
  return z
    .string()
    .nullable()
    .catch(null)
    .parse(await readKey(ASKED_PREFIX + tabId));
}

export async function keepAsked(tabId: number, opening: string): Promise<void> {
  await browser.storage.session.set({ [ASKED_PREFIX + tabId]: opening });
}

export async function forgetAsked(tabId: number): Promise<void> {
  await browser.storage.session.remove(ASKED_PREFIX + tabId);
}

/** Has those who follow a tab's page look again: the helpdesk's API has said something about its ticket. */
export async function tellCompleted(tabId: number, nowMs: number): Promise<void> {
  await browser.storage.session.set({ [COMPLETED_PREFIX + tabId]: nowMs });
}

/** Calls back with the tab's id whenever what its page shows has changed; the answer ends it. */
export function onTabPageChanged(listener: (tabId: number) => void): () => void {
  const hear = (changes: Record<string, unknown>) => {
    for (const key of Object.keys(changes)) {
      const prefix = [KEY_PREFIX, COMPLETED_PREFIX].find((each) => key.startsWith(each));
      if (prefix !== undefined) listener(Number(key.slice(prefix.length)));
    }
  };
  browser.storage.session.onChanged.addListener(hear);
  return () => browser.storage.session.onChanged.removeListener(hear);
}

/** Ids of the tabs whose page reported something. */
export async function tabsWithPages(): Promise<number[]> {
  const keys = Object.keys(await browser.storage.session.get(null));
  return keys.filter((key) => key.startsWith(KEY_PREFIX)).map((key) => Number(key.slice(KEY_PREFIX.length)));
}

/** Forgets a tab. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([keyOf(tabId), ASKED_PREFIX + tabId, COMPLETED_PREFIX + tabId]);
}

function ticketIdOf(report: PageReport): string | null {
  if (report.state === "none") return null;
  return report.state === "ticket" ? report.ticket.id : report.ticketId;
}

/** The head for a new report; an opening goes on while the same page shows the same ticket. */
function nextHead(known: TabHead | null, pageId: string, host: string | null, report: PageReport): TabHead {
  const ticketId = ticketIdOf(report);
  const goesOn = known?.pageId === pageId && known.ticketId === ticketId && known.host === host;
  const opening = goesOn ? known.opening : crypto.randomUUID();
  return { pageId, host, helpdesk: report.helpdesk, ticketId, opening, isIncomplete: isIncomplete(report) };
}

/**
 * Keeps what a page reports; `address` is where the browser says the page is. Messages that are not of the form, or do
 * not come from a tab, are dropped. A page that says `none` while another page already stands in its tab changes nothing,
 * and neither does a goodbye that comes after its tab was forgotten.
 */
export async function keepReport(message: unknown, tabId: number | undefined, address = ""): Promise<void> {
  const parsed = ticketChangedSchema.safeParse(message);
  if (!parsed.success || tabId === undefined) return;
  const { pageId, report } = parsed.data;
  const known = await readTabHead(tabId);
  const isLastWord = report.state === "none" && known !== null && known.pageId !== pageId;
  if (isLastWord && known.ticketId !== null) return;
  if (report.state === "none" && known === null && !(await isPageThere(tabId))) return;
  const host = URL.canParse(address) ? new URL(address).host : null;
  await storePage(keyOf(tabId), { head: nextHead(known, pageId, host, report), report: fitReport(report) });
}

/** With session storage full, the ticket's core is tried, and then that it could not be kept: never a wait without end. */
async function storePage(key: string, page: TabPage): Promise<void> {
  for (const report of [page.report, ...smallerReports(page.report)]) {
    try {
      await browser.storage.session.set({ [key]: { head: page.head, report } satisfies TabPage });
      return;
    } catch (error) {
      // What the page itself shows comes before what was asked for in addition.
      if (await forgetApiEntries()) return storePage(key, page);
      console.warn("Souffleur: a ticket did not fit into session storage", error);
    }
  }
}

function smallerReports(report: PageReport): PageReport[] {
  if (report.state !== "ticket") return [];
  const { ticket } = report;
  const core = { ...ticket, messages: ticket.messages.slice(-3), tags: [], fields: {} };
  return [
    { ...report, ticket: core },
    { state: "unreadable", helpdesk: report.helpdesk, ticketId: ticket.id, missing: ["messages"], readBy: {} },
  ];
}
