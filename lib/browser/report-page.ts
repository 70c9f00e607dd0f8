/** A content script's line to the background: reports go out, the word to stop comes in. Nobody waits for an answer. */
import { browser } from "wxt/browser";
import type { Helpdesk, PageReport } from "../ticket";
import type { TicketChanged } from "./messages";

/** The life of one content script in one page; WXT's context is one. */
export type ScriptLife = {
  /** Aborts when the script has to end: a newer one has taken its place, or the extension is gone. */
  signal: AbortSignal;
  /** False, with `signal` aborted, once the extension was updated or removed under the page. */
  readonly isValid: boolean;
  abort(reason?: unknown): void;
};

export type PageLine = {
  /** Never throws. Nobody may be listening: the page's next change, or its reload, reports again. */
  report(report: PageReport): void;
  /** False once nothing can be reported any more; the script's life has ended then. */
  canReport(): boolean;
};

function isStop(message: unknown): boolean {
  return typeof message === "object" && message !== null && "type" in message && message.type === "stopReading";
}

/**
 * Opens the line. The background's `stopReading` (the agent has taken the host back) makes it report `none` and ends the
 * script. After an update or removal of the extension the script ends with the next thing it wants to do.
 */
export function openPageLine(helpdesk: Helpdesk, life: ScriptLife): PageLine {
  const pageId = crypto.randomUUID();
  const report = (said: PageReport) => {
    if (life.signal.aborted) return;
    const message: TicketChanged = { type: "ticketChanged", pageId, report: said };
    try {
      browser.runtime.sendMessage(message).catch(() => undefined);
    } catch {
      life.abort("The extension was updated or removed under this page: its runtime is gone.");
    }
  };
  // The background asks after a page by sending it anything: to be heard at all is the answer.
  const hear = (message: unknown) => {
    if (!isStop(message)) return;
    report({ state: "none", helpdesk });
    life.abort("The background said so.");
  };
  browser.runtime.onMessage.addListener(hear);
  life.signal.addEventListener("abort", () => stopHearing(hear), { once: true });
  return { report, canReport: () => life.isValid };
}

function stopHearing(hear: (message: unknown) => void): void {
  try {
    browser.runtime.onMessage.removeListener(hear);
  } catch {
    // With its runtime gone the script hears nothing anyway.
  }
}
