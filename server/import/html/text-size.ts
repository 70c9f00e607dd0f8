import { type HtmlElement, type HtmlNode, isElement, styleOf } from "./dom";

const ROOT_SIZE = 16;
const BY_WORD: Record<string, number> = {
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
  small: 13,
  "x-small": 10,
};
const BY_CLASS: Record<string, number> = { small: 12, medium: 14, large: 20, "x-large": 26 };
const BY_FONT_SIZE: Record<string, number> = { "4": 18, "5": 24, "6": 32, "7": 48 };

/** The size a text is shown in, in pixels, by its elements up to `block`; null when none of them says. */
export function sizeOf(text: HtmlNode, block: HtmlElement): number | null {
  for (let node = text.parent; node; node = node.parent) {
    const size = isElement(node) ? ownSize(node) : null;
    if (size !== null) return size;
    if (node === block) return null;
  }
  return null;
}

function ownSize(element: HtmlElement): number | null {
  const written = styleOf(element, "font-size").replace(/\s*!important$/, "");
  const [, number = "", unit = ""] = /^([\d.]+)(px|pt|em|rem|%)$/.exec(written) ?? [];
  if (number !== "") return inPixels(Number(number), unit);
  const byClass = /\bwysiwyg-font-size-(x-large|large|medium|small)\b/.exec(element.attribs.class ?? "")?.[1];
  const byFont = element.name === "font" ? BY_FONT_SIZE[element.attribs.size ?? ""] : undefined;
  return BY_WORD[written] ?? BY_CLASS[byClass ?? ""] ?? byFont ?? (element.name === "big" ? 19 : null);
}

function inPixels(number: number, unit: string): number {
  if (unit === "px") return number;
  if (unit === "pt") return (number * 4) / 3;
  return unit === "%" ? (number / 100) * ROOT_SIZE : number * ROOT_SIZE;
}
