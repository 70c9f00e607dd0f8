import { browser } from "wxt/browser";
import type { PageReport } from "../ticket";
import { onTabPageChanged, readTabPage, tabsWithPages } from "./tab-pages";

/** What stands in the tab in front of the panel's own window. `report` is null when it is no helpdesk page. */
export type ActivePage = { tabId: number | null; report: PageReport | null };

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

/**
 * Follows the page in front. `onChange` hears of every change, first of the page as it is now; answers that were
 * overtaken by a newer tab or report are not told. The answer ends it.
 */
export async function watchActivePage(onChange: (page: ActivePage) => void): Promise<() => void> {
  const ownTabId = (await browser.tabs.getCurrent())?.id;
  const windowId = (await browser.windows.getCurrent()).id;
  let latest = 0;

  async function look(): Promise<void> {
    latest += 1;
    const mine = latest;
    const tabId = await followedTab(windowId, ownTabId);
    const report = tabId === null ? null : await readTabPage(tabId);
    if (mine === latest) onChange({ tabId, report });
  }
  const lookAgain = () => {
    // A tab that closes while it is being asked for brings its own event.
    look().catch(() => undefined);
  };

  const stopPages = onTabPageChanged(lookAgain);
  browser.tabs.onActivated.addListener(lookAgain);
  browser.tabs.onRemoved.addListener(lookAgain);
  await look();
  return () => {
    stopPages();
    browser.tabs.onActivated.removeListener(lookAgain);
    browser.tabs.onRemoved.removeListener(lookAgain);
  };
}
