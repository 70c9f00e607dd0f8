import { defineContentScript } from "wxt/utils/define-content-script";
import { systemClock } from "../content-scripts/clock";
import { startReading } from "../content-scripts/start-reading";
import { zammad } from "../content-scripts/zammad";
import { createTrialNotes } from "../lib/browser/page-reader-trials";
import { openPageLine } from "../lib/browser/report-page";
import { onStoredPageReader, readTriedPageReader } from "../lib/browser/stored-page-reader";

export default defineContentScript({
  // No addresses of its own: teams run Zammad on hosts of theirs, which the background registers.
  registration: "runtime",
  async main(ctx) {
    const line = openPageLine("zammad", ctx);
    await startReading({
      bundled: zammad,
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
