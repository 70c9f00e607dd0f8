/**
 * Tells the language of a text by its script, its function words, and for short texts by words of the trade, endings and
 * letters. It runs in the worker and in the bench alike, where the browser's own detector is out of reach.
 */
import { fold } from "./fold";
import { SEARCH_LANGUAGES } from "./languages";
import { languageOfScript, TELLING_LETTERS } from "./scripts";
import { TELLING_ENDINGS, TELLING_WORDS } from "./telling-words";

/** Text beyond this many characters changes nothing in the verdict. */
const MAX_EXAMINED_LENGTH = 4_000;
const MAX_EXAMINED_MIXED_LENGTH = 12_000;

/** A verdict needs this much evidence, and this many times the evidence of the second language. */
type Demand = { evidence: number; lead: number };
const WHOLE_TEXT: Demand = { evidence: 0.7, lead: 1.2 };
/** One sentence of many: a log line or a product's name must not make a language. */
const ONE_SENTENCE: Demand = { evidence: 1.5, lead: 1.5 };

/** What each sign counts for, beside 1 for a function word that only one language has. */
const WEIGHTS = { word: 0.8, ending: 0.4, letter: 0.4 } as const;
const MAX_ENDING_LENGTH = 6;

/** Words without the letters of codes and the parts of addresses ("0x00D8", ".com"); one that is repeated, as in logs, tells no more after this many times. */
const WHOLE_WORD = /(?<![\p{L}\p{N}.:@/_\\])\p{L}+(?:'\p{L}+)?(?![\p{L}\p{N}_]|[.:@/\\=]\p{L})/gu;
const MAX_TIMES = 4;

/** A language is part of a mixed text from this share of its letters on. */
const MIN_SHARE = 0.15;

/** A sentence of fewer letters is judged with its neighbours. */
const MIN_SENTENCE_LENGTH = 20;

/** From lists by language to weights by word: what several languages have counts for each only in part. */
function weightsOf(lists: Iterable<[string, Iterable<string>]>, weight: number) {
  const languages = new Map<string, Set<string>>();
  for (const [language, words] of lists) {
    for (const word of words) languages.set(word, (languages.get(word) ?? new Set()).add(language));
  }
  return new Map([...languages].map(([word, set]) => [word, { languages: [...set], weight: weight / set.size }]));
}

const split = (lists: Record<string, string>) =>
  Object.entries(lists).map(([language, words]): [string, string[]] => [language, words.split(" ")]);

const STOP_WORDS = weightsOf(
  [...SEARCH_LANGUAGES].map(([language, { stopWords }]): [string, Iterable<string>] => [language, stopWords]),
  1,
);
const WORDS = weightsOf(split(TELLING_WORDS), WEIGHTS.word);
const ENDINGS = weightsOf(split(TELLING_ENDINGS), WEIGHTS.ending);

function endingOf(word: string) {
  for (let length = Math.min(MAX_ENDING_LENGTH, word.length - 2); length >= 2; length -= 1) {
    const known = ENDINGS.get(word.slice(-length));
    if (known) return known;
  }
  return undefined;
}

function evidenceOf(text: string): Map<string, number> {
  const evidence = new Map<string, number>();
  const add = (languages: readonly string[], weight: number) => {
    for (const language of languages) evidence.set(language, (evidence.get(language) ?? 0) + weight);
  };
  const timesSeen = new Map<string, number>();
  for (const word of fold(text).match(WHOLE_WORD) ?? []) {
    const times = (timesSeen.get(word) ?? 0) + 1;
    timesSeen.set(word, times);
    if (times > MAX_TIMES) continue;
    const contracted = STOP_WORDS.get(word.replace("'", ""));
    for (const part of contracted ? [] : word.split("'")) {
      const sign = STOP_WORDS.get(part) ?? WORDS.get(part) ?? endingOf(part);
      if (sign) add(sign.languages, sign.weight);
    }
    if (contracted) add(contracted.languages, contracted.weight);
  }
  for (const [letters, languages] of TELLING_LETTERS) {
    const count = text.match(letters)?.length ?? 0;
    if (count > 0) add(languages, (count * WEIGHTS.letter) / languages.length);
  }
  return evidence;
}

function judge(text: string, demand: Demand): string | null {
  const byScript = languageOfScript(text);
  if (byScript !== null) return byScript;
  const [first, second] = [...evidenceOf(text)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!first || first[1] < demand.evidence || first[0] === "other") return null;
  return second && first[1] < second[1] * demand.lead ? null : first[0];
}

/** Primary language subtag of a text, null when its words do not tell. */
export function detectLanguage(text: string): string | null {
  return judge(text.slice(0, MAX_EXAMINED_LENGTH), WHOLE_TEXT);
}

/** Sentences and lines; short ones are joined to the next, so that "OK." or a product's name decides nothing. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let pending = "";
  for (const part of text.split(/\n+|(?<=[.!?…。！？])\s+/)) {
    pending = pending === "" ? part : `${pending} ${part}`;
    if (pending.length < MIN_SENTENCE_LENGTH) continue;
    sentences.push(pending);
    pending = "";
  }
  return pending === "" ? sentences : [...sentences, pending];
}

/**
 * The languages of a text that holds several, the largest share of letters first, ties by tag; shares sum to 1. One entry for a
 * text in one language, none when the words do not tell. A language of less than a seventh of the text is left out.
 */
export function detectLanguages(text: string): { language: string; share: number }[] {
  const letters = new Map<string, number>();
  for (const sentence of sentencesOf(text.slice(0, MAX_EXAMINED_MIXED_LENGTH))) {
    const language = judge(sentence, ONE_SENTENCE);
    if (language !== null) letters.set(language, (letters.get(language) ?? 0) + sentence.length);
  }
  const told = [...letters.values()].reduce((sum, length) => sum + length, 0);
  const kept = [...letters].filter(([, length]) => length >= told * MIN_SHARE);
  const total = kept.reduce((sum, [, length]) => sum + length, 0);
  if (total === 0) {
    const whole = detectLanguage(text);
    return whole === null ? [] : [{ language: whole, share: 1 }];
  }
  return kept
    .map(([language, length]) => ({ language, share: length / total }))
    .sort((a, b) => b.share - a.share || (a.language < b.language ? -1 : 1));
}
