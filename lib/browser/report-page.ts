import { browser } from "wxt/browser";
import type { PageReport } from "../ticket";
import type { TicketChanged } from "./messages";

/**
 * For a content script: a function that reports what its page shows. It never throws and waits for no answer. Nobody
 * may be listening any more after an update of the extension; the page is then left alone until it is reloaded.
 */
export function createPageReporter(): (report: PageReport) => void {
  const pageId = crypto.randomUUID();
  // The background asks after a page by sending it anything: to be heard at all is the answer.
  browser.runtime.onMessage.addListener(() => undefined);
  return (report) => {
    const message: TicketChanged = { type: "ticketChanged", pageId, report };
    try {
      // No background to hear it: the page's next change, or its reload, reports again.
      browser.runtime.sendMessage(message).catch(() => undefined);
    } catch {
      // The extension was updated or removed under this page: its runtime is gone.
    }
  };
}
