import { defineContentScript } from "wxt/utils/define-content-script";
import { systemClock } from "../content-scripts/clock";
import { watchTicket } from "../content-scripts/watch-ticket";
import { zendesk } from "../content-scripts/zendesk";
import { createPageReporter } from "../lib/browser/report-page";

export default defineContentScript({
  // Not only tickets: an agent who arrives on a list opens tickets without another page load.
  matches: ["https://*.zendesk.com/agent/*"],
  runAt: "document_idle",
  main(ctx) {
    watchTicket({
      adapter: zendesk,
      document,
      getUrl: () => new URL(location.href),
      report: createPageReporter(),
      signal: ctx.signal,
      clock: systemClock,
      includeNotes: false,
    });
  },
});
