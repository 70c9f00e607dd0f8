/** What an article says with an amount or a date, sentence by sentence, made ready to be compared with another's. */
import { type Article, CELL_SEPARATOR } from "../contract/article";
import { fold } from "../text/fold";
import { primaryLanguage } from "../text/languages";
import { tokenize } from "../text/tokens";
import {
  type Bound,
  boundOf,
  type DateRole,
  dateRoleOf,
  EMPTY_WORDS,
  isNegated,
  isNoRule,
  periodsIn,
} from "./amount-wording";
import { readAmounts, withPlainUnits } from "./amounts";
import { datesIn } from "./calendar-dates";

/** What a claim is about besides its words: only claims of the same `aspect` can contradict each other. */
export type Claim = {
  kind: "amount" | "date";
  aspect: string;
  least: number;
  most: number;
  /** As the text writes it. */
  value: string;
  sentence: string;
  /** Number of the section it stands in. */
  section: number;
  /** Telling terms of the sentence, those of its heading, and those that are names. */
  terms: ReadonlySet<string>;
  heading: ReadonlySet<string>;
  names: ReadonlySet<string>;
};

export type Sectioned = Pick<Article, "id" | "language" | "title" | "sections">;

const MAX_SENTENCE_LENGTH = 320;
/** More claims than these are a price list or a table in disguise: its lines differ by a word each. */
const MAX_CLAIMS = 60;

/** Letters without accents and in lower case, each in its place. */
export function plainLetters(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, plainCharacter).toLowerCase();
}

function plainCharacter(character: string): string {
  if (character === "’") return "'";
  if (character === "\u00a0" || character === "\u202f") return " ";
  const [bare = ""] = character.normalize("NFD").toLowerCase();
  return bare.length === character.length ? bare : character;
}

/** Sentences of a section on lines with a digit; table rows are left out, because a cell means what its column says. */
export function sentencesOf(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => /\d/.test(line) && !line.includes(CELL_SEPARATOR))
    .flatMap((line) => line.split(/(?<=[\p{L}\d)\]”»"€%][.!?…][”»")]?)\s+(?=[\p{Lu}\d“«"(])/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "" && sentence.length <= MAX_SENTENCE_LENGTH);
}

const emptyWords = new Map(
  Object.entries(EMPTY_WORDS).map(([language, words]) => [language, new Set(words.split(" "))]),
);

/** Terms of a text that tell what it is about. */
export function tellingTerms(text: string, language: string): Set<string> {
  const empty = emptyWords.get(primaryLanguage(language));
  return new Set(
    tokenize(text, language).flatMap(({ word, terms: [term = ""] }) => (empty?.has(fold(word)) ? [] : [term])),
  );
}

/** Terms written with a capital inside a sentence, and codes: in German any noun, which only makes it stricter. */
function namesIn(text: string, language: string): Set<string> {
  const names = tokenize(text, language).filter(
    ({ word, start }) =>
      /\d/.test(word) || (/^\p{Lu}/u.test(word) && /[\p{L}\d,;:)]\s+[“«"(]?$/u.test(text.slice(0, start))),
  );
  return new Set(names.map(({ terms: [term = ""] }) => term));
}

type Figure = { start: number; end: number; kind: "amount" | "date"; aspect: string; least: number; most: number };

/** The one figure of a sentence that can be compared, and the numbers beside it; null where there are several of a kind. */
function figuresOf(text: string, folded: string, language: string): { figures: Figure[]; beside: string } | null {
  const dates = datesIn(folded);
  let rest = text;
  for (const { start, end } of dates) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  const { amounts, bareNumbers, isUnclear } = readAmounts(rest, language);
  if (isUnclear || (dates.length > 0 && amounts.length > 0)) return null;
  const bounds = (start: number, end: number): Bound => boundOf(folded.slice(0, start), folded.slice(end));
  const figures = [
    ...amounts.map(({ start, end, dimension, least, most }): Figure => {
      const form = least === most ? bounds(start, end) : "range";
      return { start, end, kind: "amount", aspect: `${dimension} ${form}`, least, most };
    }),
    ...dates.map(({ start, end, day, month, year }): Figure => {
      const role: DateRole = dateRoleOf(folded.slice(0, start));
      const at = (year ?? 0) * 10_000 + month * 100 + day;
      return { start, end, kind: "date", aspect: `${year === null ? "day" : "date"} ${role}`, least: at, most: at };
    }),
  ];
  return { figures, beside: bareNumbers.sort((a, b) => (a < b ? -1 : 1)).join(" ") };
}

/** The figures of a sentence as claims. */
function claimsOfSentence(sentence: string, language: string, section: number, heading: ReadonlySet<string>): Claim[] {
  if (!/\d/.test(sentence)) return [];
  const text = withPlainUnits(sentence);
  const folded = plainLetters(text);
  if (isNoRule(folded)) return [];
  const read = figuresOf(text, folded, language);
  const [figure] = read?.figures ?? [];
  // Two figures in a sentence belong to two things, and which to which is not told by words alone.
  if (!read || !figure || read.figures.length > 1 || figure.aspect.endsWith(" about")) return [];
  const without = `${text.slice(0, figure.start)} ${text.slice(figure.end)}`;
  const plain = plainLetters(without);
  const circumstances = [isNegated(plain) ? "not" : "", periodsIn(plain), read.beside].join("/");
  return [
    {
      ...{ kind: figure.kind, least: figure.least, most: figure.most, sentence, section, heading },
      aspect: `${figure.aspect} ${circumstances}`,
      value: text.slice(figure.start, figure.end).trim(),
      terms: tellingTerms(without, language),
      names: namesIn(without, language),
    },
  ];
}

/** Everything an article says with one amount or one date. Empty for an article that is a list of figures. */
export function claimsOf(article: Sectioned): Claim[] {
  const { language } = article;
  const claims = article.sections.flatMap(({ heading, text }, section) => {
    const headingTerms = tellingTerms(heading, language);
    return sentencesOf(text).flatMap((sentence) => claimsOfSentence(sentence, language, section, headingTerms));
  });
  return claims.length > MAX_CLAIMS ? [] : claims;
}
