import { idAt, type Json, textsAt } from "./json-fields";

const ADDRESS = /[^\s@]@[^\s@]/;

/** A field's value as text; null for none. A value with an e-mail address in it says who, not what: it is left out. */
export function fieldValue(from: Json, key: string): string | null {
  const value = idAt(from, key) ?? textsAt(from, key).join(", ");
  return value === "" || ADDRESS.test(value) ? null : value;
}

/** The named values that there are, under the same names unless told otherwise. */
export function fieldValues(from: Json, keys: string[]): Record<string, string> {
  const found = keys.map((key) => [key, fieldValue(from, key)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
}
