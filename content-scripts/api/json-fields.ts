/**
 * Narrow readers of JSON that nobody vouches for: a field that is missing or of another type reads as absent. They
 * stand in for zod, which would weigh down what is put into a page.
 */
export type Json = Record<string, unknown>;

/** The value as an object; null for anything else, lists included. */
export function asJson(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** An object inside an object; an empty one where there is none. */
export function jsonAt(from: Json, key: string): Json {
  return asJson(from[key]) ?? {};
}

/** The objects of a list; null when there is no list. */
export function asList(value: unknown): Json[] | null {
  return Array.isArray(value) ? value.map(asJson).filter((entry) => entry !== null) : null;
}

/** A text; null when there is none or it is empty. */
export function textAt(from: Json, key: string): string | null {
  const value = from[key];
  return typeof value === "string" && value !== "" ? value : null;
}

/** A number as it is, or an id written as text. */
export function idAt(from: Json, key: string): string | null {
  const value = from[key];
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : textAt(from, key);
}

/** A flag; null when it is not said. */
export function flagAt(from: Json, key: string): boolean | null {
  const value = from[key];
  return typeof value === "boolean" ? value : null;
}

/** The texts of a list. */
export function textsAt(from: Json, key: string): string[] {
  const list = from[key];
  return Array.isArray(list) ? list.filter((entry) => typeof entry === "string") : [];
}
