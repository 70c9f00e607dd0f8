/**
 * What each tab's helpdesk page shows, in session storage: it survives the background's sleep, is gone with the browser
 * and is out of reach for content scripts. One writer (the background), any number of readers (the panels).
 */
import { browser } from "wxt/browser";
import { z } from "../contract/zod";
import { type PageReport, pageReportSchema, type TicketMessage } from "../ticket";
import { ticketChangedSchema } from "./messages";

const tabPageSchema = z.object({ pageId: z.uuid(), report: pageReportSchema });
type TabPage = z.infer<typeof tabPageSchema>;

/** Session storage holds 10 MB for all tabs; of one ticket the newest messages up to this many characters are kept. */
const MAX_TICKET_LENGTH = 200_000;

const KEY_PREFIX = "page:";

function keyOf(tabId: number): string {
  return `${KEY_PREFIX}${tabId}`;
}

function newestMessages(messages: TicketMessage[]): TicketMessage[] {
  let length = 0;
  const tooFar = messages.findLastIndex((message) => {
    length += message.text.length;
    return length > MAX_TICKET_LENGTH;
  });
  return messages.slice(tooFar + 1);
}

function fitReport(report: PageReport): PageReport {
  if (report.state !== "ticket") return report;
  return { ...report, ticket: { ...report.ticket, messages: newestMessages(report.ticket.messages) } };
}

/** What a tab's page shows; null when it is no helpdesk page or nothing was reported yet. */
export async function readTabPage(tabId: number): Promise<PageReport | null> {
  const key = keyOf(tabId);
  const parsed = tabPageSchema.safeParse((await browser.storage.session.get(key))[key]);
  return parsed.success ? parsed.data.report : null;
}

/** Calls back with the tab's id whenever what its page shows has changed; the answer ends it. */
export function onTabPageChanged(listener: (tabId: number) => void): () => void {
  const hear = (changes: Record<string, unknown>) => {
    for (const key of Object.keys(changes)) {
      if (key.startsWith(KEY_PREFIX)) listener(Number(key.slice(KEY_PREFIX.length)));
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
  await browser.storage.session.remove(keyOf(tabId));
}

/**
 * Keeps what a page reports. Messages that are not of the form, or do not come from a tab, are dropped. A page that
 * says `none` while another page already stands in its tab changes nothing.
 */
export async function keepReport(message: unknown, tabId: number | undefined): Promise<void> {
  const parsed = ticketChangedSchema.safeParse(message);
  if (!parsed.success || tabId === undefined) return;
  const { pageId, report } = parsed.data;
  const key = keyOf(tabId);
  if (report.state === "none") {
    const known = tabPageSchema.safeParse((await browser.storage.session.get(key))[key]);
    if (known.success && known.data.pageId !== pageId && known.data.report.state !== "none") return;
  }
  await storePage(key, { pageId, report: fitReport(report) });
}

/** With session storage full, the ticket's core is tried, and then that it could not be kept: never a wait without end. */
async function storePage(key: string, page: TabPage): Promise<void> {
  for (const report of [page.report, ...smallerReports(page.report)]) {
    try {
      await browser.storage.session.set({ [key]: { pageId: page.pageId, report } satisfies TabPage });
      return;
    } catch (error) {
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
