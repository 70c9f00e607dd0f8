/** Requests to an operation, as plans: which ids and versions are meant is only known when one is sent. */
import fc from "fast-check";
import type { Operation, Parameter } from "./operations";
import { fitting, isKnownId, junkText, spoilt } from "./values";

export const SENDERS = ["agent", "manager", "admin", "nobody", "stranger"] as const;
export type Sender = (typeof SENDERS)[number];

/** What stands in a place of a request: a text, or the n-th of what is known by then. */
type Text = string | { known: "id" | "cursor" | "etag"; place: number };

type Body = { json: unknown } | { raw: string | Uint8Array<ArrayBuffer> } | null;

export type Plan = {
  operation: Operation;
  sender: Sender;
  path: Record<string, Text>;
  query: [string, Text][];
  headers: [string, Text][];
  contentType: string | null;
  body: Body;
};

const known = (kind: "id" | "cursor" | "etag") => fc.nat().map((place): Text => ({ known: kind, place }));

const senders = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Sender>("admin") },
  { weight: 3, arbitrary: fc.constantFrom<Sender>("manager", "agent") },
  { weight: 1, arbitrary: fc.constantFrom<Sender>("nobody", "stranger") },
);

/** Any request to the operation; half of them mean well. */
export function requestsTo(operation: Operation): fc.Arbitrary<Plan> {
  return fc.record({
    operation: fc.constant(operation),
    sender: senders,
    path: pathOf(operation),
    query: queryOf(operation),
    headers: headersOf(operation),
    contentType: fc.oneof(
      { weight: 19, arbitrary: fc.constant("application/json") },
      {
        weight: 1,
        arbitrary: fc.constantFrom(null, "text/plain", "application/json; charset=utf-16", "multipart/form-data", "x"),
      },
    ),
    body: bodyOf(operation),
  });
}

function pathOf({ parameters }: Operation): fc.Arbitrary<Record<string, Text>> {
  const text = (parameter: Parameter) =>
    fc.oneof(
      { weight: 6, arbitrary: known("id") },
      { weight: 2, arbitrary: fitting(parameter.schema).map(toText) },
      { weight: 1, arbitrary: junkText },
    );
  const own = parameters.filter((each) => each.in === "path");
  return fc.record(Object.fromEntries(own.map((parameter) => [parameter.name, text(parameter)])));
}

function queryOf({ parameters }: Operation): fc.Arbitrary<[string, Text][]> {
  const each = parameters
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => {
      const isCursor = parameter.name === "cursor";
      const value = fc.oneof(
        { weight: 9, arbitrary: isCursor ? known("cursor") : fitting(parameter.schema, parameter.name).map(toText) },
        { weight: 1, arbitrary: junkText },
      );
      const entry = value.map((text): [string, Text] => [parameter.name, text]);
      const once = sometimes(entry, parameter.required ? 1 : 0.4).map((found) => (found ? [found] : []));
      return fc.oneof({ weight: 19, arbitrary: once }, { weight: 1, arbitrary: fc.array(entry, { maxLength: 3 }) });
    });
  return fc.tuple(...each).map((lists) => lists.flat());
}

function headersOf({ parameters }: Operation): fc.Arbitrary<[string, Text][]> {
  const own = parameters.filter((each) => each.in === "header").map(({ name }) => name.toLowerCase());
  const conditions = [...new Set([...own, "if-match", "if-none-match"])];
  const header = (name: string) => {
    const value = fc.oneof(
      { weight: 6, arbitrary: known("etag") },
      { weight: 2, arbitrary: fc.constantFrom("*", '"1"', 'W/"1"', '"1.1"', '"0"', "1", '"', '"a", "b"', "") },
      { weight: 1, arbitrary: junkText },
    );
    return sometimes(
      value.map((text): [string, Text] => [name, text]),
      own.includes(name) ? 0.8 : 0.1,
    );
  };
  const versions = fc.constantFrom("0.0.1", "0.1.0", "x").map((text): [string, Text] => ["souffleur-client", text]);
  const all = fc.tuple(...conditions.map(header), sometimes(versions, 0.05));
  return all.map((headers) => headers.filter((each) => each !== null));
}

function sometimes<Value>(arbitrary: fc.Arbitrary<Value>, share: number): fc.Arbitrary<Value | null> {
  const weight = Math.round(share * 100);
  return fc.oneof({ weight, arbitrary }, { weight: 100 - weight, arbitrary: fc.constant(null) });
}

const brokenBodies: fc.Arbitrary<Body> = fc.oneof(
  fc
    .constantFrom("", "{", "[", '{"a":', "nul", '{"a":1}}', "\u0000", "undefined", "[1,]", "\ufeff{}")
    .map((raw) => ({ raw })),
  fc
    .constantFrom("[".repeat(100_000), `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, `"${"x".repeat(1_100_000)}"`)
    .map((raw) => ({ raw })),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ raw: new Uint8Array(bytes) })),
);

function bodyOf({ body, method }: Operation): fc.Arbitrary<Body> {
  if (method === "GET") return fc.constant(null);
  const none = fc.constant<Body>(null);
  if (!body) return fc.oneof({ weight: 4, arbitrary: none }, { weight: 1, arbitrary: brokenBodies });
  return fc.oneof(
    { weight: 10, arbitrary: fitting(body).map((json): Body => ({ json })) },
    { weight: 6, arbitrary: spoilt(body).map((json): Body => ({ json })) },
    { weight: 1, arbitrary: fc.oneof(none, brokenBodies) },
  );
}

function toText(value: unknown): Text {
  if (isKnownId(value)) return { known: "id", place: value.knownId };
  return typeof value === "string" ? value : JSON.stringify(value);
}
