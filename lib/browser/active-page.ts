import { browser } from "wxt/browser";
import type { PageReport } from "../ticket";
import { findMissingAccess } from "./access";
import type { HelpdeskHostStore } from "./helpdesk-hosts";
import type { CompleteTicket } from "./messages";
import { onTabPageChanged, readTab, tabsWithPages } from "./tab-pages";

/**
 * What stands in the tab in front of the panel's own window. `report` is null when it is no helpdesk page, or one the
 * extension may not read: `missingAccess` then has the match patterns the browser withholds.
 */
export type ActivePage = { tabId: number | null; report: PageReport | null; missingAccess: string[] };

/** The tab the panel follows: the active one of its window or, for a panel shown in a tab itself, the helpdesk tab used last. */
async function followedTab(windowId: number | undefined, ownTabId: number | undefined): Promise<number | null> {
  if (ownTabId === undefined) {
    const [active] = await browser.tabs.query(windowId === undefined ? { active: true } : { active: true, windowId });
    return active?.id ?? null;
  }
  const helpdeskTabs = new Set(await tabsWithPages());
  const tabs = (await browser.tabs.query({})).filter((tab) => tab.id !== undefined && helpdeskTabs.has(tab.id));
  tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return tabs[0]?.id ?? null;
}

/** What the browser withholds, for a tab that reports nothing. */
async function missingAccessFor(tabId: number | null, readHosts: HelpdeskHostStore["read"]): Promise<string[]> {
  try {
    const tab = tabId === null ? null : await browser.tabs.get(tabId);
    // An address is told of allowed hosts only: this page is no helpdesk's, and nothing is withheld.
    return tab?.url ? [] : await findMissingAccess(readHosts);
  } catch (error) {
    // Settings that cannot be read are for the panel itself to tell; a tab that has closed brings its own event.
    console.error("Souffleur: missing access could not be found out", error);
    return [];
  }
}

/** Tells the background that a tab's page shows its ticket in part only. What may be done about it is known there. */
function askForRest(tabId: number): void {
  const message: CompleteTicket = { type: "completeTicket", tabId };
  // Nobody hears it while the extension is being updated; the page's next change asks again.
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/**
 * Follows the page in front. `onChange` hears of every change, first of the page as it is now; answers that were
 * overtaken by a newer tab or report are not told. `readHosts` answers the agent's own helpdesk hosts. The answer ends it.
 */
export async function watchActivePage(
  onChange: (page: ActivePage) => void,
  readHosts: HelpdeskHostStore["read"],
): Promise<() => void> {
  const ownTabId = (await browser.tabs.getCurrent())?.id;
  const windowId = (await browser.windows.getCurrent()).id;
  let latest = 0;
  let followedTabId: number | null = null;

  async function look(): Promise<void> {
    latest += 1;
    const mine = latest;
    const tabId = await followedTab(windowId, ownTabId);
    // Before the page is read, so that a change from now on is not passed over.
    if (mine === latest) followedTabId = tabId;
    const page = tabId === null ? null : await readTab(tabId);
    const report = page?.report ?? null;
    const missingAccess = report === null ? await missingAccessFor(tabId, readHosts) : [];
    if (mine !== latest) return;
    onChange({ tabId, report, missingAccess });
    if (tabId !== null && page?.isIncomplete) askForRest(tabId);
  }
  const lookAgain = () => {
    // A tab that closes while it is being asked for brings its own event.
    look().catch(() => undefined);
  };

  // A panel beside the tabs hears of its own window's tab only: other tabs' tickets are none of its business.
  const isBesideTabs = ownTabId === undefined;
  const onPage = (tabId: number) => {
    if (!isBesideTabs || tabId === followedTabId) lookAgain();
  };
  const onActivated = (activated: { windowId: number }) => {
    if (!isBesideTabs || activated.windowId === windowId) lookAgain();
  };

  const stopPages = onTabPageChanged(onPage);
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onRemoved.addListener(onPage);
  browser.permissions.onAdded.addListener(lookAgain);
  browser.permissions.onRemoved.addListener(lookAgain);
  await look();
  return () => {
    stopPages();
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onRemoved.removeListener(onPage);
    browser.permissions.onAdded.removeListener(lookAgain);
    browser.permissions.onRemoved.removeListener(lookAgain);
  };
}
