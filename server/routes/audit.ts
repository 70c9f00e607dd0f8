import { createRoute } from "@hono/zod-openapi";
import { instantSchema } from "../../lib/contract/article";
import { z } from "../../lib/contract/zod";
import { listAudit } from "../audit/list-audit";
import { idSchema } from "../http/id-schema";
import { cutPage, nextCursorSchema, pageQuerySchema, readListCursor } from "../http/paging";
import { problemResponses } from "../http/problem";
import { requireAdmin } from "../http/require-role";
import { createRouter } from "../http/router";
import type { RouteDeps } from "./route-deps";

const entrySchema = z.object({
  id: z.int(),
  at: z.string(),
  actor: z.object({ agentId: z.string().nullable(), name: z.string() }),
  action: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
  details: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
});

const answerSchema = z.object({ entries: z.array(entrySchema), nextCursor: nextCursorSchema }).openapi({
  example: {
    entries: [
      {
        id: 4711,
        at: "2026-11-02T09:00:00.000Z",
        actor: { agentId: "0b8f0c1e-6f55-4f0e-9f35-8d7f2c1f7a10", name: "Ada Moreau" },
        action: "article.publish",
        subject: { type: "article", id: "late-fee" },
        details: { version: 4 },
        requestId: "9f2d6c1a-0c7e-4a42-9a0a-3a6f4a1c2b77",
      },
    ],
    nextCursor: null,
  },
});

const filterSchema = idSchema.optional();

const auditRoute = createRoute({
  method: "get",
  path: "/v1/audit",
  operationId: "listAudit",
  tags: ["Audit"],
  summary: "Who wrote what and when, the newest first; for admins",
  description:
    "Every write by managers and admins and at the command line. `actor` is an agent's id or name. No entry holds a " +
    "token, a comment or the text of an article.",
  security: [{ agentToken: [] }],
  request: {
    query: pageQuerySchema.extend({
      actor: filterSchema,
      subjectType: filterSchema,
      subjectId: filterSchema,
      action: filterSchema,
      since: instantSchema.optional().openapi({ example: "2026-11-01T00:00:00Z" }),
    }),
  },
  responses: {
    200: { description: "A page of the trail.", content: { "application/json": { schema: answerSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "client_too_old"),
  },
});

/** The audit trail. */
export function auditRoutes({ db }: RouteDeps) {
  return createRouter().openapi(auditRoute, async (c) => {
    requireAdmin(c.get("agent"));
    const { cursor, limit, actor, subjectType, subjectId, action, since } = c.req.valid("query");
    const [before = null] = readListCursor(cursor, z.tuple([z.int()])) ?? [];
    const filter = {
      ...{ actor: actor ?? null, subjectType: subjectType ?? null, subjectId: subjectId ?? null },
      ...{ action: action ?? null, sinceMs: since === undefined ? null : Date.parse(since) },
    };
    const rows = await listAudit({ db, filter, before, limit: limit + 1 });
    const { page, nextCursor } = cutPage(rows, limit, (row) => [row.id]);
    const entries = page.map(({ id, at, actorId, actorName, subjectType: type, subjectId: subject, ...rest }) => ({
      ...{ id, at: at.toISOString(), actor: { agentId: actorId, name: actorName }, action: rest.action },
      ...{ subject: { type, id: subject }, details: rest.details, requestId: rest.requestId },
    }));
    return c.json({ entries, nextCursor }, 200);
  });
}
