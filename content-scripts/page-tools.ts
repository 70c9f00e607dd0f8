/**
 * What is put into a helpdesk page only when it is asked for: writing into the reply, reading by the helpdesk's API,
 * diagnosis. The reader itself, which is in every page all day, stays small.
 */
import type { PageReader } from "../lib/contract/page-reader";
import type { PageTools } from "../lib/page-commands";
import type { Helpdesk } from "../lib/ticket";
import { ADAPTERS } from "./adapters";
import { readByApi } from "./api/read-by-api";
import type { Clock } from "./clock";
import { diagnose } from "./health/diagnose";
import { type UpdatedAdapter, updateAdapter } from "./update/update-adapter";
import { insertIntoReply } from "./writing/insert-into-reply";

/** The page as the tools see it. */
export type ToolPage = {
  document: Document;
  getUrl: () => URL;
  clock: Clock;
  /** Asks the page's own origin, with the agent's session. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The page-reader update at hand for a helpdesk; null when there is none. */
  readUpdate: (helpdesk: Helpdesk) => Promise<PageReader | null>;
};

/** The commands on one page. They reject only by mistakes of ours. */
export function createPageTools(page: ToolPage): PageTools {
  const adapterOf = async (helpdesk: Helpdesk): Promise<UpdatedAdapter> =>
    updateAdapter(ADAPTERS[helpdesk], await page.readUpdate(helpdesk), page.document);
  return {
    insert: async (request) => insertIntoReply(await adapterOf(request.helpdesk), page, request),
    readByApi: async (request) => readByApi(await adapterOf(request.helpdesk), page, request),
    diagnose: async (request) => diagnose(await adapterOf(request.helpdesk), page),
  };
}
