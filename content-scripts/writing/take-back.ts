/**
 * Takes back the last insertion by the editor's own undo, which keeps the editor's history whole. Only a reply that is letter for
 * letter as the insertion left it is touched, so that nothing an agent wrote since can be lost.
 */
import type { TakeBackAnswer, TakeBackRequest } from "../../lib/page-commands";
import type { ToolPage } from "../page-tools";
import type { UpdatedAdapter } from "../update/update-adapter";
import { EDITORS, findTarget } from "./find-target";
import { WRITERS } from "./insert-into-reply";
import { lettersOf } from "./text-check";
import { pause } from "./writer";

/** What the page keeps of the last insertion, until the page is loaded again. */
export type InsertionMemory = {
  last: { editable: Element; ticketId: string; lettersBefore: string; lettersAfter: string } | null;
};

/** Editors that draw what they undid a little later are given this time. */
const LOOK_AGAIN_MS = 150;

const notTakenBack = (reason: "otherTicket" | "changed"): TakeBackAnswer => ({ outcome: "notTakenBack", reason });

/** Takes the last insertion of the request's ticket out of its reply, or leaves all as it is and says why. */
export async function takeBackInsertion(
  updated: UpdatedAdapter,
  page: ToolPage,
  request: TakeBackRequest,
): Promise<TakeBackAnswer> {
  const { last } = page.memory;
  const whyNot = () => whyNotTakenBack(updated, page, request, last);
  const early = whyNot();
  if (last === null || early !== null) return notTakenBack(early ?? "changed");
  const { editable, lettersBefore, lettersAfter } = last;
  const writer = WRITERS[EDITORS[request.helpdesk].writeBy];
  try {
    await writer.wake(editable, page.clock);
    // Waking takes a moment, in which an agent can type.
    const late = whyNot();
    if (late !== null) return notTakenBack(late);
    page.memory.last = null;
    writer.takeBack(editable);
    if (lettersOf(editable) !== lettersBefore) await pause(page.clock, LOOK_AGAIN_MS);
  } finally {
    writer.rest(editable);
  }
  if (lettersOf(editable) === lettersBefore) return { outcome: "takenBack" };
  // The editor's last step was more than the insertion.
  if (lettersOf(editable) !== lettersAfter) writer.redo(editable);
  return notTakenBack("changed");
}

/** Null when the reply of the request's ticket is as the insertion left it. */
function whyNotTakenBack(
  updated: UpdatedAdapter,
  page: ToolPage,
  request: TakeBackRequest,
  last: InsertionMemory["last"],
): "otherTicket" | "changed" | null {
  // Internal or not: what is taken away shows nobody anything.
  const target = findTarget(updated, page, { ...request, isInternal: false });
  if ("outcome" in target) {
    return target.outcome === "notInserted" && target.reason === "otherTicket" ? "otherTicket" : "changed";
  }
  if (last?.editable !== target.editor.element || last.ticketId !== request.ticketId) return "changed";
  return lettersOf(last.editable) === last.lettersAfter ? null : "changed";
}
