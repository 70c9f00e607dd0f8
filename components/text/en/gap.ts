/** Reporting what no article covers. */
import { createCounted } from "../counted";

const counted = createCounted("en");

export const gap = {
  report: "Report a gap",
  offer: counted({ one: "Not this one?", other: "None of these?" }),
  title: "What is missing?",
  words: "Words that are sent",
  remove: (word: string) => `Take out “${word}”`,
  add: "Add a word",
  addShort: "Add",
  only: {
    ticket: "Only these words are sent, nothing else of the ticket.",
    search: "Only these words are sent.",
  },
  send: "Send",
  cancel: "Cancel",
  problems: {
    notAWord: () => "One word or two, in letters only: no numbers, addresses or signs.",
    alreadyThere: () => "This word is there already.",
    enough: (most: number) => `${most} words are enough. Take one out first.`,
    none: () => "Add at least one word.",
    notSaved: () => "The gap could not be reported. Try again.",
  },
  reported: "Gap reported:",
  undo: "Undo",
  undoIn: counted({ one: "Undo is possible for # second", other: "Undo is possible for # seconds" }),
  undone: "Report taken back",
  tooLate: "Too late to undo: the report has left.",
};
