import type { CleaningRules, Read, Strategy } from "../adapter";
import { eraseParts } from "./clean-text";
import { elementText } from "./element-text";
import { LIMITS, truncate } from "./limits";
import { findInPage, type PageScope } from "./page-scope";
import { pattern } from "./pattern";

/** A value with the element it stands in and the name of the strategy that found it. */
export type Found = { value: string; element: Element; strategy: string };

/** Says whether a value is left over from another ticket. */
export type IsForeign = (element: Element, value: string) => boolean;

function inputValue(element: Element): string {
  const input = element.matches("input, textarea") ? element : element.querySelector("input, textarea");
  if (input === null || !("value" in input) || typeof input.value !== "string") return "";
  // Whatever a checkbox is named, its value is the same word ticked or not.
  if (input.matches('[type="checkbox"]')) return "checked" in input && input.checked === true ? "true" : "";
  return input.value;
}

function rawValue(element: Element, read: Read, cleaning: CleaningRules): string {
  if (typeof read === "object") return element.getAttribute(read.attribute) ?? "";
  if (read === "value") return inputValue(element);
  if (read === "ownText") {
    return [...element.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? "") : " ")).join("");
  }
  const drop = cleaning.drop.join(", ");
  return elementText(element, { drop, dropCustomElements: cleaning.dropCustomElements, maxLength: LIMITS.shortText });
}

/** The short value a strategy reads from an element, on one line; null when there is none. */
export function readValue(
  element: Element,
  strategy: Pick<Strategy, "read" | "pattern">,
  cleaning: CleaningRules,
): string | null {
  const text = eraseParts(rawValue(element, strategy.read, cleaning), cleaning)
    .replace(/\s+/g, " ")
    .trim();
  const value = strategy.pattern === undefined ? text : pattern(strategy.pattern).exec(text)?.[1];
  return value === undefined || value === "" ? null : truncate(value, LIMITS.shortText);
}

/** All values that the first successful strategy finds in the page; empty when none finds any. */
export function readValues(
  page: PageScope,
  strategies: Strategy[],
  cleaning: CleaningRules,
  isForeign: IsForeign = () => false,
): Found[] {
  for (const strategy of strategies) {
    const found = findInPage(page, strategy.selector, strategy.within).flatMap((element): Found[] => {
      const value = readValue(element, strategy, cleaning);
      return value === null || isForeign(element, value) ? [] : [{ value, element, strategy: strategy.name }];
    });
    if (found.length > 0) return found;
  }
  return [];
}
