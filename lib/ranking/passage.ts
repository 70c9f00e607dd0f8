/** The stretch of an article that says most about a query, with the words to mark. */
import type { ArticleSection } from "../contract/article";
import { type Token, tokenize } from "../text/tokens";

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

type Sentence = TextRange & { tokens: Token[] };

/** As many matching sentences of a section are looked at: what a log of thousands of lines says, it says early. */
const MAX_STARTS = 500;

/** Sentences or lines of a text, each with the tokens that lie in it. Tokens come in the order of the text. */
function sentencesOf(text: string, tokens: Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let next = 0;
  for (const match of text.matchAll(/[^\n.!?…]+(?:[.!?…]+(?=\s|$)|[.!?…]+|\n|$)/g)) {
    // A closing quotation mark or bracket belongs to the sentence before; an opening one follows a space.
    const lead = /^[”»’)\]]*(?:"(?=\s))?\s*/.exec(match[0])?.[0].length ?? 0;
    const range = { start: match.index + lead, end: match.index + match[0].trimEnd().length };
    if (range.end <= range.start) continue;
    const first = next;
    for (let token = tokens[next]; token && token.start < range.end; token = tokens[next]) next += 1;
    sentences.push({ ...range, tokens: tokens.slice(first, next) });
  }
  return sentences;
}

/** Weight of the terms of some tokens that `seen` does not hold yet; they are put there. */
function newWeight(tokens: Token[], weights: ReadonlyMap<string, number>, seen: Set<string>): number {
  let weight = 0;
  for (const term of tokens.flatMap((token) => token.terms)) {
    if (seen.has(term)) continue;
    seen.add(term);
    weight += weights.get(term) ?? 0;
  }
  return weight;
}

/**
 * Best run of whole sentences that fits, beginning with one that matches: what stands before it explains nothing. A
 * sentence too long for that stands alone.
 */
function bestWindow(text: string, tokens: Token[], weights: ReadonlyMap<string, number>): Window | null {
  const sentences = sentencesOf(text, tokens);
  const starts = [...sentences.entries()].filter(([, sentence]) => sentence.tokens.length > 0).slice(0, MAX_STARTS);
  let best: Window | null = null;
  for (const [position, first] of starts) {
    const seen = new Set<string>();
    let weight = 0;
    for (let at = position; at < sentences.length; at += 1) {
      const last = sentences[at];
      if (!last || (at > position && last.end - first.start > MAX_PASSAGE_LENGTH)) break;
      weight += newWeight(last.tokens, weights, seen);
      if (weight > (best?.weight ?? 0)) best = { start: first.start, end: last.end, weight };
    }
  }
  return best;
}

/** How far a cut may move to fall between words; scripts without spaces are cut where they are. */
const MAX_CUT_SHIFT = 30;

/** Cuts a window that is too long down to the words around its first match. */
function trimWindow(text: string, window: TextRange, marks: TextRange[]): { range: TextRange; isCut: boolean } {
  if (window.end - window.start <= MAX_PASSAGE_LENGTH * 1.5) return { range: window, isCut: false };
  const firstMark = marks[0]?.start ?? window.start;
  const from = Math.max(window.start, firstMark - MAX_PASSAGE_LENGTH / 3);
  const space = text.indexOf(" ", from);
  const isNear = from > window.start && space >= 0 && space - from <= MAX_CUT_SHIFT && space < firstMark;
  const start = isNear ? space + 1 : from;
  const limit = Math.min(window.end, start + MAX_PASSAGE_LENGTH);
  const lastSpace = text.lastIndexOf(" ", limit);
  const end = limit < window.end && limit - lastSpace <= MAX_CUT_SHIFT ? lastSpace : limit;
  return { range: { start, end }, isCut: true };
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
    const heading = newWeight(tokenize(section.heading, language), weights, new Set());
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
