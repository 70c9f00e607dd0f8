/** Headings in disguise. A wrong heading tears a text apart, so in doubt a paragraph stays one. */
import { DomUtils } from "htmlparser2";
import {
  elementsIn,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isInside,
  styleOf,
  textOf,
  textsIn,
} from "./dom";
import { sizeOf } from "./text-size";

const MAX_LARGE_LENGTH = 120;
const MAX_BOLD_LENGTH = 80;
const MAX_BOLD_WORDS = 12;

/** What is taken for the size of text that names none, in pixels. */
const USUAL_SIZE = 14;
const LARGE_SIZE = 16;
const VERY_LARGE_SIZE = 22;

/** How much larger than the rest of the text a heading is. */
const CLEARLY_LARGER = 1.1;

const ELSEWHERE = /^(li|td|th|table|blockquote|pre|dt|dd|h[1-6]|figcaption|caption)$/;

/** Words that call for attention rather than name what follows. */
const CALLS =
  /^(note|notes|important|attention|warning|caution|tip|hint|nb|n\.b\.|achtung|hinweis|wichtig|remarque|nota|importante|atención|avertissement)$/i;

/** Makes headings of paragraphs that are bold and larger than the rest of the text throughout. */
export function findLargeHeadings(document: HtmlDocument): void {
  const paragraphs = paragraphsOf(document);
  const usual = usualSize(paragraphs);
  for (const paragraph of paragraphs) {
    const text = textOf(paragraph);
    if (text.length > MAX_LARGE_LENGTH || /[.;,]$/.test(text) || !isBold(paragraph)) continue;
    const size = Math.min(...textsOf(paragraph).map((each) => sizeOf(each, paragraph) ?? USUAL_SIZE));
    if (size < LARGE_SIZE || size < usual * CLEARLY_LARGER) continue;
    paragraph.name = size >= VERY_LARGE_SIZE ? "h2" : "h3";
  }
}

/** Makes headings of short bold paragraphs, where there are several, each before a text, and no other headings. */
export function findBoldHeadings(document: HtmlDocument): void {
  if (elementsIn(document).some(({ name }) => /^h[1-6]$/.test(name))) return;
  const likely = new Set(paragraphsOf(document).filter(isLikelyHeading));
  const found = [...likely].filter((paragraph) => {
    const next = DomUtils.nextElementSibling(paragraph);
    return next !== null && textOf(next) !== "" && !likely.has(next);
  });
  if (found.length < 2) return;
  for (const paragraph of found) paragraph.name = "h3";
}

function isLikelyHeading(paragraph: HtmlElement): boolean {
  const text = textOf(paragraph);
  if (text.length > MAX_BOLD_LENGTH || text.split(" ").length > MAX_BOLD_WORDS) return false;
  if (/[.:?!;,…]$/u.test(text) || !/^[\p{Lu}\p{N}]/u.test(text) || CALLS.test(text)) return false;
  const hasLinks = elementsIn(paragraph).some(({ name }) => name === "a" || name === "br" || name === "img");
  return !hasLinks && isBold(paragraph);
}

function paragraphsOf(document: HtmlDocument): HtmlElement[] {
  return elementsIn(document).filter(
    (element) => element.name === "p" && textOf(element) !== "" && !isInside(element, ELSEWHERE),
  );
}

function textsOf(paragraph: HtmlElement): HtmlNode[] {
  return textsIn(paragraph).filter((text) => textOf(text) !== "");
}

function isBold(paragraph: HtmlElement): boolean {
  return textsOf(paragraph).every((text) => {
    for (let node = text.parent; node; node = node.parent) {
      if (isElement(node)) {
        const weight = styleOf(node, "font-weight");
        if (weight !== "") return /^bold/.test(weight) || Number(weight) >= 600;
        if (node.name === "b" || node.name === "strong") return true;
      }
      if (node === paragraph) return false;
    }
    return false;
  });
}

/** The size most of the text that is not bold has. */
function usualSize(paragraphs: readonly HtmlElement[]): number {
  const lengths = new Map<number, number>();
  for (const paragraph of paragraphs) {
    if (isBold(paragraph)) continue;
    for (const text of textsOf(paragraph)) {
      const size = sizeOf(text, paragraph) ?? USUAL_SIZE;
      lengths.set(size, (lengths.get(size) ?? 0) + textOf(text).length);
    }
  }
  const [most] = [...lengths].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? USUAL_SIZE;
}
