/**
 * What is put into a helpdesk page only when it is asked for: writing into the reply, reading by the helpdesk's API,
 * diagnosis. The reader itself, which is in every page all day, stays small.
 */
import type { PageTools } from "../lib/page-commands";
import type { Helpdesk } from "../lib/ticket";
import { ADAPTERS } from "./adapters";
import { readByApi } from "./api/read-by-api";
import type { Clock } from "./clock";
import { readTicket } from "./engine/read-ticket";
import { diagnose } from "./health/diagnose";
import { refuse, type StoredUpdate, type UpdatedAdapter, updateAdapter } from "./update/update-adapter";
import { insertIntoReply } from "./writing/insert-into-reply";
import { type InsertionMemory, takeBackInsertion } from "./writing/take-back";

/** The page as the tools see it. */
export type ToolPage = {
  document: Document;
  getUrl: () => URL;
  clock: Clock;
  /** Outlives the tools, which are put into the page anew for each command. */
  memory: InsertionMemory;
  /** Asks the page's own origin, with the agent's session. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The page-reader update at hand for a helpdesk; null when there is none. */
  readUpdate: (helpdesk: Helpdesk) => Promise<StoredUpdate | null>;
};

/** The adapter with the update worked in, unless this page cannot be read by it: then as the reader does, without. */
async function adapterFor(helpdesk: Helpdesk, page: ToolPage): Promise<UpdatedAdapter> {
  const bundled = ADAPTERS[helpdesk];
  const stored = await page.readUpdate(helpdesk);
  const updated = updateAdapter(bundled, stored?.update ?? null, page.document, stored?.isUnfinished);
  const url = page.getUrl();
  const ticketId = bundled.ticketIdFromUrl(url);
  if (stored === null || updated.adapter === bundled || ticketId === null) return updated;
  try {
    readTicket(updated.adapter, page.document, url, ticketId);
    return updated;
  } catch (error) {
    // Named by its kind: what an error says may hold something of the page.
    const kind = error !== null && typeof error === "object" && "name" in error ? String(error.name) : "an error";
    return refuse(bundled, stored.update, `Reading this page by it breaks off (${kind}).`);
  }
}

/** The commands on one page. They reject only by mistakes of ours. */
export function createPageTools(page: ToolPage): PageTools {
  const adapterOf = (helpdesk: Helpdesk) => adapterFor(helpdesk, page);
  return {
    insert: async (request) => insertIntoReply(await adapterOf(request.helpdesk), page, request),
    takeBack: async (request) => takeBackInsertion(await adapterOf(request.helpdesk), page, request),
    readByApi: async (request) => readByApi(await adapterOf(request.helpdesk), page, request),
    diagnose: async (request) => diagnose(await adapterOf(request.helpdesk), page),
  };
}
