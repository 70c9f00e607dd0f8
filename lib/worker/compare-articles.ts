/** What differs between two texts of an article: paragraph by paragraph under its heading, and within them word by word. */
import { diffArrays } from "diff";
import { CELL_SEPARATOR } from "../contract/article";

/** A run of words that both texts have, or only the later or the earlier one. "…" stands for words left out. */
export type TextPart = { kind: "same" | "added" | "removed"; text: string };

/** `isAfterGap`: paragraphs that are the same stand before it and are left out. */
export type ChangedParagraph = { isAfterGap: boolean; parts: TextPart[] };

/** What differs under one heading; `headingParts` when the heading itself does. The lead has the heading "". */
type ChangedSection = { heading: string; headingParts: TextPart[] | null; paragraphs: ChangedParagraph[] };

/** What changed in an article: its title when that did, its text, and its ready answer paragraph by paragraph. */
export type NewsComparison = {
  title: TextPart[] | null;
  sections: ChangedSection[];
  replyText: ChangedParagraph[];
};

export type ComparedText = {
  title: string;
  sections: { heading: string; text: string }[];
  replyText: string | null;
};

/** Finding the shortest way between two texts takes the square of what differs: from so much on they count as others. */
const MAX_LINE_EDITS = 600;
const MAX_WORD_EDITS = 300;

/** Steps that comparing word by word may take in all; what is left then is shown as taken out and put in. */
const MAX_WORD_STEPS = 400_000;

/** Of two paragraphs that share less than this of their letters, a mix of both could not be read. */
const MIN_SHARED = 0.4;

/** What stays of a long run of words that did not change, at each of its ends that meets a change. */
const CONTEXT_LENGTH = 60;

type Line = { isHeading: boolean; text: string };
type Budget = { steps: number };

function linesOf(sections: ComparedText["sections"]): Line[] {
  return sections.flatMap(({ heading, text }) => [
    ...(heading === "" ? [] : [{ isHeading: true, text: heading }]),
    ...paragraphsOf(text),
  ]);
}

function paragraphsOf(text: string): Line[] {
  const lines = text.split("\n").map((line) => line.trim().replaceAll(CELL_SEPARATOR, " · "));
  return lines.filter((line) => line !== "").map((line) => ({ isHeading: false, text: line }));
}

function kindOf({ added, removed }: { added: boolean; removed: boolean }): TextPart["kind"] {
  if (added) return "added";
  return removed ? "removed" : "same";
}

/** An amount with its currency or unit sign, a date, a time; a word; a run of blanks; any other sign. */
const PIECE = /\p{Sc}?\d(?:[\d.,:/\u202f]*\d)?(?:[\u00a0\u202f ]?[\p{Sc}%])?|[\p{L}\p{M}\p{N}]+|\s+|./gsu;

function piecesOf(paragraph: string): string[] {
  return paragraph.match(PIECE) ?? [];
}

/** The words of two paragraphs; null when they are too different to be read as one. */
function compareWords(before: string, after: string, budget: Budget): TextPart[] | null {
  const maxEditLength = Math.min(MAX_WORD_EDITS, Math.floor(Math.sqrt(budget.steps)));
  if (maxEditLength === 0) return null;
  const changes = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength });
  const edits = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  budget.steps -= (edits ?? maxEditLength) ** 2;
  if (!changes) return null;
  const parts = changes.map((change) => ({ kind: kindOf(change), text: change.value.join("") }));
  const shared = parts.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.trim().length : 0), 0);
  return shared >= MIN_SHARED * Math.min(before.length, after.length) ? parts : null;
}

/** Leaves out the middle of long runs that did not change. */
function shorten(parts: TextPart[]): TextPart[] {
  return parts.map(({ kind, text }, at) => {
    const [isFirst, isLast] = [at === 0, at === parts.length - 1];
    const kept = (isFirst ? 0 : CONTEXT_LENGTH) + (isLast ? 0 : CONTEXT_LENGTH);
    if (kind !== "same" || text.length <= kept + CONTEXT_LENGTH) return { kind, text };
    const start = isFirst ? "" : text.slice(0, CONTEXT_LENGTH).replace(/\s+\S*$/, "");
    const end = isLast ? "" : text.slice(-CONTEXT_LENGTH).replace(/^\S*\s+/, "");
    return { kind, text: `${start}${isFirst ? "" : " "}…${isLast ? "" : " "}${end}` };
  });
}

const whole = (kind: "added" | "removed", text: string): TextPart[] => [{ kind, text }];

type ComparedLine = Line & { parts: TextPart[] | null };

/** Lines in the place of others: each beside the first later one that says much the same. */
function pairLines(removed: readonly Line[], added: readonly Line[], budget: Budget): ComparedLine[] {
  const compared: ComparedLine[] = [];
  let next = 0;
  for (const line of removed) {
    let match: { at: number; parts: TextPart[] } | null = null;
    for (let at = next; at < added.length && !match; at += 1) {
      const other = added[at];
      if (!other || other.isHeading !== line.isHeading) continue;
      const parts = compareWords(line.text, other.text, budget);
      if (parts) match = { at, parts };
    }
    if (match) {
      const between = added.slice(next, match.at);
      compared.push(...between.map((other) => ({ ...other, parts: whole("added", other.text) })));
      compared.push({ ...line, text: added[match.at]?.text ?? line.text, parts: shorten(match.parts) });
      next = match.at + 1;
    } else compared.push({ ...line, parts: whole("removed", line.text) });
  }
  return [...compared, ...added.slice(next).map((line) => ({ ...line, parts: whole("added", line.text) }))];
}

/** Every line of both texts; `parts` is null where they are the same. */
function compareLines(before: Line[], after: Line[], budget: Budget): ComparedLine[] {
  const comparator = (a: Line, b: Line) => a.isHeading === b.isHeading && a.text === b.text;
  const changes = diffArrays(before, after, { comparator, maxEditLength: MAX_LINE_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return changes.flatMap((change, at) => {
    const [preceding, following] = [changes[at - 1], changes[at + 1]];
    if (change.removed && following?.added) return pairLines(change.value, following.value, budget);
    if (change.added && preceding?.removed) return [];
    const kind = kindOf(change);
    return change.value.map((line) => ({ ...line, parts: kind === "same" ? null : whole(kind, line.text) }));
  });
}

function changedParagraphs(lines: ComparedLine[]): ChangedParagraph[] {
  let isAfterGap = false;
  return lines.flatMap(({ parts }) => {
    const wasAfterGap = isAfterGap;
    isAfterGap = parts === null;
    return parts ? [{ isAfterGap: wasAfterGap, parts }] : [];
  });
}

function sectionsOf(lines: ComparedLine[]): ChangedSection[] {
  const runs: { heading: ComparedLine | null; lines: ComparedLine[] }[] = [{ heading: null, lines: [] }];
  for (const line of lines) {
    if (line.isHeading) runs.push({ heading: line, lines: [] });
    else runs.at(-1)?.lines.push(line);
  }
  return runs
    .map(({ heading, lines: under }) => {
      const paragraphs = changedParagraphs(under);
      return { heading: heading?.text ?? "", headingParts: heading?.parts ?? null, paragraphs };
    })
    .filter(({ headingParts, paragraphs }) => headingParts !== null || paragraphs.length > 0);
}

/** What differs from one text of an article to a later one. The time it takes is bounded whatever the texts. */
export function compareArticles(before: ComparedText, after: ComparedText): NewsComparison {
  const budget: Budget = { steps: MAX_WORD_STEPS };
  const title =
    before.title === after.title
      ? null
      : (compareWords(before.title, after.title, budget) ?? [
          ...whole("removed", before.title),
          ...whole("added", after.title),
        ]);
  const reply = (text: ComparedText) => paragraphsOf(text.replyText ?? "");
  return {
    title,
    sections: sectionsOf(compareLines(linesOf(before.sections), linesOf(after.sections), budget)),
    replyText: changedParagraphs(compareLines(reply(before), reply(after), budget)),
  };
}
