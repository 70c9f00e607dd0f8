/**
 * A customer's words as they were written, without those that may be a name: what an agent may be shown before words leave the
 * machine. The same rules decide here as for lessons, except that words no article has are told in clear, if nothing about
 * their spelling or place suggests a name; the agent sees each of them first.
 */
import { learnedTermSchema } from "../contract/learned-terms";
import { type Token, tokenize } from "../text/tokens";
import { hidePersonal, type ImpersonalText } from "./hide-personal";
import { type CustomerWords, customerTexts, type KnownTerms, languagesOf, spellingAt } from "./lesson-terms";

/** `word` is in lower case; `places` counts how often its term occurs, in the subject thrice. */
export type ImpersonalWord = { term: string; word: string; places: number; isKnown: boolean };

type Noted = ImpersonalWord & { isPlain: boolean; isNameLike: boolean; isMatter: boolean };

/** The subject names the matter in few words. */
const SUBJECT_PLACES = 3;

/** Shorter words of no article are mostly slips. */
const SHORTEST_UNKNOWN = 4;

/** The words, in no order that tells the text; `language` is the primary subtag the customer writes in, null when unclear. */
export function impersonalWords(
  ticket: CustomerWords,
  base: KnownTerms,
): { words: ImpersonalWord[]; language: string | null } {
  const languages = languagesOf(ticket, base);
  const noted = new Map<string, Noted>();
  for (const [position, text] of customerTexts(ticket).entries()) {
    const impersonal = hidePersonal(text);
    const places = position === 0 ? SUBJECT_PLACES : 1;
    for (const language of languages) {
      for (const token of tokenize(impersonal.text, language))
        note(noted, impersonal, token, language, { base, places });
    }
  }
  const words = [...noted.values()].filter((each) => mayLeave(each, languages.length));
  words.sort((a, b) => (a.term < b.term ? -1 : 1));
  return {
    words: words.map(({ term, word, places, isKnown }) => ({ term, word, places, isKnown })),
    language: languages.length === 1 ? (languages[0] ?? null) : null,
  };
}

function note(
  noted: Map<string, Noted>,
  text: ImpersonalText,
  token: Token,
  language: string,
  { base, places }: { base: KnownTerms; places: number },
): void {
  const [term] = token.terms;
  const word = token.word.toLocaleLowerCase(language);
  if (term === undefined || !learnedTermSchema.safeParse(word).success) return;
  const isKnown = base.documentFrequency(term) > 0;
  const fresh = { term, word, places: 0, isKnown, isPlain: false, isNameLike: false, isMatter: false };
  const known = noted.get(term) ?? fresh;
  const { spelling, isMatter } = spellingAt(text, token, language);
  known.places += places;
  known.isPlain ||= spelling === "plain";
  known.isNameLike ||= spelling === "nameLike";
  known.isMatter ||= isMatter;
  noted.set(term, known);
}

function mayLeave({ word, isKnown, isMatter, isPlain, isNameLike }: Noted, languageCount: number): boolean {
  if (isKnown) return isMatter;
  // Read in several languages, an unknown word would be proposed under several wrong stems.
  return languageCount === 1 && isPlain && !isNameLike && word.length >= SHORTEST_UNKNOWN;
}
