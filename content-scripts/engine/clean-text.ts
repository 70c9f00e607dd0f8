/** From a body's text to the words its writer added: quotes, signatures and delimiter lines out. */
import type { CleaningRules } from "../adapter";
import { pattern } from "./pattern";

/** A mail program may wrap "On … wrote:" over so many lines. */
const MOST_WRAPPED_LINES = 3;

/** How many lines, from `index` on, make up a line that starts a quote; 0 when none does. */
function cutLength(lines: string[], index: number, cutAt: string[]): number {
  for (let count = 1; count <= MOST_WRAPPED_LINES && index + count <= lines.length; count++) {
    const joined = lines.slice(index, index + count);
    // Only unbroken runs of short lines were one line before.
    if (count > 1 && (joined.includes("") || joined.some((line) => line.length > 200))) return 0;
    const text = joined.join(" ");
    if (cutAt.some((source) => pattern(source).test(text))) return count;
  }
  return 0;
}

/** Keeps what stands above the first quote; where nothing does, the writer answered below it. */
function cutQuotes(lines: string[], cutAt: string[]): string[] {
  const kept: string[] = [];
  let index = 0;
  while (index < lines.length) {
    const count = cutLength(lines, index, cutAt);
    if (count === 0) {
      kept.push(lines[index] ?? "");
      index += 1;
    } else if (kept.some((line) => line !== "")) {
      return kept;
    } else {
      index += count;
    }
  }
  return kept;
}

/** The text without what is taken out wherever it stands: secret addresses, redacted runs. */
export function eraseParts(text: string, { erase }: CleaningRules): string {
  return erase.reduce((rest, source) => rest.replace(pattern(source, "g"), ""), text);
}

/** The text without the parts the rules name; no line has blanks at its ends, no two blank lines follow each other. */
export function cleanText(text: string, rules: CleaningRules): string {
  const erased = eraseParts(text.replace(/[\u200b\u2060\ufeff\u00ad]/g, ""), rules);
  const lines = erased.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  const own = lines.filter((line) => !rules.dropLines.some((source) => pattern(source).test(line)));
  return cutQuotes(own, rules.cutAt)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
