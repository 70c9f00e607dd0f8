import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { systemClock } from "../content-scripts/clock";
import { createPageTools } from "../content-scripts/page-tools";
import { offerPageTools } from "../lib/browser/page-tools";
import { readTriedPageReader } from "../lib/browser/stored-page-reader";

export default defineUnlistedScript(() => {
  offerPageTools(
    createPageTools({
      document,
      getUrl: () => new URL(location.href),
      clock: systemClock,
      fetch: (url, init) => fetch(url, init),
      readUpdate: (helpdesk) => readTriedPageReader(helpdesk, Date.now()),
    }),
  );
});
