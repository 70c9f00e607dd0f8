/**
 * Helpdesk tabs that were open before the extension could read them: the browser puts content scripts in at page loads
 * only. A reader that is put in twice is harmless, the newer one stops the older.
 */
import { browser } from "wxt/browser";
import { type HelpdeskPlace, readerFile } from "./helpdesk-places";
import { isHeard, isPageThere } from "./page-presence";
import { tabsWithPages } from "./tab-pages";

/** Tells a reader to stop: its page is none of the extension's business any more. */
const STOP_READING = { type: "stopReading" };

/** Ids of loaded tabs under a match pattern; none where the browser withholds the host. */
async function tabsUnder(pattern: string): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: pattern, discarded: false });
  return tabs.flatMap(({ id }) => id ?? []);
}

async function putReader(tabId: number, place: HelpdeskPlace): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [readerFile(place.helpdesk)] });
  } catch (error) {
    // The tab closed or shows an error page, or the administrator blocks this host: its next load decides.
    console.debug("Souffleur: an open tab could not be read", error);
  }
}

/** Puts the reader into open tabs of these places that are not being read. */
export async function readOpenTabs(places: HelpdeskPlace[]): Promise<void> {
  const reported = new Set(await tabsWithPages());
  for (const place of places) {
    for (const tabId of await tabsUnder(place.pages)) {
      // Being heard is not enough: a reader that was stopped may still listen.
      const isRead = reported.has(tabId) && (await isPageThere(tabId));
      if (!isRead) await putReader(tabId, place);
    }
  }
}

/** Stops the readers in open tabs under a pattern; they report that no ticket is there. To be called while there is access. */
export async function stopReaders(origin: string): Promise<void> {
  await Promise.all((await tabsUnder(origin)).map((tabId) => isHeard(tabId, STOP_READING)));
}

/** Stops the readers in tabs whose host the browser withholds now, and has what they reported forgotten. */
export async function stopWithheldReaders(forget: (tabId: number) => void): Promise<void> {
  for (const tabId of await tabsWithPages()) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    // Without access the browser does not tell the address.
    if (!tab || tab.url !== undefined) continue;
    // Its last word comes first, so that it is forgotten too.
    await isHeard(tabId, STOP_READING);
    forget(tabId);
  }
}
