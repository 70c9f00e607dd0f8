/** Whether a content script of this extension listens in a tab's page. To be heard is the answer: it says nothing back. */
import { browser } from "wxt/browser";

/** Whether somebody there hears a message. A reader from before an update of the extension does not. */
export async function isHeard(tabId: number, message: { type: string }): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, message);
    return true;
  } catch {
    return false;
  }
}

/** Whether a page that is read still stands in the tab. */
export function isPageThere(tabId: number): Promise<boolean> {
  return isHeard(tabId, { type: "areYouThere" });
}
