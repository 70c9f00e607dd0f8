/** A third party's way to the API: types generated from the document, and a client that compiles against them. */
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../../lib/contract/zod";
import { createTestServer, type TestServer } from "../support";

const PROGRAM = `
import createClient from "openapi-fetch";
import type { paths } from "./api";

export async function run(fetch: (request: Request) => Promise<Response>, token: string, wrong: string) {
  const client = createClient<paths>({ baseUrl: "http://souffleur.example", fetch, headers: { Authorization: "Bearer " + token } });
  const me = await client.GET("/v1/me");
  if (!me.data) throw new Error(me.error.code);
  const flagged = await client.POST("/v1/flags", {
    body: {
      flags: [
        { id: "01936f5e-0000-7000-8000-000000000001", articleId: "late-fee", articleVersion: 1, reason: "outdated",
          comment: null, flaggedAt: "2026-11-02T08:00:00Z" },
      ],
    },
  });
  const page = await client.GET("/v1/changes", { params: { query: { limit: 100 } } });
  const article = await client.GET("/v1/articles/{id}", { params: { path: { id: "late-fee" } } });
  const stranger = createClient<paths>({ baseUrl: "http://souffleur.example", fetch, headers: { Authorization: "Bearer " + wrong } });
  const refused = await stranger.GET("/v1/me");
  return {
    name: me.data.agent.name satisfies string,
    flag: flagged.data?.results[0]?.status ?? null,
    changes: page.data?.changes.length ?? null,
    cursor: page.data?.cursor ?? null,
    article: article.response.status,
    refusal: refused.error?.code ?? null,
  };
}

// Each of these has to be an error: the types know the contract.
export async function wrongCalls(client: ReturnType<typeof createClient<paths>>) {
  // @ts-expect-error There is no such address.
  await client.GET("/v1/nothing");
  // @ts-expect-error The body has no flags.
  await client.POST("/v1/flags", { body: {} });
  // @ts-expect-error The address takes an id.
  await client.GET("/v1/articles/{id}", {});
}
`;

let server: TestServer;
let folder: string;

beforeAll(async () => {
  server = await createTestServer();
  folder = await mkdtemp(join(tmpdir(), "souffleur-client-"));
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  const document = await (await server.app.request("/openapi.json")).json();
  await writeFile(join(folder, "api.ts"), astToString(await openapiTS(document)));
  await writeFile(join(folder, "program.ts"), PROGRAM);
});

afterAll(() => rm(folder, { recursive: true }));

function compile(): string[] {
  const options: ts.CompilerOptions = {
    ...{
      strict: true,
      skipLibCheck: true,
      noUncheckedIndexedAccess: true,
      types: [],
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    },
    ...{
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    },
  };
  const program = ts.createProgram([join(folder, "program.ts")], options);
  program.emit();
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const resultSchema = z.object({
  ...{ name: z.string(), flag: z.string(), changes: z.number(), cursor: z.string(), article: z.number() },
  refusal: z.string(),
});

test("a generated client compiles against the API and works with it", { timeout: 120_000 }, async () => {
  const agent = await server.addAgent({ name: "Ada Moreau", role: "manager" });
  await server.importLines({ _id: "late-fee" });

  const errors = compile();
  const { run } = await import(/* @vite-ignore */ pathToFileURL(join(folder, "program.js")).href);
  const result = resultSchema.parse(
    await run(async (request: Request) => server.app.request(request), agent.token, "sfl_wrong"),
  );

  expect(errors).toEqual([]);
  expect(result).toMatchObject({ name: "Ada Moreau", flag: "stored", article: 200, refusal: "unauthorized" });
  expect(result.changes).toBeGreaterThan(0);
});
