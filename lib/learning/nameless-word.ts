/**
 * Whether a word that the base does not know may be remembered at all. Only its spelling tells a name from a word, so
 * what is not plainly written in lower case is left alone.
 */

const UPPER_CASE = /[\p{Lu}\p{Lt}]/u;
const LOWER_CASE = /\p{Ll}/u;
const LETTERS = /^[\p{L}\p{M}'’-]+$/u;

/** What may stand between the end of a sentence and its first word. */
const SENTENCE_START = /(?:^|[.!?:…\n•*–—-])[\s"'“„«»‚‘(¿¡[]*$/u;

/** Words after which German writes a noun with a capital, an adjective between them or not; titles and first names are none. */
const GERMAN_DETERMINERS = new Set(
  `der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen meinem meiner
dein deine deinen deinem deiner ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer dieser diese dieses diesen
diesem welcher welche welches im am zum zur beim vom ins ans`.split(/\s+/),
);
const GERMAN_ADJECTIVE = /^\p{Ll}{3,}e[nmrs]?$/u;

/** The last two words of a text that ends before a word; a comma between them ends what belongs together. */
const LAST_WORDS = /(?:(\p{L}+)\s+)?(\p{L}+)\s+$/u;

/** As much text before a word decides. */
const LOOK_BACK = 80;

/** `plain`: in lower case, or a German noun after its article. `unclear`: its capital may be the sentence's. */
export type Spelling = "plain" | "unclear" | "nameLike";

function followsGermanDeterminer(before: string): boolean {
  const [, earlier = "", last = ""] = LAST_WORDS.exec(before) ?? [];
  if (GERMAN_DETERMINERS.has(last.toLowerCase())) return true;
  return GERMAN_ADJECTIVE.test(last) && GERMAN_DETERMINERS.has(earlier.toLowerCase());
}

/** How a word of a text is written; `language` is the primary subtag the text is read in. */
export function spellingOf(text: string, start: number, word: string, language: string | null): Spelling {
  if (!LETTERS.test(word)) return "nameLike";
  // Scripts without capitals do not show names.
  if (!UPPER_CASE.test(word)) return LOWER_CASE.test(word) ? "plain" : "nameLike";
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  if (language === "de" && !UPPER_CASE.test(word.slice(1)) && followsGermanDeterminer(before)) return "plain";
  return SENTENCE_START.test(before) ? "unclear" : "nameLike";
}
