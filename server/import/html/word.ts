import { DomUtils } from "htmlparser2";
import { elementsIn, type HtmlDocument, type HtmlElement, styleOf, textOf, wrap } from "./dom";

/** Brings what was pasted from Word into HTML's own headings and lists. */
export function tidyWord(document: HtmlDocument): void {
  for (const element of elementsIn(document)) {
    if (/^(xml|style|script|w:.*|m:.*)$/.test(element.name)) DomUtils.removeElement(element);
    const level = headingLevelOf(element);
    if (level) element.name = `h${level}`;
  }
  for (const element of elementsIn(document)) if (isListParagraph(element) && !isContinued(element)) makeList(element);
}

function headingLevelOf(element: HtmlElement): number | null {
  if (element.name !== "p" || textOf(element) === "") return null;
  const names = element.attribs.class ?? "";
  const numbered = /\bMso(?:Heading|Titre|berschrift)?([1-6])\b|\bHeading([1-6])\b/i.exec(names);
  if (numbered) return Number(numbered[1] ?? numbered[2]);
  if (/\bMsoTitle\b/i.test(names)) return 1;
  const outline = Number(styleOf(element, "mso-outline-level"));
  return outline >= 1 && outline <= 6 ? outline : null;
}

function isListParagraph(element: HtmlElement): boolean {
  if (element.name !== "p" || !element.parent) return false;
  const style = styleOf(element, "mso-list");
  return style === "" ? /\bMsoListParagraph/i.test(element.attribs.class ?? "") : !/^(none|ignore)/.test(style);
}

function isContinued(element: HtmlElement): boolean {
  const before = DomUtils.prevElementSibling(element);
  return before !== null && isListParagraph(before);
}

type ListLine = { level: number; isNumbered: boolean; content: HtmlElement };

/** The paragraph and those of the list that follow it become a list, nested by their levels. */
function makeList(first: HtmlElement): void {
  const paragraphs: HtmlElement[] = [];
  for (let each: HtmlElement | null = first; each && isListParagraph(each); each = DomUtils.nextElementSibling(each)) {
    paragraphs.push(each);
  }
  const lines = paragraphs.map(readLine);
  const [top] = lines;
  if (!top) return;
  const root = wrap(top.isNumbered ? "ol" : "ul", []);
  DomUtils.prepend(first, root);
  for (const paragraph of paragraphs) DomUtils.removeElement(paragraph);
  const open = [{ level: top.level, list: root }];
  for (const line of lines) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > line.level) open.pop();
    const current = open.at(-1) ?? { level: top.level, list: root };
    const last = current.list.children.at(-1);
    if (line.level > current.level && last) {
      const nested = wrap(line.isNumbered ? "ol" : "ul", [line.content]);
      DomUtils.appendChild(last as HtmlElement, nested);
      open.push({ level: line.level, list: nested });
    } else {
      DomUtils.appendChild(current.list, line.content);
    }
  }
}

const BULLET = /^\s*[·•o§▪–-]\s+/u;

function readLine(paragraph: HtmlElement): ListLine {
  const level = Number(/level(\d+)/.exec(styleOf(paragraph, "mso-list"))?.[1] ?? 1);
  const marker = elementsIn(paragraph).find((element) => styleOf(element, "mso-list") === "ignore");
  const isNumbered = /^(\d+|[a-z]|[ivx]+)[.)]/i.test(marker ? textOf(marker) : textOf(paragraph));
  if (marker) DomUtils.removeElement(marker);
  const [text] = DomUtils.filter((node) => node.type === "text" && textOf(node) !== "", paragraph);
  if (text?.type === "text") text.data = marker ? text.data.trimStart() : text.data.replace(BULLET, "");
  return { level, isNumbered, content: wrap("li", [...paragraph.children]) };
}
