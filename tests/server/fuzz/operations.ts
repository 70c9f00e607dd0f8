import { z } from "zod";

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** A JSON schema as it stands in the document, references taken out. */
export type Schema = { [key: string]: unknown };

export type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: Schema };

/** One call of the API, as its OpenAPI document has it. `answers` holds the schema of each status's JSON, or null. */
export type Operation = {
  method: string;
  path: string;
  parameters: Parameter[];
  body: Schema | null;
  answers: ReadonlyMap<number, Schema | null>;
};

const schemaSchema = z.record(z.string(), z.unknown());
const contentSchema = z.record(z.string(), z.object({ schema: schemaSchema.optional() }));
const operationSchema = z.object({
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query", "header"]),
        required: z.boolean().default(false),
        schema: schemaSchema.default({}),
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema.optional() })),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), schemaSchema).default({}) }).default({ schemas: {} }),
});

/** Every operation of an OpenAPI 3.1 document. */
export function readOperations(document: unknown): Operation[] {
  const { paths, components } = documentSchema.parse(document);
  return Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      if (methods[method] === undefined) return [];
      const { parameters, requestBody, responses } = operationSchema.parse(methods[method]);
      const body = requestBody?.content["application/json"]?.schema;
      const answers = Object.entries(responses).map(([status, { content }]) => {
        const schema = content?.["application/json"]?.schema;
        return [Number(status), schema ? resolveReferences(schema, components.schemas) : null] as const;
      });
      const resolved = body ? resolveReferences(body, components.schemas) : null;
      return [{ method: method.toUpperCase(), path, parameters, body: resolved, answers: new Map(answers) }];
    }),
  );
}

/** The schema with what it refers to in its place. None of them refers to itself. */
function resolveReferences(schema: Schema, known: Record<string, Schema>): Schema {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== "object" || value === null) return value;
    if ("$ref" in value) return resolve(known[String(value.$ref).replace("#/components/schemas/", "")] ?? {});
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each)]));
  };
  return schemaSchema.parse(resolve(schema));
}
