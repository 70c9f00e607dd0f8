/** How an insertion stands, and what its outcome means for the article. */
import type { InsertAnswer, ReplyChannel, ReplyContent } from "../../lib/page-commands";
import type { UseSignal } from "./article-uses";
import type { InsertWish } from "./reply-content";

type InsertRefusal = Extract<InsertAnswer, { outcome: "notInserted" }>["reason"];

/**
 * Why nothing was inserted. `copiedInstead` was the agent's choice; `unreachable`: the page did not answer; `gone`: the article is
 * not in the library any more.
 */
export type NotInsertedReason = InsertRefusal | "unreachable" | "copiedInstead" | "gone";

/** `isCopied` null: the clipboard was left alone. `notTakenBack`: the reply is not any more as the insertion left it. */
export type InsertStep =
  | { step: "working" }
  | { step: "inserted"; channel: ReplyChannel }
  | { step: "asking"; channel: ReplyChannel }
  | { step: "notInserted"; reason: NotInsertedReason; isCopied: boolean | null }
  | { step: "notTakenBack" };

/** `wish` null: what is to be inserted is still being read. */
export type InsertEntry = { wish: InsertWish | null; shown: InsertStep };

const INSERTED_SIGNALS: Record<ReplyContent["kind"], UseSignal> = {
  link: "linked",
  text: "inserted",
  quote: "quoted",
};
const COPIED_SIGNALS: Record<ReplyContent["kind"], UseSignal> = {
  link: "linkCopied",
  text: "answerCopied",
  quote: "quoted",
};

/** What an insertion says of its article; null while it says nothing. */
export function signalOf({ wish, shown }: InsertEntry): UseSignal | null {
  if (wish === null) return null;
  if (shown.step === "inserted") return INSERTED_SIGNALS[wish.content.kind];
  return shown.step === "notInserted" && shown.isCopied ? COPIED_SIGNALS[wish.content.kind] : null;
}

/** Why the content goes to the clipboard; null when it does not. */
export function copyReason(answer: InsertAnswer | null): NotInsertedReason | null {
  if (answer === null) return "unreachable";
  return answer.outcome === "notInserted" && answer.reason !== "otherTicket" ? answer.reason : null;
}

export function stepOf(answer: InsertAnswer): InsertStep {
  if (answer.outcome === "notInserted") return { step: "notInserted", reason: "otherTicket", isCopied: null };
  return { step: answer.outcome === "inserted" ? "inserted" : "asking", channel: answer.channel };
}
