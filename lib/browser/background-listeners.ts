/**
 * The background's listeners. It keeps nothing in memory: the browser stops it after some seconds and starts it again
 * for the next event, so every listener stands at once and all that must survive lies in storage.
 */
import { browser } from "wxt/browser";
import { forgetAnswersOf } from "./api-tickets";
import { type CompleterOptions, createTicketCompleter } from "./complete-ticket";
import { completeTicketSchema } from "./messages";
import { isPageThere } from "./page-presence";
import { runPageTool } from "./page-tools";
import { forgetTab, keepReport, readTabHead, tabsWithPages } from "./tab-pages";

/** Reports and removals queue behind each other, so that the last word of a page is the last one written. */
let queue: Promise<void> = Promise.resolve();
function inTurn(work: () => Promise<void>): void {
  queue = queue.then(work).catch((error: unknown) => console.error("Souffleur: a tab's page could not be kept", error));
}

/** Forgets a tab, and with the last tab of a helpdesk what its API answered. */
async function forgetTabAndAnswers(tabId: number): Promise<void> {
  const host = (await readTabHead(tabId))?.host ?? null;
  await forgetTab(tabId);
  if (host === null) return;
  const others = await Promise.all((await tabsWithPages()).map(readTabHead));
  if (!others.some((head) => head?.host === host)) await forgetAnswersOf([host]);
}

/** Forgets a tab, and what the API said if it was the helpdesk's last, after all that was reported of it so far. */
export function forgetTabInTurn(tabId: number): void {
  inTurn(() => forgetTabAndAnswers(tabId));
}

/** Keeps what the helpdesk pages report, and forgets tabs that closed or went elsewhere. */
export function keepTabPages(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id === browser.runtime.id) inTurn(() => keepReport(message, sender.tab?.id, sender.url));
    return undefined;
  });
  browser.tabs.onRemoved.addListener((tabId) => forgetTabInTurn(tabId));
  // A crashed or discarded page says no goodbye: once its tab has loaded something else, nobody there answers.
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === "complete") inTurn(() => forgetUnlessPresent(tabId));
  });
}

async function forgetUnlessPresent(tabId: number): Promise<void> {
  if (!(await tabsWithPages()).includes(tabId) || (await isPageThere(tabId))) return;
  await forgetTabAndAnswers(tabId);
}

/**
 * When a panel asks, has tickets that their pages show in part read by the helpdesk's API, if `isAllowed` says so at that
 * moment. Only pages of the extension are heard.
 */
export function completeTickets(isAllowed: () => Promise<boolean>): void {
  const readByApi: CompleterOptions["readByApi"] = (tabId, request) => runPageTool(tabId, "readByApi", request);
  const complete = createTicketCompleter({ isAllowed, readByApi, nowMs: Date.now });
  const ownPages = browser.runtime.getURL("/");
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const { data: asked } = completeTicketSchema.safeParse(message);
    if (asked && sender.id === browser.runtime.id && sender.url?.startsWith(ownPages)) {
      // Mostly a page that has gone meanwhile; its next opening asks again.
      complete(asked.tabId).catch((error: unknown) => console.warn("Souffleur: a ticket was not completed", error));
    }
    return undefined;
  });
}

/** Firefox's own; WXT's types know Chrome's interfaces only. */
type FirefoxSidebar = { sidebarAction: { toggle(): Promise<void> } };

/** The toolbar button and its keyboard command open the panel. */
export function openPanelOnAction(): void {
  if (browser.sidePanel) {
    browser.sidePanel
      .setPanelBehavior({ openPanelOnActionClick: true })
      .catch((error: unknown) => console.error("Souffleur: the toolbar button cannot open the panel", error));
  } else {
    // Firefox: the sidebar opens only from the click itself, before anything is awaited.
    browser.action.onClicked.addListener(() => {
      const { sidebarAction } = browser as unknown as FirefoxSidebar;
      sidebarAction.toggle().catch((error: unknown) => console.error("Souffleur: the sidebar did not open", error));
    });
  }
}

const SYNC_ALARM = "sync";
const OUTBOX_ALARM = "outbox";
const SYNC_PERIOD_MINUTES = 5;

/** Chrome fires no alarm sooner than this. */
const SOONEST_MINUTES = 0.5;

/** Runs `sync` every few minutes, at the browser's start, and soon after a panel left something in the outbox. */
export function syncByAlarm(sync: () => Promise<void>): void {
  const run = () => {
    sync().catch((error: unknown) => console.error("Souffleur: background sync failed", error));
  };
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === SYNC_ALARM || alarm.name === OUTBOX_ALARM) run();
  });
  browser.runtime.onStartup.addListener(run);
  keepAlarm().catch((error: unknown) => console.error("Souffleur: no alarm for sync", error));
}

async function keepAlarm(): Promise<void> {
  if (await browser.alarms.get(SYNC_ALARM)) return;
  await browser.alarms.create(SYNC_ALARM, { periodInMinutes: SYNC_PERIOD_MINUTES });
}

/** For a panel: has the background look after the outbox soon, should the panel close before it does so itself. */
export async function deliverOutboxSoon(): Promise<void> {
  await browser.alarms.create(OUTBOX_ALARM, { delayInMinutes: SOONEST_MINUTES });
}
