import { DomUtils } from "htmlparser2";
import {
  elementsIn,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  setChildren,
  textOf,
  wrap,
} from "./dom";

/** Boxes without a meaning of their own: the sanitiser lets them go, and their lines with them. */
const BOX = /^(div|section|article|main|center|figure|figcaption|aside|header|footer|address|details|form|fieldset)$/;

/** Makes paragraphs of what stands in lines and boxes: runs of text in boxes, and texts parted by two line breaks. */
export function makeParagraphs(document: HtmlDocument): void {
  for (const element of elementsIn(document).reverse()) {
    if (BOX.test(element.name)) makeParagraphsIn(element);
  }
  wrapRuns(document);
  for (const paragraph of elementsIn(document)) if (paragraph.name === "p") splitAtBreaks(paragraph);
}

function makeParagraphsIn(box: HtmlElement): void {
  if (box.children.some(isBlock)) wrapRuns(box);
  else if (isThere(box.children)) box.name = "p";
}

/** Text beside blocks gets paragraphs of its own. */
function wrapRuns(box: HtmlDocument | HtmlElement): void {
  let run: HtmlNode[] = [];
  const close = () => {
    const [first] = run;
    if (first && isThere(run)) {
      const nextSibling = run.at(-1)?.nextSibling ?? null;
      const paragraph = wrap("p", run);
      if (nextSibling) DomUtils.prepend(nextSibling, paragraph);
      else DomUtils.appendChild(box, paragraph);
    }
    run = [];
  };
  for (const child of [...box.children]) {
    if (isBlock(child)) close();
    else run.push(child);
  }
  close();
}

function isThere(nodes: readonly HtmlNode[]): boolean {
  return textOf([...nodes]) !== "" || DomUtils.findOne((element) => element.name === "img", [...nodes]) !== null;
}

function splitAtBreaks(paragraph: HtmlElement): void {
  absorbWrapper(paragraph);
  const parts: HtmlNode[][] = [[]];
  let breaks: HtmlNode[] = [];
  for (const child of [...paragraph.children]) {
    if (isElement(child) && child.name === "br") breaks.push(child);
    else if (breaks.length > 0 && textOf(child) === "" && !isElement(child)) breaks.push(child);
    else {
      const isParted = breaks.filter(isElement).length > 1;
      if (isParted) parts.push([child]);
      else parts.at(-1)?.push(...breaks, child);
      breaks = [];
    }
  }
  if (parts.length === 1) return;
  const { parent } = paragraph;
  if (!parent) return;
  const made = parts.filter(isThere).map((part) => {
    const each = wrap("p", []);
    each.attribs = { ...paragraph.attribs };
    setChildren(each, part);
    return each;
  });
  setChildren(
    parent,
    parent.children.flatMap((child) => (child === paragraph ? made : [child])),
  );
}

/** `<p><span style>…</span></p>`, as editors write it, becomes one element, so that its line breaks are the paragraph's. */
function absorbWrapper(paragraph: HtmlElement): void {
  for (;;) {
    const filled = paragraph.children.filter((child) => isElement(child) || textOf(child) !== "");
    const [only] = filled;
    if (filled.length !== 1 || !only || !isElement(only) || !/^(span|font)$/.test(only.name)) return;
    if (only.attribs.size !== undefined) return;
    const merge = (name: string, glue: string) =>
      [only.attribs[name], paragraph.attribs[name]].filter(Boolean).join(glue);
    paragraph.attribs = { ...paragraph.attribs, style: merge("style", ";"), class: merge("class", " ") };
    setChildren(paragraph, only.children);
  }
}
