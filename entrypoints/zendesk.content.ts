import { defineContentScript } from "wxt/utils/define-content-script";
import { systemClock } from "../content-scripts/clock";
import { startReading } from "../content-scripts/start-reading";
import { zendesk } from "../content-scripts/zendesk";
import { createTrialNotes } from "../lib/browser/page-reader-trials";
import { openPageLine } from "../lib/browser/report-page";
import { onStoredPageReader, readTriedPageReader } from "../lib/browser/stored-page-reader";

export default defineContentScript({
  // Not only tickets: an agent who arrives on a list opens tickets without another page load.
  matches: ["https://*.zendesk.com/agent/*"],
  runAt: "document_idle",
  async main(ctx) {
    const line = openPageLine("zendesk", ctx);
    await startReading({
      bundled: zendesk,
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
