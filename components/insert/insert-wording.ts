import type { InsertStep } from "../state/insertion-steps";
import type { Text } from "../text/text";
import type { About } from "../ui";

/** What became of an insertion, in words; null while there is nothing to say, and for a question, which asks itself. */
export function insertWording(step: InsertStep | null, text: Text, about: About): string | null {
  const wording = text.insert;
  switch (step?.step) {
    case "inserted":
      return step.channel === "note" ? wording.insertedNote : wording.inserted;
    case "notInserted": {
      const { reason, isCopied } = step;
      const keys = /Mac/.test(about.browser) ? "⌘V" : "Ctrl+V";
      const copied = isCopied === null ? [] : [isCopied ? wording.copied(keys) : wording.notCopied];
      return [wording.reasons[reason], ...copied].join(" ");
    }
    case "notTakenBack":
      return wording.notTakenBack(/Mac/.test(about.browser) ? "⌘Z" : "Ctrl+Z");
    default:
      return null;
  }
}
