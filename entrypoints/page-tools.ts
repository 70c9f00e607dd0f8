import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { systemClock } from "../content-scripts/clock";
import { createPageTools } from "../content-scripts/page-tools";
import { keptInPage, offerPageTools } from "../lib/browser/page-tools";
import { readTriedPageReader } from "../lib/browser/stored-page-reader";

export default defineUnlistedScript(() => {
  offerPageTools(
    createPageTools({
      document,
      getUrl: () => new URL(location.href),
      clock: systemClock,
      memory: keptInPage(() => ({ last: null })),
      fetch: (url, init) => fetch(url, init),
      readUpdate: (helpdesk) => readTriedPageReader(helpdesk, Date.now()),
    }),
  );
});
