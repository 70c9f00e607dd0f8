import { beforeEach, describe, expect, test } from "vitest";
import { problemCodeSchema } from "../../../lib/contract/problem";
import { type ApiDocument, type Call, listCalls } from "../../../server/openapi/document";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;
let document: ApiDocument;
let calls: Call[];

beforeEach(async () => {
  server = await createTestServer();
  document = (await (await server.app.request("/openapi.json")).json()) as ApiDocument;
  calls = listCalls(document);
});

const nameOf = ({ method, path }: Call) => `${method.toUpperCase()} ${path}`;

/** Names of the calls for which something does not hold. */
const failing = (holds: (call: Call) => boolean) => calls.filter((call) => !holds(call)).map(nameOf);

test("the document is OpenAPI 3.1 with title, version, servers and tags", () => {
  expect(document).toMatchObject({ openapi: "3.1.0", info: { title: "Souffleur" }, servers: [{ url: "/" }] });
  expect(document.tags?.length).toBeGreaterThan(5);
});

test("every route the server answers at is in the document", () => {
  const routes = server.app.routes
    .filter(({ method, path }) => method !== "ALL" && !["/", "/docs", "/openapi.json"].includes(path))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}")}`);

  expect(new Set(calls.map(nameOf))).toEqual(new Set(routes));
});

describe("every call has", () => {
  test("an operation id of its own", () => {
    const ids = calls.map(({ operation }) => operation.operationId);

    expect(ids.filter((id, index) => id === undefined || ids.indexOf(id) !== index)).toEqual([]);
  });

  test("a summary, a description and a tag", () => {
    expect(
      failing(({ operation }) => Boolean(operation.summary && operation.description && operation.tags?.length)),
    ).toEqual([]);
  });

  test("a word on the token it asks for", () => {
    expect(
      failing(
        ({ operation, path }) =>
          operation.security?.length === (path.startsWith("/v1/") ? 1 : 0) || path === "/metrics",
      ),
    ).toEqual([]);
  });

  test("an example for its body and for every answer with content", () => {
    expect(
      failing(({ operation }) =>
        [operation.requestBody, ...Object.values(operation.responses)].every((part) =>
          Object.values(part?.content ?? {}).every(({ example, examples }) => example !== undefined || examples),
        ),
      ),
    ).toEqual([]);
  });

  test("the problems that any call may end with, by codes of the contract", () => {
    const expected = ["400", "401", "426", "429", "500", "503"];

    expect(
      failing(
        ({ operation, path }) => !path.startsWith("/v1/") || expected.every((status) => status in operation.responses),
      ),
    ).toEqual([]);
    const codes = calls.flatMap(({ operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => Number(status) >= 400)
        .flatMap(([, { content }]) => Object.keys(content?.["application/problem+json"]?.examples ?? { none: 1 })),
    );
    expect(codes.filter((code) => !problemCodeSchema.safeParse(code).success)).toEqual([]);
  });

  test("the limits of a body, where it takes one", () => {
    expect(
      failing(
        ({ operation }) => !operation.requestBody || ["413", "415"].every((status) => status in operation.responses),
      ),
    ).toEqual([]);
  });

  test("the headers that its answers carry", () => {
    expect(
      failing(({ operation }) =>
        Object.entries(operation.responses).every(([status, { headers = {} }]) => {
          const expected = status === "429" || status === "503" ? ["X-Request-Id", "Retry-After"] : ["X-Request-Id"];
          return expected.every((name) => name in headers);
        }),
      ),
    ).toEqual([]);
  });

  test("a path whose parameters are described", () => {
    expect(
      failing(({ path, operation }) => {
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const described = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
        return named.length === described.length;
      }),
    ).toEqual([]);
  });
});
