import { createRoute } from "@hono/zod-openapi";
import { audienceSchema, languageTagSchema } from "../../lib/contract/article";
import { articleSummarySchema } from "../../lib/contract/article-states";
import { articleStatusSchema } from "../../lib/contract/authoring";
import { z } from "../../lib/contract/zod";
import { listArticles } from "../articles/list-articles";
import { settleDueArticles } from "../articles/publish-due";
import { pathOfKey } from "../categories/nearest-setting";
import { nextCursorSchema, pageQuerySchema } from "../http/paging";
import { problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import { toStorableText } from "../storable-text";
import { articleParamsSchema, common, readAnswer, stateAnswer } from "./article-answers";
import { exampleSummary } from "./article-examples";
import type { RouteDeps } from "./route-deps";

const MAX_EXPIRING_DAYS = 3_650;

const textSchema = z.string().min(1).max(200).transform(toStorableText);
const flagSchema = z.enum(["true", "false"]).optional();

const filterSchema = pageQuerySchema.extend({
  status: articleStatusSchema.optional(),
  category: z.string().min(1).max(2_000).transform(toStorableText).optional(),
  owner: textSchema.optional(),
  audience: audienceSchema.optional(),
  language: languageTagSchema.max(50).optional(),
  q: textSchema.optional(),
  overdue: flagSchema,
  lagging: flagSchema,
  hasFlags: flagSchema,
  expiringWithinDays: z.coerce.number().int().min(0).max(MAX_EXPIRING_DAYS).optional(),
});

const pageSchema = z
  .object({ articles: z.array(articleSummarySchema), nextCursor: nextCursorSchema })
  .openapi({ example: { articles: [exampleSummary], nextCursor: null } });

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/articles",
  operationId: "listArticles",
  summary: "Articles to work on: published, scheduled, archived, or only being written",
  description:
    "By id. Managers get those within their groups' reach, admins all, agents those they are writing. `status` `draft` " +
    "and `inReview` are about working copies, also of published articles. `category` is a path such as " +
    "`Billing > Direct debit` and takes in what is below it; `owner` the whole name; `q` a part of the title. `overdue`: " +
    "the day of verification has passed. `lagging`: a translation whose source has a later version.",
  request: { query: filterSchema },
  responses: {
    200: { description: "A page of articles.", content: { "application/json": { schema: pageSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old"),
  },
});

const getRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/articles/{id}",
  operationId: "getArticle",
  summary: "An article: what is served, its working copy, and its translations",
  request: { params: articleParamsSchema },
  responses: {
    200: stateAnswer("How the article stands."),
    ...problemResponses("invalid_request", "unauthorized", "not_found", "client_too_old"),
  },
});

/** Articles as those who write them see them. */
export function articlesRoutes(deps: RouteDeps) {
  const { db, clock } = deps;
  return createRouter()
    .openapi(listRoute, async (c) => {
      const { cursor, limit, category, overdue, lagging, hasFlags, ...rest } = c.req.valid("query");
      const filter = {
        ...rest,
        category: category === undefined ? undefined : pathOfKey(category),
        isOverdue: overdue === "true",
        isLagging: lagging === "true",
        hasFlags: hasFlags === "true",
      };
      await settleDueArticles(db, clock());
      return c.json(await listArticles({ db, agent: c.get("agent"), filter, cursor, limit, nowMs: clock() }), 200);
    })
    .openapi(getRoute, async (c) => {
      await settleDueArticles(db, clock());
      return c.json(await readAnswer(c, deps, c.req.valid("param").id), 200);
    });
}
