/** The stretch of an article that says most about a query, with the words to mark. */
import type { ArticleSection } from "../contract/article";
import { type Token, tokenize } from "./tokens";

/** Half-open range of UTF-16 offsets into the text beside it. */
export type TextRange = { start: number; end: number };

/** `heading` is "" for the article's lead. */
export type Passage = { heading: string; text: string; marks: TextRange[] };

/** About three lines in a sidebar of 360 pixels. */
const MAX_PASSAGE_LENGTH = 180;

/** What a heading that matches adds to the passage under it, as a share of its own weight. */
const HEADING_SHARE = 0.5;

/** Prefers the start of an article a little, so that ties do not fall to its small print. */
const DEPTH_DISCOUNT = 0.02;

type Window = TextRange & { weight: number };

function sentenceRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(/[^\n.!?…]+(?:[.!?…]+(?=\s|$)|[.!?…]+|\n|$)/g)) {
    // A closing quotation mark or bracket belongs to the sentence before.
    const lead = /^[\s"”»’)\]]*/.exec(match[0])?.[0].length ?? 0;
    const end = match.index + match[0].trimEnd().length;
    if (end > match.index + lead) ranges.push({ start: match.index + lead, end });
  }
  return ranges;
}

function weightOf(tokens: Token[], range: TextRange, weights: ReadonlyMap<string, number>): number {
  const seen = new Set<string>();
  let weight = 0;
  for (const token of tokens) {
    if (token.start < range.start || token.end > range.end) continue;
    for (const term of token.terms) {
      if (seen.has(term)) continue;
      seen.add(term);
      weight += weights.get(term) ?? 0;
    }
  }
  return weight;
}

/** Best run of whole sentences that fits; a sentence too long for that stands alone. */
function bestWindow(text: string, tokens: Token[], weights: ReadonlyMap<string, number>): Window | null {
  const sentences = sentenceRanges(text);
  let best: Window | null = null;
  sentences.forEach((first, position) => {
    // A window begins with a sentence that matches: what stands before it explains nothing.
    if (weightOf(tokens, first, weights) === 0) return;
    for (const last of sentences.slice(position)) {
      const range = { start: first.start, end: last.end };
      if (last !== first && range.end - range.start > MAX_PASSAGE_LENGTH) break;
      const weight = weightOf(tokens, range, weights);
      if (weight > (best?.weight ?? 0)) best = { ...range, weight };
    }
  });
  return best;
}

/** Cuts a window that is too long down to the words around its first match. */
function trimWindow(text: string, window: TextRange, marks: TextRange[]): { range: TextRange; isCut: boolean } {
  if (window.end - window.start <= MAX_PASSAGE_LENGTH * 1.5) return { range: window, isCut: false };
  const from = Math.max(window.start, (marks[0]?.start ?? window.start) - MAX_PASSAGE_LENGTH / 3);
  const wordStart = from === window.start ? from : text.indexOf(" ", from) + 1 || from;
  const limit = Math.min(window.end, wordStart + MAX_PASSAGE_LENGTH);
  const wordEnd = limit === window.end ? limit : Math.max(text.lastIndexOf(" ", limit), wordStart + 1);
  return { range: { start: wordStart, end: wordEnd }, isCut: true };
}

type SectionWindow = Window & { section: ArticleSection; tokens: Token[] };

/** The best window of all sections. A section gains by its heading and loses a little by its depth. */
function bestSectionWindow(
  sections: ArticleSection[],
  language: string,
  weights: ReadonlyMap<string, number>,
): SectionWindow | null {
  let best: SectionWindow | null = null;
  let bestValue = 0;
  for (const [depth, section] of sections.entries()) {
    const tokens = tokenize(section.text, language).filter((token) => token.terms.some((term) => weights.has(term)));
    const window = bestWindow(section.text, tokens, weights);
    if (!window) continue;
    const headingTokens = tokenize(section.heading, language);
    const heading = weightOf(headingTokens, { start: 0, end: section.heading.length }, weights);
    const value = (window.weight + heading * HEADING_SHARE) * (1 - DEPTH_DISCOUNT * Math.min(depth, 10));
    if (value <= bestValue) continue;
    bestValue = value;
    best = { ...window, section, tokens };
  }
  return best;
}

/**
 * The best passage of an article's sections for weighted terms (`weights`: term to weight), null when no section holds
 * any of them. `language` is the article's. Words are marked whose terms are in `marked`, all weighted ones unless told.
 */
export function findPassage(
  sections: ArticleSection[],
  language: string,
  weights: ReadonlyMap<string, number>,
  marked: { has(term: string): boolean } = weights,
): Passage | null {
  const found = bestSectionWindow(sections, language, weights);
  if (!found) return null;
  const tokens = found.tokens.filter((token) => token.terms.some((term) => marked.has(term)));
  const inWindow = tokens.filter((token) => token.start >= found.start && token.end <= found.end);
  const { range, isCut } = trimWindow(found.section.text, found, inWindow);
  const before = isCut && range.start > found.start ? "… " : "";
  const after = isCut && range.end < found.end ? " …" : "";
  const shift = before.length - range.start;
  return {
    heading: found.section.heading,
    text: before + found.section.text.slice(range.start, range.end) + after,
    marks: inWindow
      .filter((token) => token.start >= range.start && token.end <= range.end)
      .map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}
