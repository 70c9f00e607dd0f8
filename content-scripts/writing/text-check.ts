/**
 * Whether a text stands in an editor. Editors split, wrap and space what they take in, so only letters are compared,
 * and before with after: the same text may have stood there already.
 */
import { parseHtml } from "./parse-html";
import type { ReplyText } from "./reply-text";

/** `added`: it stands there once more and all that stood there before still does. `changed`: anything else happened. */
export type Outcome = "untouched" | "added" | "changed";

export type TextCheck = {
  /** What has become of the editable since the check was made. */
  outcome(): Outcome;
  /** Whether an editable, perhaps another by now, holds the text once more than before. */
  isHeldBy(editable: Element): boolean;
  /** The letters that stood there before. */
  lettersBefore: string;
};

/** Without white space and the marks editors keep their caret in. */
const letters = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, "");

/** The letters in an editable, in their order. */
export const lettersOf = (editable: Element): string => letters(editable.textContent ?? "");

function places(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

function linksTo(editable: Element, url: string | null): number {
  if (url === null) return 0;
  const { href } = new URL(url);
  return [...editable.querySelectorAll("a")].filter((link) => link.href === href).length;
}

/** Looks at an editable before something is written. `isRich`: links must be links there. Throws for an empty text. */
export function createTextCheck(editable: Element, { html, plain, url }: ReplyText, isRich: boolean): TextCheck {
  const wanted = letters(isRich ? (parseHtml(editable, html).textContent ?? "") : plain);
  if (wanted === "") throw new Error("There is nothing to write.");
  const link = isRich ? url : null;
  const before = { text: lettersOf(editable), links: linksTo(editable, link) };
  const wantedBefore = places(before.text, wanted).length;
  const isHeldBy = (now: Element) =>
    places(lettersOf(now), wanted).length > wantedBefore && (link === null || linksTo(now, link) > before.links);
  return {
    isHeldBy,
    lettersBefore: before.text,
    outcome() {
      const text = lettersOf(editable);
      if (text === before.text && linksTo(editable, link) === before.links) return "untouched";
      const isAllThere = places(text, wanted).some(
        (at) => text.slice(0, at) + text.slice(at + wanted.length) === before.text,
      );
      return isAllThere && isHeldBy(editable) ? "added" : "changed";
    },
  };
}
