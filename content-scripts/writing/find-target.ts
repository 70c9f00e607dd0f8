/** Where to write, as the page stands at this moment. Asked again in the very task in which is written. */
import type { InsertAnswer, InsertRequest, ReplyChannel } from "../../lib/page-commands";
import type { Helpdesk } from "../../lib/ticket";
import type { Adapter } from "../adapter";
import { createPageScope } from "../engine/page-scope";
import { readTicket } from "../engine/read-ticket";
import type { ToolPage } from "../page-tools";
import type { UpdatedAdapter } from "../update/update-adapter";
import { type FoundEditor, findEditor } from "./find-editor";
import { freshdeskEditors } from "./freshdesk-editor";
import { readChannel } from "./read-channel";
import type { ReplyEditors } from "./reply-editors";
import { isOtherShown, whichTicket } from "./which-ticket";
import { zammadEditors } from "./zammad-editor";
import { zendeskEditors } from "./zendesk-editor";

/** The bundled reply editors of each helpdesk. */
export const EDITORS: Readonly<Record<Helpdesk, ReplyEditors>> = {
  zendesk: zendeskEditors,
  freshdesk: freshdeskEditors,
  zammad: zammadEditors,
};

/** An editor of the request's ticket, and who reads what is written there. */
export type Target = { editor: FoundEditor; channel: ReplyChannel };

/** Which reply is meant, and whether what goes there asks first. */
type TargetRequest = Pick<InsertRequest, "helpdesk" | "ticketId" | "origin" | "isInternal"> &
  Partial<Pick<InsertRequest, "confirmedFor">>;

/** The answer when nothing was written. */
export const notInserted = (reason: "otherTicket" | "unsure" | "noEditor" | "didNotHold"): InsertAnswer => ({
  outcome: "notInserted",
  reason,
});

/** Why the address alone forbids to write; null when it is the ticket's own. */
function whyNotHere({ helpdesk, ticketIdFromUrl }: Adapter, url: URL, request: TargetRequest) {
  if (helpdesk !== request.helpdesk) return "otherTicket";
  // Chromium leaves fields that are null out of what it hands to a page.
  if ((request.origin ?? url.origin) !== url.origin) return "otherTicket";
  const addressed = ticketIdFromUrl(url);
  if (addressed === request.ticketId) return null;
  return addressed === null ? "unsure" : "otherTicket";
}

/** The editor to write in; or the answer when there is none, the ticket is another one, or the agent must be asked. */
export function findTarget(
  { adapter, editorsFirst }: UpdatedAdapter,
  page: ToolPage,
  request: TargetRequest,
): Target | InsertAnswer {
  const { ticketId, isInternal, confirmedFor } = request;
  const url = page.getUrl();
  const whyNot = whyNotHere(adapter, url, request);
  if (whyNot !== null) return notInserted(whyNot);
  const reading = readTicket(adapter, page.document, url, ticketId);
  if (reading === "absent") return notInserted("noEditor");
  if (reading === "hidden") {
    return notInserted(isOtherShown(adapter.reading, page.document, ticketId) ? "otherTicket" : "unsure");
  }
  const scope = createPageScope(adapter.reading, page.document, reading.root);
  const shown = whichTicket(adapter.reading, scope, reading, ticketId);
  if (shown !== "same") return notInserted(shown === "other" ? "otherTicket" : "unsure");
  const editors = EDITORS[adapter.helpdesk];
  const editor = findEditor(scope, [...editorsFirst, ...editors.editors], editors.within);
  if (editor === null) return notInserted("noEditor");
  const channel = readChannel(scope, editors, editor);
  if (isInternal && channel !== "note" && channel !== confirmedFor) return { outcome: "askFirst", channel };
  return { editor, channel };
}
