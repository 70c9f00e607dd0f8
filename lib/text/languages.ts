/**
 * What the matcher knows of each language: its stemmer (Snowball, by @orama/stemmers), its stop words (@orama/stopwords
 * plus the furniture of support mail) and whether articles and pronouns are elided. Everything is compared with case
 * and accents folded, because customers leave accents out and Snowball's French stems depend on them.
 */
import { stemmer as stemDutch } from "@orama/stemmers/dutch";
import { stemmer as stemItalian } from "@orama/stemmers/italian";
import { stemmer as stemPortuguese } from "@orama/stemmers/portuguese";
import { stopwords as dutchStopWords } from "@orama/stopwords/dutch";
import { stopwords as englishStopWords } from "@orama/stopwords/english";
import { stopwords as frenchStopWords } from "@orama/stopwords/french";
import { stopwords as germanStopWords } from "@orama/stopwords/german";
import { stopwords as italianStopWords } from "@orama/stopwords/italian";
import { stopwords as portugueseStopWords } from "@orama/stopwords/portuguese";
import { stopwords as spanishStopWords } from "@orama/stopwords/spanish";
import { fold } from "./fold";
import { stemEnglish } from "./stemming/english";
import { stemFrench } from "./stemming/french";
import { stemGerman } from "./stemming/german";
import { stemSpanish } from "./stemming/spanish";
import { ENGLISH_FURNITURE, FRENCH_FURNITURE } from "./stop-words";

/** `stem` takes and gives folded words; `elides` says that a word before an apostrophe is only an article or pronoun. */
export type SearchLanguage = {
  stem: (word: string) => string;
  stopWords: ReadonlySet<string>;
  elides: boolean;
};

function foldAll(...lists: string[][]): ReadonlySet<string> {
  return new Set(lists.flat().map((word) => fold(word.replace(/['’]/g, ""))));
}

/** Languages with stems and stop words, by their primary BCP 47 subtag. */
export const SEARCH_LANGUAGES: ReadonlyMap<string, SearchLanguage> = new Map([
  ["en", { stem: stemEnglish, stopWords: foldAll(englishStopWords, ENGLISH_FURNITURE), elides: false }],
  ["fr", { stem: stemFrench, stopWords: foldAll(frenchStopWords, FRENCH_FURNITURE), elides: true }],
  ["de", { stem: stemGerman, stopWords: foldAll(germanStopWords), elides: false }],
  ["es", { stem: stemSpanish, stopWords: foldAll(spanishStopWords), elides: false }],
  ["it", { stem: stemItalian, stopWords: foldAll(italianStopWords), elides: true }],
  ["nl", { stem: stemDutch, stopWords: foldAll(dutchStopWords), elides: false }],
  ["pt", { stem: stemPortuguese, stopWords: foldAll(portugueseStopWords), elides: false }],
]);

/** Any other language: words are folded and compared as they are. */
const PLAIN_LANGUAGE: SearchLanguage = { stem: (word) => word, stopWords: new Set(), elides: true };

/** `fr` for `fr-CA`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? tag;
}

/** The rules for a language tag; those of no language in particular when it is unknown or null. */
export function searchLanguage(tag: string | null): SearchLanguage {
  return (tag === null ? undefined : SEARCH_LANGUAGES.get(primaryLanguage(tag))) ?? PLAIN_LANGUAGE;
}
