/**
 * Writes into the reply an agent has open, and nowhere else: the ticket is checked in the same task in which is
 * written. It never sends, clicks, opens an editor or switches a channel.
 */
import type { InsertAnswer, InsertRequest } from "../../lib/page-commands";
import type { ToolPage } from "../page-tools";
import type { UpdatedAdapter } from "../update/update-adapter";
import { wordsAtCaret } from "./caret";
import { commandWriter } from "./command-writer";
import type { FoundEditor } from "./find-editor";
import { EDITORS, findTarget, notInserted, type Target } from "./find-target";
import { pasteWriter } from "./paste-writer";
import type { ReplyEditors } from "./reply-editors";
import { spaced, toReplyText } from "./reply-text";
import { createTextCheck, lettersOf, type TextCheck } from "./text-check";
import { pause, type Writer } from "./writer";

export const WRITERS: Record<ReplyEditors["writeBy"], Writer> = { paste: pasteWriter, command: commandWriter };

/** Editors with a model put foreign text out again at once; the second look is for those that draw again later. */
const LOOK_AGAIN_MS = [150, 400];

/** Writes at once; answers how to see whether it held, or null when the editor did something else and was undone. */
function write({ element, flavour }: FoundEditor, editors: ReplyEditors, writer: Writer, request: InsertRequest) {
  const isRich = flavour === "rich";
  const place = writer.aim(element, editors);
  const gaps = place === "inline" ? wordsAtCaret(element) : { before: false, after: false };
  const text = spaced(toReplyText(request.content, editors.markup), gaps);
  const check = createTextCheck(element, text, isRich);
  writer.write(element, text, flavour, place);
  if (check.outcome() !== "changed") return check;
  writer.takeBack(element);
  return null;
}

async function isHeld(check: TextCheck, findAgain: () => Element | null, page: ToolPage): Promise<boolean> {
  for (const delayMs of LOOK_AGAIN_MS) {
    await pause(page.clock, delayMs);
    const editable = findAgain();
    if (editable === null || !check.isHeldBy(editable)) return false;
  }
  return true;
}

async function writeTo(
  found: Target,
  updated: UpdatedAdapter,
  page: ToolPage,
  request: InsertRequest,
): Promise<InsertAnswer> {
  const { element } = found.editor;
  const editors = EDITORS[request.helpdesk];
  const writer = WRITERS[editors.writeBy];
  let target: Target | InsertAnswer;
  let check: TextCheck | null;
  try {
    await writer.wake(element, page.clock);
    target = findTarget(updated, page, request);
    if ("outcome" in target) return target;
    if (target.editor.element !== element) return notInserted("didNotHold");
    check = write(target.editor, editors, writer, request);
  } finally {
    writer.rest(element);
  }
  const findAgain = () => {
    if (element.isConnected) return element;
    const again = findTarget(updated, page, request);
    return "outcome" in again ? null : again.editor.element;
  };
  if (check === null || !(await isHeld(check, findAgain, page))) return notInserted("didNotHold");
  const editable = findAgain() ?? element;
  page.memory.last = {
    ...{ editable, ticketId: request.ticketId },
    ...{ lettersBefore: check.lettersBefore, lettersAfter: lettersOf(editable) },
  };
  return { outcome: "inserted", channel: target.channel, editor: target.editor.name };
}

/** Writes into the reply editor of the request's ticket, or says why it did not. Rejects for an address that is not http(s). */
export async function insertIntoReply(
  updated: UpdatedAdapter,
  page: ToolPage,
  request: InsertRequest,
): Promise<InsertAnswer> {
  // Checks the content before the page is touched.
  toReplyText(request.content, EDITORS[request.helpdesk].markup);
  const target = findTarget(updated, page, request);
  return "outcome" in target ? target : writeTo(target, updated, page, request);
}
