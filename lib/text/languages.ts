/**
 * What the matcher knows of each language: its stems, its stop words (@orama/stopwords plus the furniture of support
 * mail), whether articles and pronouns are elided, and what is written in several ways. Everything is compared with case
 * and accents folded, because customers leave accents out.
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
import type { GroupMark } from "./quantities";
import { ENGLISH_SPELLINGS, FRENCH_SPELLINGS, GERMAN_SPELLINGS, NO_SPELLINGS, type Spellings } from "./spellings";
import { stemEnglish } from "./stemming/english";
import type { Stem } from "./stemming/families";
import { stemFrench } from "./stemming/french";
import { stemGerman } from "./stemming/german";
import { stemSpanish } from "./stemming/spanish";
import {
  DUTCH_FURNITURE,
  ENGLISH_FURNITURE,
  FRENCH_FURNITURE,
  GERMAN_FURNITURE,
  ITALIAN_FURNITURE,
  PORTUGUESE_FURNITURE,
  SPANISH_FURNITURE,
} from "./stop-words";

/** `stem` takes and gives folded words; `elides` says that a word before an apostrophe is only an article or pronoun. */
export type SearchLanguage = {
  stem: Stem;
  stopWords: ReadonlySet<string>;
  elides: boolean;
  groupMark: GroupMark;
  isFrench: boolean;
} & Spellings;

type Traits = Partial<Omit<SearchLanguage, "stem" | "stopWords">>;

function foldAll(...lists: string[][]): ReadonlySet<string> {
  return new Set(lists.flat().map((word) => fold(word.replace(/['’]/g, ""))));
}

function language(stem: Stem, stopWords: string[], furniture: string[], traits: Traits): SearchLanguage {
  const plain = { elides: false, groupMark: "." as const, isFrench: false, ...NO_SPELLINGS };
  return { stem, stopWords: foldAll(stopWords, furniture), ...plain, ...traits };
}

/** Snowball takes "-ção" off with its accents only. */
const stemFoldedPortuguese: Stem = (word) => stemPortuguese(word.replace(/cao$/, "ção").replace(/coes$/, "ções"));

/** Languages with stems and stop words, by their primary BCP 47 subtag. */
export const SEARCH_LANGUAGES: ReadonlyMap<string, SearchLanguage> = new Map([
  ["en", language(stemEnglish, englishStopWords, ENGLISH_FURNITURE, { groupMark: ",", ...ENGLISH_SPELLINGS })],
  [
    "fr",
    language(stemFrench, frenchStopWords, FRENCH_FURNITURE, {
      ...{ elides: true, groupMark: null, isFrench: true },
      ...FRENCH_SPELLINGS,
    }),
  ],
  ["de", language(stemGerman, germanStopWords, GERMAN_FURNITURE, GERMAN_SPELLINGS)],
  ["es", language(stemSpanish, spanishStopWords, SPANISH_FURNITURE, {})],
  ["it", language(stemItalian, italianStopWords, ITALIAN_FURNITURE, { elides: true })],
  ["nl", language(stemDutch, dutchStopWords, DUTCH_FURNITURE, {})],
  ["pt", language(stemFoldedPortuguese, portugueseStopWords, PORTUGUESE_FURNITURE, {})],
]);

/** Any other language: words are folded and compared as they are. */
const PLAIN_LANGUAGE = language((word) => word, [], [], { elides: true, groupMark: null });

/** `fr` for `fr-CA`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? tag;
}

/** The rules for a language tag; those of no language in particular when it is unknown or null. */
export function searchLanguage(tag: string | null): SearchLanguage {
  return (tag === null ? undefined : SEARCH_LANGUAGES.get(primaryLanguage(tag))) ?? PLAIN_LANGUAGE;
}
