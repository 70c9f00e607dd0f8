/** Plain text of an element, with the line breaks a reader would see; computed without asking the browser for layout. */
import { isElement } from "./find";

export type TextRules = { drop: string; dropCustomElements: boolean; preformatted?: boolean; maxLength: number };

const PARAGRAPH = /^(?:p|h[1-6r]|[uod]l|table|pre|blockquote)$/;
const LINE = /^(?:div|li|tr|d[dt]|section|article|address|center)$/;
const SILENT = /^(?:script|style|template|noscript|iframe|object|textarea|select)$/;

/** Parsers stop nesting at a few hundred; deeper trees were made by scripts. */
const MAX_DEPTH = 600;

/** Text under construction. */
type Text = { value: string };

const BULLET = "- ";

/** How many of a character stand at the end. A regular expression would scan the whole text at every element. */
function countAtEnd(text: string, character: string): number {
  let count = 0;
  while (text[text.length - 1 - count] === character) count += 1;
  return count;
}

function dropBlanks(text: Text): void {
  const blanks = countAtEnd(text.value, " ");
  if (blanks > 0) text.value = text.value.slice(0, -blanks);
}

/** Makes sure that so many line breaks stand before the next word. A bullet keeps its first paragraph beside it. */
function breakLine(text: Text, count: number): void {
  if (text.value === "" || text.value === BULLET || text.value.endsWith(`\n${BULLET}`)) return;
  dropBlanks(text);
  text.value += "\n".repeat(Math.max(0, count - countAtEnd(text.value, "\n")));
}

function addWords(text: Text, words: string, preformatted: boolean): void {
  if (preformatted) {
    text.value += words;
    return;
  }
  const collapsed = words.replace(/\s+/g, " ");
  const atStart = text.value === "" || text.value.endsWith("\n") || text.value.endsWith(" ");
  text.value += atStart ? collapsed.trimStart() : collapsed;
}

/** Several cells make one line, "a | b"; a single cell is layout and is read like a block. */
function addRow(text: Text, row: Element, rules: TextRules, depth: number): void {
  const cells = [...row.children].filter((cell) => cell.localName === "td" || cell.localName === "th");
  if (cells.length < 2) {
    addChildren(text, row, rules, depth);
    return;
  }
  const texts = cells.map((cell) => {
    const inner: Text = { value: "" };
    addElement(inner, cell, rules, depth + 1);
    return inner.value.replace(/\s+/g, " ").trim();
  });
  text.value += texts.filter((cell) => cell !== "").join(" | ");
}

/** As much of a text node as there is room for: one node may hold megabytes. */
function leftOf(text: Text, rules: TextRules, words: string): string {
  return words.slice(0, rules.maxLength - text.value.length + 1);
}

function addChildren(text: Text, parent: Element, rules: TextRules, depth: number): void {
  for (const child of parent.childNodes) {
    if (text.value.length > rules.maxLength) return;
    if (child.nodeType === 3) addWords(text, leftOf(text, rules, child.nodeValue ?? ""), rules.preformatted === true);
    else if (isElement(child)) addElement(text, child, rules, depth + 1);
  }
}

function addElement(text: Text, element: Element, rules: TextRules, depth: number): void {
  try {
    addNode(text, element, rules, depth);
  } catch {
    // A form whose fields hide its own properties (`<input name="matches">`) costs its writer the form's text, no more.
  }
}

function addNode(text: Text, element: Element, rules: TextRules, depth: number): void {
  const name = element.localName;
  if (name === "br") {
    dropBlanks(text);
    text.value += "\n";
    return;
  }
  const breaks = PARAGRAPH.test(name) ? 2 : LINE.test(name) ? 1 : 0;
  if (breaks > 0) breakLine(text, breaks);
  const dropped =
    depth > MAX_DEPTH ||
    SILENT.test(name) ||
    element.matches(rules.drop) ||
    (rules.dropCustomElements && name.includes("-"));
  if (dropped) return;
  if (name === "li") text.value += BULLET;
  if (name === "tr") addRow(text, element, rules, depth);
  else addChildren(text, element, name === "pre" ? { ...rules, preformatted: true } : rules, depth);
  if (breaks > 0) breakLine(text, breaks);
}

/** Text of an element's content, dropped parts left out. May be a little longer than `maxLength`. */
export function elementText(element: Element, rules: TextRules): string {
  const text: Text = { value: "" };
  addChildren(text, element, rules, 0);
  return text.value;
}
