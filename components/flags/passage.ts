import { MAX_FLAG_PASSAGE_LENGTH } from "../../lib/contract/flags";
import { selectedIn } from "../insert/use-selected-text";

/** The element that holds the text of the article on screen around an element; null on a card. */
export function articleBodyAround(element: Element | null): HTMLElement | null {
  return element?.closest("[data-article]")?.querySelector<HTMLElement>(".article-body") ?? null;
}

/** Selected words as a flag carries them: on one line, cut at a word; null when nothing is selected. */
export function passageOf(selected: string): string | null {
  const words = selected.replace(/\s+/g, " ").trim();
  if (words === "") return null;
  if (words.length <= MAX_FLAG_PASSAGE_LENGTH) return words;
  const head = words.slice(0, MAX_FLAG_PASSAGE_LENGTH - 2);
  const end = head.lastIndexOf(" ");
  return `${head.slice(0, end > 0 ? end : head.length)} …`;
}

/** What is selected in the text of the article on screen; null when nothing is, or when more than its text is. */
export function selectedPassage(from: Element | null): string | null {
  const body = articleBodyAround(from);
  return body && !body.hidden ? passageOf(selectedIn(body)) : null;
}
