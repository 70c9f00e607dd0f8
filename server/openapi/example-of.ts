import type { ApiDocument, Schema } from "./document";

const DEPTH = 6;

const OF_FORMATS: Record<string, string> = {
  "date-time": "2026-11-02T09:00:00.000Z",
  date: "2026-11-02",
  uuid: "01936f5e-7c1a-7b3e-9d52-4f6a8b0c1d2e",
  uri: "https://help.acme.example/late-fee",
};

/** What fields of these names hold; a reader understands `late-fee` better than `text`. */
const OF_NAMES: Record<string, unknown> = {
  id: "late-fee",
  articleId: "late-fee",
  language: "en",
  title: "The late fee",
  summary: "What the late fee is, and when it is waived.",
  bodyHtml: "<p>Three euros after 14 days.</p>",
  name: "Ada Moreau",
  author: "Ada Moreau",
  updatedBy: "Ada Moreau",
  verifiedBy: "Ada Moreau",
  group: "billing",
  label: "laptop",
  cursor: "eyJhdCI6NDcxMX0",
  nextCursor: null,
  oldestClient: "0.1.0",
  serverVersion: "0.1.0",
  note: "Fee raised to three euros.",
  answer: "The article names the new fee now.",
  comment: "The fee is three euros since November.",
  term: "refund",
};

/** A value that fits the schema, as an example: the schema's own where it has one. */
export function exampleOf(schema: Schema, document: ApiDocument, name = "", depth = 0): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.$ref !== undefined) return exampleOf(resolve(schema.$ref, document), document, name, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const variant = schema.anyOf ?? schema.oneOf;
  if (variant?.[0]) return exampleOf(variant[0], document, name, depth);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, document, name, depth)));
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties) return objectExample(schema, document, depth);
  if (type === "array") return arrayExample(schema, document, name, depth);
  return plainExample(schema, type, name);
}

function objectExample(schema: Schema, document: ApiDocument, depth: number): unknown {
  if (depth > DEPTH) return {};
  const entries = Object.entries(schema.properties ?? {});
  return Object.fromEntries(entries.map(([name, property]) => [name, exampleOf(property, document, name, depth + 1)]));
}

function arrayExample(schema: Schema, document: ApiDocument, name: string, depth: number): unknown[] {
  if (schema.prefixItems) return schema.prefixItems.map((entry) => exampleOf(entry, document, name, depth + 1));
  if (!schema.items || depth > DEPTH) return [];
  return [exampleOf(schema.items, document, name.replace(/s$/, ""), depth + 1)];
}

function plainExample(schema: Schema, type: string | undefined, name: string): unknown {
  if (schema.default !== undefined) return schema.default;
  const named = OF_NAMES[name];
  if (type === "string") {
    return OF_FORMATS[schema.format ?? ""] ?? (typeof named === "string" ? named : textOfPattern(schema, name));
  }
  if (type === "integer" || type === "number") return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
  if (type === "boolean") return false;
  return null;
}

function textOfPattern({ pattern }: Schema, name: string): string {
  if (pattern === undefined || new RegExp(pattern, "u").test(name)) return name || "text";
  const guesses = ["en", "2026-11-02", "refund", "0.1.0", "2026-11"];
  return guesses.find((guess) => new RegExp(pattern, "u").test(guess)) ?? "text";
}

function resolve(ref: string, { components }: ApiDocument): Schema {
  const name = ref.replace("#/components/schemas/", "");
  return components?.schemas?.[name] ?? {};
}
