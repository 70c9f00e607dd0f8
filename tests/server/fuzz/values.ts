/** Values for a JSON schema: such as fit it, and such as do not. */
import fc from "fast-check";
import type { Schema } from "./operations";

/** Stands for the id of something that is there, chosen when the request is sent. */
export type KnownId = { knownId: number };

const NAMES_OF_IDS = /^id$|Id$|^translationOf$/;
/** Few, so that names, groups and tags meet each other again. */
const WORDS = ["billing", "moving", "en", "fr", "refund", "card", "high", "Noor Haddad", "a1"];

const MAX_ENTRIES = 4;

/** Deeper than any body that fits goes. */
const MAX_DEPTH = 8;

/** What nobody expects. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 0.5, 2 ** 31, 2 ** 53, 1e308, -1e308, "", " ", "0", "*", "null"),
  fc.constantFrom(
    "\u0000",
    "a\u0000b",
    "\ud800",
    "x\udc00y",
    "\u202e",
    "é",
    "e\u0301",
    "💥",
    "\ufeff",
    "%00",
    "../..",
    "'; --",
  ),
  fc.constantFrom("2026-02-30", "9999-12-31", "0000-01-01", "2026-11-02T25:00:00Z", "+275760-09-13T00:00:00.000Z"),
  fc.constantFrom<unknown>([], {}, [[]], { constructor: 1 }, JSON.parse('{"__proto__":{"role":"admin"}}')),
  fc.integer({ min: 200, max: 20_000 }).map((length) => "x".repeat(length)),
  fc.integer({ min: 10, max: 300 }).map(nest),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.jsonValue(),
);

function nest(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A value that fits the schema, most of the time: patterns and formats are met where that is easy. */
export function fitting(schema: Schema, name = ""): fc.Arbitrary<unknown> {
  const own = plainValue(schema);
  if (!NAMES_OF_IDS.test(name)) return own;
  return fc.oneof(
    { weight: 3, arbitrary: fc.nat().map((knownId): KnownId => ({ knownId })) },
    { weight: 2, arbitrary: own },
  );
}

function plainValue(schema: Schema): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return fc.constantFrom<unknown>(...schema.enum);
  const choices = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (choices) return fc.oneof(...choices.map((choice) => fitting(toSchema(choice))));
  if (Array.isArray(schema.allOf)) {
    return fc
      .tuple(...schema.allOf.map((part) => plainValue(toSchema(part))))
      .map((parts) => Object.assign({}, ...parts));
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return fc.oneof(...types.map((type) => typedValue(type, schema)));
}

function typedValue(type: unknown, schema: Schema): fc.Arbitrary<unknown> {
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "integer" || type === "number") return numberOf(schema, type === "integer");
  if (type === "array") return arrayOf(schema);
  if (type === "object") return objectOf(schema);
  if (type === "string") return textOf(schema);
  return junk;
}

function numberOf(schema: Schema, isWhole: boolean): fc.Arbitrary<number> {
  const step = isWhole ? 1 : 1e-6;
  const min = Math.max(number(schema.minimum, -1000), number(schema.exclusiveMinimum, -1000 - step) + step);
  const max = Math.min(number(schema.maximum, min + 2000), number(schema.exclusiveMaximum, min + 2000) - step);
  const small = Math.min(max, min + 5);
  if (!isWhole) return fc.double({ min, max, noNaN: true });
  return fc.oneof(fc.integer({ min, max: small }), fc.integer({ min, max }), fc.constantFrom(min, max));
}

function arrayOf(schema: Schema): fc.Arbitrary<unknown> {
  const minLength = number(schema.minItems, 0);
  const maxLength = Math.max(minLength, Math.min(number(schema.maxItems, MAX_ENTRIES), MAX_ENTRIES));
  return fc.array(fitting(toSchema(schema.items)), { minLength, maxLength });
}

function objectOf(schema: Schema): fc.Arbitrary<unknown> {
  const properties = Object.entries(toSchema(schema.properties));
  const required = new Set(Array.isArray(schema.required) ? schema.required.map(String) : []);
  const model = Object.fromEntries(properties.map(([key, each]) => [key, fitting(toSchema(each), key)]));
  return fc.record(model, { requiredKeys: properties.map(([key]) => key).filter((key) => required.has(key)) });
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === "uuid") return fc.uuid({ version: 7 });
  if (schema.format === "date") return fc.integer({ min: -40, max: 10 }).map((days) => instant(days).slice(0, 10));
  if (schema.format === "date-time") return fc.integer({ min: -400, max: 10 }).map(instant);
  if (schema.format === "uri") return fc.webUrl();
  const minLength = number(schema.minLength, 0);
  const maxLength = Math.max(minLength, Math.min(number(schema.maxLength, 40), 40));
  const free = fc.string({ unit: "grapheme", minLength, maxLength });
  const { pattern } = schema;
  if (typeof pattern !== "string") return fc.oneof(fc.constantFrom(...WORDS), free);
  const words = WORDS.filter((word) => new RegExp(pattern, "u").test(word));
  return words.length > 0 ? fc.oneof(fc.constantFrom(...words), matching(pattern)) : matching(pattern);
}

function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, "u"));
  } catch {
    // A pattern fast-check cannot follow (looking ahead).
    return fc.string({ maxLength: 20 });
  }
}

/** The fuzz clock starts on 2 November 2026. */
function instant(days: number): string {
  return new Date(Date.UTC(2026, 10, 2, 9) + days * 86_400_000).toISOString();
}

/** A value that fits, with something in it that does not: another type, a key too many, one too few. */
export function spoilt(schema: Schema): fc.Arbitrary<unknown> {
  const mutation = fc.record({ place: fc.nat(), kind: fc.constantFrom("replace", "remove", "add"), junk });
  const spoil = fc.array(mutation, { minLength: 1, maxLength: 3 });
  return fc.tuple(fitting(schema), spoil).map(([value, mutations]) => mutations.reduce(mutate, value));
}

type Mutation = { place: number; kind: string; junk: unknown };

function mutate(value: unknown, { place, kind, junk: unexpected }: Mutation): unknown {
  const copy: unknown = structuredClone(value);
  const places = placesIn(copy);
  const chosen = places[place % places.length];
  if (!chosen) return unexpected;
  if (kind === "replace") chosen.parent[chosen.key] = unexpected;
  else if (kind === "remove") delete chosen.parent[chosen.key];
  else chosen.parent[kind === "add" ? "unexpected" : chosen.key] = unexpected;
  return copy;
}

type Place = { parent: Record<string, unknown>; key: string };

function placesIn(value: unknown, depth = 0): Place[] {
  if (typeof value !== "object" || value === null || isKnownId(value) || depth > MAX_DEPTH) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesIn(parent[key], depth + 1)]);
}

export function isKnownId(value: unknown): value is KnownId {
  return typeof value === "object" && value !== null && "knownId" in value && typeof value.knownId === "number";
}

/** Text for a parameter that is anything but what belongs there. */
export const junkText: fc.Arbitrary<string> = junk.map((value) =>
  typeof value === "string" ? value : JSON.stringify(value),
);

function toSchema(value: unknown): Schema {
  return typeof value === "object" && value !== null ? (value as Schema) : {};
}

function number(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
