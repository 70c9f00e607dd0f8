/**
 * Help centers hold what people pasted over the years: Word documents, headings that are only large bold text, lines
 * instead of paragraphs. This brings such HTML into the structure it was meant to have, before it is sanitised.
 */
import { DomUtils, parseDocument } from "htmlparser2";
import { makeParagraphs } from "./blocks";
import { markBoxes } from "./boxes";
import { flattenIfDeep } from "./depth";
import { elementsIn } from "./dom";
import { findBoldHeadings, findLargeHeadings } from "./headings";
import { linkVideos } from "./videos";
import { tidyWord } from "./word";

/** What HTML of our own never has: it is written by the sanitiser. */
const FOREIGN = /\s(class|style)\s*=|<(div|iframe|video|section|article|center|font|details|figure|o:p|!--)\b/i;

/** Whether the text may gain from `cleanSourceHtml`. False for what was sanitised already, which must stay as it is. */
export function isForeignHtml(html: string): boolean {
  return FOREIGN.test(html);
}

/**
 * The same text in headings, paragraphs and lists. `guessHeadings` also takes short bold paragraphs for headings where a
 * document has several of them; without, only what is large, or what Word calls a heading.
 */
export function cleanSourceHtml(html: string, { guessHeadings }: { guessHeadings: boolean }): string {
  const document = parseDocument(flattenIfDeep(html));
  for (const comment of DomUtils.filter((node) => node.type === "comment" || node.type === "directive", document)) {
    DomUtils.removeElement(comment);
  }
  tidyWord(document);
  linkVideos(document);
  markBoxes(document);
  makeParagraphs(document);
  findLargeHeadings(document);
  if (guessHeadings) findBoldHeadings(document);
  for (const heading of elementsIn(document)) {
    if (/^h[1-6]$/.test(heading.name) && isEmpty(heading)) DomUtils.removeElement(heading);
  }
  return DomUtils.getInnerHTML(document, { encodeEntities: "utf8" });
}

function isEmpty(heading: Parameters<typeof DomUtils.textContent>[0]): boolean {
  return DomUtils.textContent(heading).trim() === "" && DomUtils.findOne(isImage, [heading].flat()) === null;
}

function isImage({ name }: { name: string }): boolean {
  return name === "img";
}
