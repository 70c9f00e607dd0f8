/** The options page: learning from use. */
import type { ShownLesson } from "../../../lib/worker/protocol";

export const learning = {
  title: "Learning from use",
  hint: "When you use an article beside a ticket, Souffleur learns the ticket’s words for it, so that the article is found sooner next time. Only words are kept, never the text.",
  share: "Share these words with your team",
  shareHint:
    "Words, alone or in pairs, go to the sync address with the article they led to: no ticket, no numbers, no time of day, and no names as far as they can be told. Colleagues get a word once three of you have taught it. How often articles are used is counted and sent, too; without sharing, nothing is counted.",
  byPolicy: "Set by your administrator",
  saved: "Saved.",
  show: "Show what is sent",
  showFailed: "It could not be read. Try again.",
  none: "Nothing is waiting to be sent, and nothing was sent lately.",
  listHint: "Exactly these words leave this machine, cut to their stems.",
  kinds: { learn: "the article was used", unlearn: "the article was flagged" } satisfies Record<
    ShownLesson["kind"],
    string
  >,
  states: { queued: "waiting", sent: "sent", refused: "not taken by the server" } satisfies Record<
    ShownLesson["state"],
    string
  >,
  forget: "Forget everything learnt here",
  forgetQuestion:
    "Forget all that this machine has learnt? What waits to be sent is deleted; what your team has learnt stays.",
  forgetYes: "Forget it",
  forgetNo: "Keep",
  forgotten: "Forgotten.",
  forgetFailed: "It could not be forgotten. Try again.",
};
