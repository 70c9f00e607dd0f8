import type { ApiDocument, Schema } from "./document";

/** A field of a body, by its path: `flags[].comment`. `more` says what else holds for it. */
export type Field = { path: string; type: string; isRequired: boolean; more: string };

const DEPTH = 4;

/** The fields of an object and of what it holds, as far as a reader wants to know. */
export function listFields(schema: Schema, document: ApiDocument, prefix = "", depth = 0): Field[] {
  const whole = follow(schema, document);
  if (depth > DEPTH) return [];
  if (whole.items) return listFields(whole.items, document, `${prefix}[]`, depth + 1);
  const variants = (whole.anyOf ?? whole.oneOf ?? []).filter((variant) => variant.type !== "null");
  if (!whole.properties && variants[0]) return listFields(variants[0], document, prefix, depth + 1);
  return Object.entries(whole.properties ?? {}).flatMap(([name, property]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    const field = {
      path,
      type: typeOf(property, document),
      isRequired: whole.required?.includes(name) ?? false,
      more: limitsOf(follow(property, document)),
    };
    return [field, ...listFields(property, document, path, depth + 1)];
  });
}

function typeOf(schema: Schema, document: ApiDocument): string {
  const whole = follow(schema, document);
  if (whole.enum) return whole.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (whole.const !== undefined) return JSON.stringify(whole.const);
  const variants = whole.anyOf ?? whole.oneOf;
  if (variants) return [...new Set(variants.map((variant) => typeOf(variant, document)))].join(" or ");
  if (whole.items) return `list of ${typeOf(whole.items, document)}`;
  const type = Array.isArray(whole.type) ? whole.type.join(" or ") : (whole.type ?? "any");
  return whole.format ? `${type} (${whole.format})` : type;
}

function limitsOf(schema: Schema): string {
  const limits = [
    schema.description,
    schema.default === undefined ? undefined : `When not said: \`${JSON.stringify(schema.default)}\`.`,
    schema.maxLength === undefined ? undefined : `At most ${schema.maxLength} characters.`,
    schema.minimum === undefined ? undefined : `From ${schema.minimum}.`,
  ];
  return limits.filter((limit) => limit !== undefined).join(" ");
}

function follow(schema: Schema, { components }: ApiDocument): Schema {
  if (schema.$ref === undefined) return schema;
  return components?.schemas?.[schema.$ref.replace("#/components/schemas/", "")] ?? {};
}
