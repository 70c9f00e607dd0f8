/** The words of a report while the agent makes them up. */
import { learnedTermSchema } from "../../lib/contract/learned-terms";

/** As many words name a need; more would begin to tell a story. */
export const MOST_GAP_WORDS = 8;

/** Why a word is not taken: it is none that may leave, it is there already, or there are enough. */
export type WordProblem = "notAWord" | "alreadyThere" | "enough";

/** The words with one more, in lower case; or why not. Letters and one space only, so that no number and no address passes. */
export function withWord(words: readonly string[], typed: string): string[] | WordProblem {
  const word = typed.trim().toLowerCase().replace(/\s+/g, " ");
  if (!learnedTermSchema.safeParse(word).success) return "notAWord";
  if (words.includes(word)) return "alreadyThere";
  return words.length >= MOST_GAP_WORDS ? "enough" : [...words, word];
}
