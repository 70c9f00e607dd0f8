/**
 * Chinese, Japanese, Thai and other scripts without spaces, and Korean, whose particles are glued to the word. Besides the
 * platform's words, pairs of neighbouring characters are terms, because two segmenters seldom cut alike.
 */

/** A word of a run; offsets are relative to the run. */
export type RunWord = { start: number; end: number; terms: string[] };

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: "word" });

/** Runs are cut at this length: the segmenter takes its memory by the whole run. */
const MAX_RUN_LENGTH = 1_000;

/** Hiragana are particles and endings, so that pairs with them say nothing. */
const PAIR = /^[\p{scx=Han}\p{scx=Katakana}]{2}$/u;
const HIRAGANA = /^\p{Script=Hiragana}+$/u;

/** Particles and pronouns of Chinese and Japanese that stand alone; short words in hiragana are such anyway. */
const PARTICLES = new Set("的了是我你您他她它们在和也就都请吗呢吧啊这那有没不要被把给对与及或很");

function isParticle(word: string): boolean {
  return PARTICLES.has(word) || (word.length <= 2 && HIRAGANA.test(word));
}

/** The pair of characters that begins at an offset, null unless both are ideographs or katakana. */
function pairAt(run: string, at: number): string | null {
  const pair = run.slice(at, at + 2);
  return PAIR.test(pair) ? pair : null;
}

/** Words of a folded run of an unspaced script, each with the pairs of characters that begin in it. */
export function unspacedWords(run: string): RunWord[] {
  const words: RunWord[] = [];
  for (let from = 0; from < run.length; from += MAX_RUN_LENGTH) {
    for (const { segment, index, isWordLike } of SEGMENTER.segment(run.slice(from, from + MAX_RUN_LENGTH))) {
      if (!isWordLike) continue;
      const start = from + index;
      const terms = new Set<string>(isParticle(segment) ? [] : [segment]);
      for (let at = start; at < start + segment.length; at += 1) {
        const pair = pairAt(run, at);
        if (pair !== null) terms.add(pair);
      }
      if (terms.size > 0) words.push({ start, end: start + segment.length, terms: [...terms] });
    }
  }
  return words;
}

/** Terms of a folded Korean word: itself and its pairs of syllables, so that it is found with another particle. */
export function hangulTerms(word: string): string[] {
  const terms = new Set([word]);
  for (let at = 0; at + 2 < word.length + 1 && word.length > 2; at += 1) terms.add(word.slice(at, at + 2));
  return [...terms];
}
