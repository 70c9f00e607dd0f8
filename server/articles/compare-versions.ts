import { isDeepStrictEqual } from "node:util";
import { type Change, diffArrays, diffWordsWithSpace } from "diff";
import type { ArticleVersion, TextChange, VersionComparison } from "../../lib/contract/article-states";
import { toSections } from "../import/sections";

/** From so many differences on, a text counts as another one: finding the shortest way between them takes the square. */
const MAX_LINE_EDITS = 1_000;
const MAX_WORD_EDITS = 500;

/** Steps that comparing the changed lines word by word may take, all together; what is left then counts as other lines. */
const MAX_WORD_STEPS = 1_000_000;

type Budget = { steps: number };

/** What differs between two versions: fields, and the body line by line, changed lines word by word. */
export function compareVersions(from: ArticleVersion, to: ArticleVersion): VersionComparison {
  const names = Object.keys(to.content) as (keyof ArticleVersion["content"])[];
  const fields = names
    .filter((field) => field !== "bodyHtml" && !isDeepStrictEqual(from.content[field], to.content[field]))
    .map((field) => ({ field, before: from.content[field], after: to.content[field] }));
  const lines = compareLines(linesOf(from.content.bodyHtml), linesOf(to.content.bodyHtml));
  return { from: from.version, to: to.version, fields, lines };
}

/** Plain text, headings on lines of their own. */
function linesOf(bodyHtml: string): string[] {
  const texts = toSections(bodyHtml).flatMap(({ heading, text }) => [heading, ...text.split("\n")]);
  return texts.filter((line) => line !== "");
}

function compareLines(before: string[], after: string[]): VersionComparison["lines"] {
  const changes = diffArrays(before, after, { maxEditLength: MAX_LINE_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const lines: VersionComparison["lines"] = [];
  const budget = { steps: MAX_WORD_STEPS };
  for (const [index, change] of changes.entries()) {
    const following = changes[index + 1];
    const preceding = changes[index - 1];
    if (change.removed && following?.added) lines.push(...pairLines(change.value, following.value, budget));
    else if (!(change.added && preceding?.removed)) {
      lines.push(...change.value.map((text) => ({ kind: kindOf(change), text })));
    }
  }
  return lines;
}

/** Lines that stand in for others, side by side as far as there are as many. */
function pairLines(removed: readonly string[], added: readonly string[], budget: Budget): VersionComparison["lines"] {
  const pairs = Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const [text, newText] = [removed[index], added[index]];
    if (text === undefined) return { kind: "added" as const, text: newText ?? "" };
    if (newText === undefined) return { kind: "removed" as const, text };
    return compareWords(text, newText, budget);
  });
  return pairs.flat();
}

function compareWords(before: string, after: string, budget: Budget): VersionComparison["lines"] {
  const maxEditLength = Math.min(MAX_WORD_EDITS, Math.floor(Math.sqrt(budget.steps)));
  const changes = maxEditLength > 0 ? diffWordsWithSpace(before, after, { maxEditLength }) : undefined;
  budget.steps -= (changes ? countEdits(changes) : maxEditLength) ** 2;
  if (!changes) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return [{ kind: "changed", words: changes.map((change) => ({ kind: kindOf(change), text: change.value })) }];
}

function countEdits(changes: readonly Change[]): number {
  return changes.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
}

function kindOf({ added, removed }: Pick<Change, "added" | "removed">): TextChange["kind"] {
  if (added) return "added";
  return removed ? "removed" : "same";
}
