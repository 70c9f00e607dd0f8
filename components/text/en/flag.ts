/** Flagging an article, and what became of the flag. */
import type { FlagReason, FlagStatus } from "../../../lib/contract/flags";
import type { FlagState } from "../../../lib/worker/protocol";
import { createCounted } from "../counted";

const counted = createCounted("en");

export const flag = {
  flag: "Flag as wrong",
  flagged: "Flagged",
  details: "Show your flag",
  undo: "Undo",
  undoIn: counted({ one: "Undo is possible for # second", other: "Undo is possible for # seconds" }),
  undone: "Flag taken back",
  states: { queued: "Waiting to be sent", sent: "Sent", refused: "Refused" } satisfies Record<
    FlagState["state"],
    string
  >,
  outcomes: {
    open: "Received",
    accepted: "Being worked on",
    fixed: "Fixed, thank you",
    declined: "Declined",
  } satisfies Record<FlagStatus, string>,
  lookBy: (day: string) => `Received, somebody looks at it by ${day}`,
  overdue: "Received, not looked at yet",
  answer: "Answer:",
  refused: (detail: string) => `Refused by the server: ${detail}`,
  refusedPlain: "Refused by the server. Flag it again, or tell your knowledge manager.",
  question: "What is wrong? (optional)",
  reasons: {
    incorrect: "Incorrect",
    outdated: "Outdated",
    confusing: "Confusing",
    incomplete: "Incomplete",
  } satisfies Record<FlagReason, string>,
  passage: "Passage:",
  passageAttached: "The selected passage goes with your flag",
  attachPassage: "Add the selected passage",
  attachHint: "To point at a passage, select it in the text.",
  removePassage: "Remove the passage",
  word: "In a word (optional)",
  wordPlaceholder: "For example: the fee is now 12 €",
  save: "Save",
  done: "Done",
  edit: "Say more",
  saved: "Saved",
  notSaved: "The flag could not be saved. Try again.",
  tooLate: "Too late to undo: the flag has left.",
  putAway: "Put away",
  told: {
    accepted: (title: string) => `Your flag on “${title}” is being worked on.`,
    fixed: (title: string) => `Your flag on “${title}” led to a fix. Thank you.`,
    declined: (title: string) => `Your flag on “${title}” was declined.`,
  } satisfies Record<Exclude<FlagStatus, "open">, (title: string) => string>,
  more: counted({ one: "# more answer.", other: "# more answers." }),
};
