import { createRoute } from "@hono/zod-openapi";
import { synonymSetDraftSchema, synonymSetSchema } from "../../lib/contract/synonym";
import { z } from "../../lib/contract/zod";
import { actorOf } from "../audit/actor";
import { idParamSchema } from "../http/id-param";
import { ProblemError, problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { addSynonymSet } from "../synonyms/add-synonym-set";
import { draftSynonymSet } from "../synonyms/draft-synonym-set";
import { listSynonymSets } from "../synonyms/list-synonym-sets";
import { removeSynonymSet } from "../synonyms/remove-synonym-set";
import type { RouteDeps } from "./route-deps";

const security = [{ agentToken: [] }];
const draftExample = { language: "fr", phrases: ["avoir", "remboursement"] };
const setExample = { id: "3f0a1b2c4d5e", ...draftExample };
const oneSet = (description: string) => ({
  description,
  content: { "application/json": { schema: synonymSetSchema, example: setExample } },
});
const always = ["invalid_request", "unauthorized", "forbidden", "client_too_old"] as const;

const listRoute = createRoute({
  method: "get",
  path: "/v1/synonyms",
  summary: "Sets of phrases that mean the same, oldest first; for managers",
  description: "All of them. Agents get them by the change feed.",
  security,
  responses: {
    200: {
      description: "The sets in force.",
      content: {
        "application/json": {
          schema: z.object({ synonymSets: z.array(synonymSetSchema) }),
          example: { synonymSets: [setExample] },
        },
      },
    },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "client_too_old"),
  },
});

const postRoute = createRoute({
  method: "post",
  path: "/v1/synonyms",
  summary: "Puts a set of phrases into force; for managers",
  description:
    "The id follows from language and phrases, so a request may be sent again. `language` null: for tickets in any " +
    "language. To change a set, delete it and add the new one.",
  security,
  request: {
    body: { required: true, content: { "application/json": { schema: synonymSetDraftSchema, example: draftExample } } },
  },
  responses: {
    200: oneSet("It was in force already, perhaps in another order."),
    201: oneSet("It is in force now."),
    ...problemResponses(...always, "body_too_large"),
  },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/v1/synonyms/{id}",
  summary: "Takes a set out of force; for managers",
  description: "It leaves agents' machines with their next sync.",
  security,
  request: { params: idParamSchema(100) },
  responses: { 204: { description: "It is gone." }, ...problemResponses(...always, "not_found") },
});

/** Synonyms as managers write them. */
export function synonymsRoutes({ db, clock }: RouteDeps) {
  const router = createRouter();
  router.openapi(listRoute, async (c) => {
    requireManager(c.get("agent"));
    return c.json({ synonymSets: await listSynonymSets(db) }, 200);
  });
  router.openapi(postRoute, async (c) => {
    requireManager(c.get("agent"));
    const { phrases, language } = c.req.valid("json");
    const drafted = draftSynonymSet(phrases, language);
    if ("problems" in drafted) throw new ProblemError("invalid_request", drafted.problems.join("; "));
    const outcome = await addSynonymSet(db, drafted.set, clock(), actorOf(c));
    return c.json(drafted.set, outcome === "added" ? 201 : 200);
  });
  return router.openapi(deleteRoute, async (c) => {
    requireManager(c.get("agent"));
    const removed = await removeSynonymSet(db, c.req.valid("param").id, clock(), actorOf(c));
    if (!removed) throw new ProblemError("not_found");
    return c.body(null, 204);
  });
}
