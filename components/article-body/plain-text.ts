/** An article's text as it is pasted where only text is taken: numbered steps, dashes, cells apart. */

const HEADING = /^H[1-6]$/;
const PARAGRAPH = /^(P|DIV|SECTION|ARTICLE|ASIDE|BLOCKQUOTE|PRE|FIGURE|FIGCAPTION|DETAILS|SUMMARY|DL|DT|DD|CAPTION)$/;

/** The text of an element's content, blocks parted by blank lines, lists as lines. */
export function plainText(element: Element): string {
  return blocksOf(element)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .join("\n\n");
}

/** A list as lines, its steps numbered as on screen, nested lists set in. */
export function listText(list: Element, indent = ""): string {
  const isNumbered = list.tagName === "OL";
  let number = Number(list.getAttribute("start") ?? 1);
  const lines = [...list.children].flatMap((step) => {
    if (step.tagName !== "LI") return [];
    number = Number(step.getAttribute("value") ?? number);
    const sign = isNumbered ? `${number}. ` : "- ";
    number += 1;
    const nested = [...step.children].filter((child) => isList(child));
    const own = inlineText(step, (child) => !nested.includes(child)).trim();
    return [`${indent}${sign}${own}`, ...nested.map((child) => listText(child, `${indent}   `))];
  });
  return lines.join("\n");
}

function isList(element: Element): boolean {
  return element.tagName === "OL" || element.tagName === "UL";
}

function blocksOf(element: Element): string[] {
  const blocks: string[] = [];
  let line = "";
  const endLine = () => {
    blocks.push(line);
    line = "";
  };
  for (const node of element.childNodes) {
    if (!(node instanceof Element)) line += spaced(node.textContent ?? "");
    else if (node.tagName === "BR") line += "\n";
    else if (node.tagName === "TABLE") blocks.push(takeLine(), tableText(node));
    else if (isList(node)) blocks.push(takeLine(), listText(node));
    else if (node.tagName === "PRE") blocks.push(takeLine(), node.textContent ?? "");
    else if (HEADING.test(node.tagName)) blocks.push(takeLine(), inlineText(node));
    else if (PARAGRAPH.test(node.tagName) || node.querySelector("p, ul, ol, table, pre"))
      blocks.push(takeLine(), ...blocksOf(node));
    else line += inlineText(node);
  }
  endLine();
  return blocks;

  function takeLine(): string {
    const taken = line;
    line = "";
    return taken;
  }
}

function inlineText(element: Element, isKept: (child: Element) => boolean = () => true): string {
  const parts = [...element.childNodes].map((node) => {
    if (!(node instanceof Element)) return spaced(node.textContent ?? "");
    if (!isKept(node)) return "";
    if (node.tagName === "BR") return "\n";
    return PARAGRAPH.test(node.tagName) ? ` ${inlineText(node)} ` : inlineText(node);
  });
  return parts.join("").trim() === "" ? "" : parts.join("").replace(/ {2,}/g, " ");
}

function tableText(table: Element): string {
  return [...table.querySelectorAll("tr")]
    .map((row) => [...row.querySelectorAll("th, td")].map((cell) => inlineText(cell).trim()).join("\t"))
    .join("\n");
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ");
}
