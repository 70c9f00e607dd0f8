import type { CleaningRules, FieldStrategy } from "../adapter";
import { findUp } from "./find";
import { LIMITS, truncate } from "./limits";
import { findInPage, type PageScope } from "./page-scope";
import { type Found, type IsForeign, readValue } from "./read-value";

/** A field's value where it stands in the page. */
export type FoundField = Found & { field: string };

function fieldName(element: Element, field: FieldStrategy["field"], cleaning: CleaningRules): string | null {
  if (typeof field === "string") return field;
  const named = findUp(element, field.on);
  return named === null
    ? null
    : readValue(named, { read: { attribute: field.attribute }, pattern: field.pattern }, cleaning);
}

/** The ticket's fields, each as the first strategy that names it reads it. */
export function readFields(
  page: PageScope,
  strategies: FieldStrategy[],
  cleaning: CleaningRules,
  isForeign: IsForeign,
): FoundField[] {
  const fields = new Map<string, FoundField>();
  for (const strategy of strategies) {
    for (const element of findInPage(page, strategy.selector, strategy.within)) {
      const field = fieldName(element, strategy.field, cleaning);
      const value = readValue(element, strategy, cleaning);
      if (field === null || value === null || fields.has(field) || isForeign(element, value)) continue;
      if (fields.size === LIMITS.fields) return [...fields.values()];
      fields.set(field, { field: truncate(field, LIMITS.shortText), value, element, strategy: strategy.name });
    }
  }
  return [...fields.values()];
}
