import { createRoute } from "@hono/zod-openapi";
import { archiveArticle, restoreArticle, verifyArticle } from "../articles/change-state";
import { deleteArticleFor } from "../articles/delete-article";
import { requireAdmin, requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { common, readAnswer, stateAnswer, writeOf, writeProblems, writeRequest } from "./article-answers";
import type { RouteDeps } from "./route-deps";

const archiveRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles/{id}/archive",
  operationId: "archiveArticle",
  summary: "Takes an article out of use, for managers and admins",
  description: "Its versions stay. A version that is scheduled goes back for review. Imports leave it archived.",
  request: writeRequest,
  responses: { 200: stateAnswer("The archived article."), ...writeProblems },
});

const restoreRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles/{id}/restore",
  operationId: "restoreArticle",
  summary: "Puts an archived article back into use as it was, for managers and admins",
  description: "One that has expired, or of a sensitive category, comes back by publishing a working copy instead.",
  request: writeRequest,
  responses: { 200: stateAnswer("The article, in use again."), ...writeProblems },
});

const verifyRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles/{id}/verify",
  operationId: "verifyArticle",
  summary: "Notes that the caller has looked and the article is right, for managers and admins",
  description: "About what is served. Makes no new version; `If-Match` sees to it that one verifies what one saw.",
  request: writeRequest,
  responses: { 200: stateAnswer("The verified article."), ...writeProblems },
});

const deleteRoute = createRoute({
  ...common,
  method: "delete",
  path: "/v1/articles/{id}",
  operationId: "deleteArticle",
  summary: "Deletes an article with its versions and its working copy, for admins",
  description: "For good. To take an article out of use, archive it.",
  request: writeRequest,
  responses: { 204: { description: "It is gone." }, ...writeProblems },
});

/** What happens to articles apart from being written. */
export function articleLifeRoutes(deps: RouteDeps) {
  return createRouter()
    .openapi(archiveRoute, async (c) => {
      requireManager(c.get("agent"));
      const { id } = c.req.valid("param");
      await archiveArticle(await writeOf(c, deps, id));
      return c.json(await readAnswer(c, deps, id), 200);
    })
    .openapi(restoreRoute, async (c) => {
      requireManager(c.get("agent"));
      const { id } = c.req.valid("param");
      await restoreArticle(await writeOf(c, deps, id));
      return c.json(await readAnswer(c, deps, id), 200);
    })
    .openapi(verifyRoute, async (c) => {
      requireManager(c.get("agent"));
      const { id } = c.req.valid("param");
      await verifyArticle(await writeOf(c, deps, id));
      return c.json(await readAnswer(c, deps, id), 200);
    })
    .openapi(deleteRoute, async (c) => {
      requireAdmin(c.get("agent"));
      await deleteArticleFor(await writeOf(c, deps, c.req.valid("param").id));
      return c.body(null, 204);
    });
}
