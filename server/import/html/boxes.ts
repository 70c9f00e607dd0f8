import { elementsIn, type HtmlDocument, textOf } from "./dom";

const CALLOUT =
  /(^|\s)(callout|alert|note|notice|warning|tip|caution|important|info-?box|admonition)(?=$|\s|[-_]{1,2}[a-z])/i;

/** A longer box is a layout that happens to be called so. */
const MAX_CALLOUT_LENGTH = 2_000;

/** Callouts become quotations, which stand apart as well; the titles of folding boxes become headings. */
export function markBoxes(document: HtmlDocument): void {
  for (const element of elementsIn(document)) {
    const isBox = /^(div|section|aside)$/.test(element.name) && CALLOUT.test(element.attribs.class ?? "");
    if (isBox && textOf(element).length <= MAX_CALLOUT_LENGTH) element.name = "blockquote";
    if (element.name === "summary") element.name = "h4";
  }
}
