import { createRoute } from "@hono/zod-openapi";
import { managedSituationSchema, situationDraftSchema } from "../../lib/contract/situation";
import { z } from "../../lib/contract/zod";
import { writerOf } from "../access/writer";
import type { Agent } from "../agents/agent";
import type { SituationRow } from "../db/schema";
import { idParamSchema, storableIdSchema } from "../http/id-param";
import { etagOf, ifMatchHeaderSchema } from "../http/if-match";
import { cutPage, nextCursorSchema, pageQuerySchema, readListCursor } from "../http/paging";
import { ProblemError, problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { findSituation, findSituations, toManagedSituations } from "../situations/find-situation";
import { deleteSituation, saveSituation } from "../situations/save-situation";
import type { RouteDeps } from "./route-deps";

const security = [{ agentToken: [] }];
const params = idParamSchema(100);
const placeSchema = z.tuple([storableIdSchema(100), storableIdSchema(100)]);

const draftExample = {
  name: "moving house",
  language: "en",
  cues: ["new address", "moving to"],
  groups: [],
  articles: [
    { articleId: "faq-12", role: "answer" },
    { articleId: "contract-terms", role: "keyFact" },
  ],
};
const situationExample = {
  ...{ id: "3f0a1b2c4d5e", ...draftExample, version: 1 },
  ...{ updatedAt: "2026-11-02T09:00:00.000Z", updatedBy: "Noor Haddad" },
};

const etag = { ETag: { description: "What `If-Match` is to say.", schema: { type: "string" as const } } };
const oneSituation = (description: string) => ({
  description,
  headers: etag,
  content: { "application/json": { schema: managedSituationSchema, example: situationExample } },
});
const draftBody = {
  required: true,
  content: { "application/json": { schema: situationDraftSchema, example: draftExample } },
};
const always = ["invalid_request", "unauthorized", "forbidden", "client_too_old"] as const;

const listRoute = createRoute({
  method: "get",
  path: "/v1/situations",
  summary: "Customer situations by name; for managers",
  description:
    "Those for everybody and for the caller's groups; admins see all. Articles the caller may not read are left out.",
  security,
  request: { query: pageQuerySchema },
  responses: {
    200: {
      description: "A page of situations.",
      content: {
        "application/json": {
          schema: z.object({ situations: z.array(managedSituationSchema), nextCursor: nextCursorSchema }),
          example: { situations: [situationExample], nextCursor: null },
        },
      },
    },
    ...problemResponses(...always),
  },
});

const postRoute = createRoute({
  method: "post",
  path: "/v1/situations",
  summary: "Writes a new situation; for managers",
  description: "Its id is made of name and language, so there is one of each.",
  security,
  request: { body: draftBody },
  responses: {
    201: oneSituation("The new situation."),
    ...problemResponses(...always, "not_found", "conflict", "body_too_large"),
  },
});

const getRoute = createRoute({
  method: "get",
  path: "/v1/situations/{id}",
  summary: "A situation; for managers",
  security,
  request: { params },
  responses: { 200: oneSituation("The situation."), ...problemResponses(...always, "not_found") },
});

const putRoute = createRoute({
  method: "put",
  path: "/v1/situations/{id}",
  summary: "Writes a situation; for managers",
  description:
    "The whole situation, its articles in their order and roles. One that is there needs `If-Match`; a new one needs the id " +
    "that its name and language make. Articles the caller may not read stay in it, behind the others.",
  security,
  request: { params, headers: ifMatchHeaderSchema, body: draftBody },
  responses: {
    200: oneSituation("The situation as it stands now."),
    201: oneSituation("The new situation."),
    ...problemResponses(...always, "not_found", "conflict", "version_conflict", "version_required", "body_too_large"),
  },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/v1/situations/{id}",
  summary: "Deletes a situation; for managers",
  description: "It leaves agents' machines with their next sync.",
  security,
  request: { params, headers: ifMatchHeaderSchema },
  responses: {
    204: { description: "It is gone." },
    ...problemResponses(...always, "not_found", "version_conflict", "version_required"),
  },
});

/** Situations as managers write them. Agents get them by the change feed. */
export function situationsRoutes({ db, clock }: RouteDeps) {
  const router = createRouter();
  const toAnswer = async (manager: Agent, row: SituationRow) => {
    const [situation] = await toManagedSituations(db, manager, [row]);
    if (!situation) throw new Error("A situation of one row has to be one situation.");
    return situation;
  };
  router.openapi(listRoute, async (c) => {
    const manager = c.get("agent");
    requireManager(manager);
    const { limit, cursor } = c.req.valid("query");
    const rows = await findSituations(db, manager, readListCursor(cursor, placeSchema), limit + 1);
    const { page, nextCursor } = cutPage(rows, limit, ({ name, id }) => [name, id]);
    return c.json({ situations: await toManagedSituations(db, manager, page), nextCursor }, 200);
  });
  router.openapi(getRoute, async (c) => {
    requireManager(c.get("agent"));
    const row = await findSituation(db, c.get("agent"), c.req.valid("param").id);
    if (!row) throw new ProblemError("not_found");
    return c.json(await toAnswer(c.get("agent"), row), 200, { ETag: etagOf(row.version) });
  });
  router.openapi(postRoute, async (c) => {
    requireManager(c.get("agent"));
    const situation = { id: null, draft: c.req.valid("json"), ifMatch: undefined };
    const { row } = await saveSituation({ db, ...situation, writer: writerOf(c), nowMs: clock() });
    const headers = { ETag: etagOf(row.version), Location: `/v1/situations/${row.id}` };
    return c.json(await toAnswer(c.get("agent"), row), 201, headers);
  });
  router.openapi(putRoute, async (c) => {
    requireManager(c.get("agent"));
    const situation = {
      ...c.req.valid("param"),
      draft: c.req.valid("json"),
      ifMatch: c.req.valid("header")["if-match"],
    };
    const { row, outcome } = await saveSituation({ db, ...situation, writer: writerOf(c), nowMs: clock() });
    const headers = { ETag: etagOf(row.version) };
    return c.json(await toAnswer(c.get("agent"), row), outcome === "created" ? 201 : 200, headers);
  });
  return router.openapi(deleteRoute, async (c) => {
    requireManager(c.get("agent"));
    const deletion = { ...c.req.valid("param"), ifMatch: c.req.valid("header")["if-match"] };
    await deleteSituation({ db, ...deletion, writer: writerOf(c), nowMs: clock() });
    return c.body(null, 204);
  });
}
