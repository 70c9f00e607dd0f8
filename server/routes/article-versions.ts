import { createRoute } from "@hono/zod-openapi";
import { articleVersionSchema, versionComparisonSchema, versionSummarySchema } from "../../lib/contract/article-states";
import { z } from "../../lib/contract/zod";
import { compareVersions } from "../articles/compare-versions";
import { listVersions, readVersion, restoreVersion } from "../articles/versions";
import { nextCursorSchema, pageQuerySchema } from "../http/paging";
import { problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import {
  articleParamsSchema,
  common,
  readAnswer,
  stateAnswer,
  writeOf,
  writeProblems,
  writeRequest,
} from "./article-answers";
import { exampleContent, exampleVersion } from "./article-examples";
import type { RouteDeps } from "./route-deps";

const numberSchema = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const versionParamsSchema = articleParamsSchema.extend({ version: numberSchema });

const pageSchema = z
  .object({ versions: z.array(versionSummarySchema), nextCursor: nextCursorSchema })
  .openapi({ example: { versions: [exampleVersion], nextCursor: null } });
const namedVersionSchema = z
  .object(articleVersionSchema.shape)
  .openapi({ example: { ...exampleVersion, content: exampleContent } });
const namedComparisonSchema = z.object(versionComparisonSchema.shape).openapi({
  example: {
    ...{ from: 2, to: 3, fields: [{ field: "title", before: "Direct debits", after: exampleContent.title }] },
    lines: [
      { kind: "same", text: "The bank returns it." },
      {
        kind: "changed",
        words: [
          { kind: "same", text: "Ask for another " },
          { kind: "added", text: "day." },
        ],
      },
    ],
  },
});

const readProblems = problemResponses("invalid_request", "unauthorized", "forbidden", "not_found", "client_too_old");

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/articles/{id}/versions",
  operationId: "listVersions",
  summary: "An article's versions, newest first, for managers and admins",
  description: "Every version that was ever published, but those that were for other readers only.",
  request: { params: articleParamsSchema, query: pageQuerySchema },
  responses: {
    200: { description: "A page of versions.", content: { "application/json": { schema: pageSchema } } },
    ...readProblems,
  },
});

const getRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/articles/{id}/versions/{version}",
  operationId: "getVersion",
  summary: "A version with its content, for managers and admins",
  request: { params: versionParamsSchema },
  responses: {
    200: { description: "The version.", content: { "application/json": { schema: namedVersionSchema } } },
    ...readProblems,
  },
});

const compareRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/articles/{id}/versions/{version}/compare/{other}",
  operationId: "compareVersions",
  summary: "What differs between two versions, for managers and admins",
  description: "Fields with both values, and the body's text line by line, changed lines word by word.",
  request: { params: versionParamsSchema.extend({ other: numberSchema }) },
  responses: {
    200: { description: "The differences.", content: { "application/json": { schema: namedComparisonSchema } } },
    ...readProblems,
  },
});

const restoreRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles/{id}/versions/{version}/restore",
  operationId: "restoreVersion",
  summary: "Begins a working copy with a version's content, for managers and admins",
  description:
    "Publishing it makes a new version. Audience, groups, owner, dates and days until verification stay as they are now.",
  request: { ...writeRequest, params: versionParamsSchema },
  responses: { 200: stateAnswer("The article with its working copy."), ...writeProblems },
});

/** What articles were before. */
export function articleVersionsRoutes(deps: RouteDeps) {
  const { db } = deps;
  return createRouter()
    .openapi(listRoute, async (c) => {
      const agent = c.get("agent");
      requireManager(agent);
      const { id } = c.req.valid("param");
      return c.json(await listVersions({ db, agent, id, ...pickPage(c.req.valid("query")) }), 200);
    })
    .openapi(getRoute, async (c) => {
      requireManager(c.get("agent"));
      const { id, version } = c.req.valid("param");
      return c.json(await readVersion(db, c.get("agent"), id, version), 200);
    })
    .openapi(compareRoute, async (c) => {
      const agent = c.get("agent");
      requireManager(agent);
      const { id, version, other } = c.req.valid("param");
      const from = await readVersion(db, agent, id, version);
      return c.json(compareVersions(from, await readVersion(db, agent, id, other)), 200);
    })
    .openapi(restoreRoute, async (c) => {
      requireManager(c.get("agent"));
      const { id, version } = c.req.valid("param");
      await restoreVersion(await writeOf(c, deps, id), version);
      return c.json(await readAnswer(c, deps, id), 200);
    });
}

function pickPage({ cursor, limit }: { cursor?: string | undefined; limit: number }) {
  return { cursor, limit };
}
