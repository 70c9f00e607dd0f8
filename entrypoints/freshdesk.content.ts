import { defineContentScript } from "wxt/utils/define-content-script";
import { systemClock } from "../content-scripts/clock";
import { freshdesk } from "../content-scripts/freshdesk";
import { startReading } from "../content-scripts/start-reading";
import { createTrialNotes } from "../lib/browser/page-reader-trials";
import { openPageLine } from "../lib/browser/report-page";
import { onStoredPageReader, readTriedPageReader } from "../lib/browser/stored-page-reader";

export default defineContentScript({
  // Not only tickets: an agent who arrives on a list opens tickets without another page load.
  matches: ["https://*.freshdesk.com/a/*"],
  runAt: "document_idle",
  async main(ctx) {
    const line = openPageLine("freshdesk", ctx);
    await startReading({
      bundled: freshdesk,
      readUpdate: (helpdesk) => readTriedPageReader(helpdesk, Date.now()),
      onUpdate: onStoredPageReader,
      trialNotes: createTrialNotes(Date.now),
      document,
      getUrl: () => new URL(location.href),
      report: line.report,
      canReport: line.canReport,
      signal: ctx.signal,
      clock: systemClock,
      includeNotes: false,
    });
  },
});
