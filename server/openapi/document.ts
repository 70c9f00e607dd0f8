/** As much of an OpenAPI 3.1 document as is read and completed here. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
};

export type Media = { schema?: Schema; example?: unknown; examples?: Record<string, { value: unknown }> };

export type Header = { description: string; schema: Schema; example?: unknown };

export type Answer = { description: string; headers?: Record<string, Header>; content?: Record<string, Media> };

export type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
};

export type Operation = {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; description?: string; content: Record<string, Media> };
  responses: Record<string, Answer>;
};

export const METHODS = ["get", "post", "put", "patch", "delete"] as const;

export type PathEntry = { [Method in (typeof METHODS)[number]]?: Operation };

export type ApiDocument = {
  openapi: string;
  info: { title: string; version: string; description?: string; license?: { name: string; identifier?: string } };
  servers?: { url: string; description?: string }[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, PathEntry>;
  components?: { schemas?: Record<string, Schema>; securitySchemes?: Record<string, unknown> };
};

/** A call: where it is and what it does. */
export type Call = { method: (typeof METHODS)[number]; path: string; operation: Operation };

/** Every call of the document, in its order. */
export function listCalls({ paths }: ApiDocument): Call[] {
  return Object.entries(paths).flatMap(([path, entry]) =>
    METHODS.flatMap((method) => {
      const operation = entry[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
}
