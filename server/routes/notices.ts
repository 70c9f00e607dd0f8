import { randomUUID } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import { managedNoticeSchema, noticeDraftSchema, noticeStatusSchema } from "../../lib/contract/notice";
import { z } from "../../lib/contract/zod";
import { writerOf } from "../access/writer";
import type { Agent } from "../agents/agent";
import type { NoticeRow } from "../db/content-schema";
import { idParamSchema, storableIdSchema } from "../http/id-param";
import { etagOf, ifMatchHeaderSchema } from "../http/if-match";
import { cutPage, nextCursorSchema, pageQuerySchema, readListCursor } from "../http/paging";
import { ProblemError, problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { deleteNotice } from "../notices/delete-notice";
import { findNotice } from "../notices/find-notice";
import { listNotices, toManagedNotices } from "../notices/list-notices";
import { saveNotice } from "../notices/save-notice";
import type { RouteDeps } from "./route-deps";

const security = [{ agentToken: [] }];
const params = idParamSchema(100);
const placeSchema = z.tuple([z.int().nonnegative().max(8e15), storableIdSchema(100)]);

const draftExample = {
  severity: "important",
  title: "Refunds take ten days",
  whatChanged: "The bank needs ten days for refunds to cards, no longer five.",
  condition: "Cards only",
  effectiveFrom: "2026-11-02T00:00:00.000Z",
  expiresAt: "2026-12-01T00:00:00.000Z",
  groups: ["billing"],
  cues: ["where is my refund"],
  articleId: "faq-12",
  needsAcknowledgement: true,
};
const noticeExample = {
  ...{ id: "0d3f6c1e-9a4b-4c55-8f0e-2f6f3f0b7a11", ...draftExample, language: null, tags: [] },
  ...{ publishedAt: "2026-11-02T09:00:00.000Z", updatedAt: "2026-11-02T09:00:00.000Z", updatedBy: "Noor Haddad" },
  ...{ status: "published", version: 1, revision: 1 },
};

const etag = { ETag: { description: "What `If-Match` is to say.", schema: { type: "string" as const } } };
const oneNotice = (description: string) => ({
  description,
  headers: etag,
  content: { "application/json": { schema: managedNoticeSchema, example: noticeExample } },
});
const draftBody = {
  required: true,
  content: { "application/json": { schema: noticeDraftSchema, example: draftExample } },
};
const always = ["invalid_request", "unauthorized", "forbidden", "client_too_old"] as const;

const listRoute = createRoute({
  method: "get",
  path: "/v1/notices",
  summary: "Notices, latest publication first; for managers",
  description: "Those for everybody and for the caller's groups, scheduled and expired ones too; admins see all.",
  security,
  request: { query: pageQuerySchema.extend({ status: noticeStatusSchema.optional() }) },
  responses: {
    200: {
      description: "A page of notices.",
      content: {
        "application/json": {
          schema: z.object({ notices: z.array(managedNoticeSchema), nextCursor: nextCursorSchema }),
          example: { notices: [noticeExample], nextCursor: null },
        },
      },
    },
    ...problemResponses(...always),
  },
});

const postRoute = createRoute({
  method: "post",
  path: "/v1/notices",
  summary: "Writes a new notice; for managers",
  description:
    "Agents get it from `publishedAt` (at once when null) until `expiresAt`. Managers address everybody or groups of " +
    "their own. For a request that may be sent twice use PUT with an id of your own.",
  security,
  request: { body: draftBody },
  responses: { 201: oneNotice("The new notice."), ...problemResponses(...always, "body_too_large") },
});

const getRoute = createRoute({
  method: "get",
  path: "/v1/notices/{id}",
  summary: "A notice; for managers",
  security,
  request: { params },
  responses: { 200: oneNotice("The notice."), ...problemResponses(...always, "not_found") },
});

const putRoute = createRoute({
  method: "put",
  path: "/v1/notices/{id}",
  summary: "Writes a notice, a new one when the id is free; for managers",
  description:
    "The whole notice. One that is there needs `If-Match`. Other words make a new version, which is shown again to those " +
    "who acknowledged the earlier one; other dates or groups do not. An article the caller may not read stays as it is.",
  security,
  request: { params, headers: ifMatchHeaderSchema, body: draftBody },
  responses: {
    200: oneNotice("The notice as it stands now."),
    201: oneNotice("The new notice."),
    ...problemResponses(...always, "not_found", "version_conflict", "version_required", "body_too_large"),
  },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/v1/notices/{id}",
  summary: "Deletes a notice; for managers",
  description: "It leaves agents' machines with their next sync. To end it and keep it, PUT an `expiresAt`.",
  security,
  request: { params, headers: ifMatchHeaderSchema },
  responses: {
    204: { description: "It is gone." },
    ...problemResponses(...always, "not_found", "version_conflict", "version_required"),
  },
});

/** Notices as managers write them. Agents get them by the change feed. */
export function noticesRoutes({ db, clock }: RouteDeps) {
  const router = createRouter();
  const toAnswer = async (manager: Agent, row: NoticeRow) => {
    const [notice] = await toManagedNotices(db, manager, [row], clock());
    if (!notice) throw new Error("A notice of one row has to be one notice.");
    return notice;
  };
  router.openapi(listRoute, async (c) => {
    requireManager(c.get("agent"));
    const { limit, cursor, status } = c.req.valid("query");
    const list = { db, manager: c.get("agent"), status, after: readListCursor(cursor, placeSchema), nowMs: clock() };
    const found = await listNotices({ ...list, limit: limit + 1 });
    const { page, nextCursor } = cutPage(found, limit, ({ id, publishedAt }) => [Date.parse(publishedAt), id]);
    return c.json({ notices: page, nextCursor }, 200);
  });
  router.openapi(getRoute, async (c) => {
    requireManager(c.get("agent"));
    const row = await findNotice(db, c.get("agent"), c.req.valid("param").id);
    if (!row) throw new ProblemError("not_found");
    return c.json(await toAnswer(c.get("agent"), row), 200, { ETag: etagOf(row.revision) });
  });
  router.openapi(postRoute, async (c) => {
    requireManager(c.get("agent"));
    const notice = { id: randomUUID(), draft: c.req.valid("json"), ifMatch: undefined };
    const { row } = await saveNotice({ db, ...notice, writer: writerOf(c), nowMs: clock() });
    const headers = { ETag: etagOf(row.revision), Location: `/v1/notices/${row.id}` };
    return c.json(await toAnswer(c.get("agent"), row), 201, headers);
  });
  router.openapi(putRoute, async (c) => {
    requireManager(c.get("agent"));
    const notice = { ...c.req.valid("param"), draft: c.req.valid("json"), ifMatch: c.req.valid("header")["if-match"] };
    const { row, outcome } = await saveNotice({ db, ...notice, writer: writerOf(c), nowMs: clock() });
    const headers = { ETag: etagOf(row.revision) };
    return c.json(await toAnswer(c.get("agent"), row), outcome === "created" ? 201 : 200, headers);
  });
  return router.openapi(deleteRoute, async (c) => {
    requireManager(c.get("agent"));
    const deletion = { ...c.req.valid("param"), ifMatch: c.req.valid("header")["if-match"] };
    await deleteNotice({ db, ...deletion, writer: writerOf(c), nowMs: clock() });
    return c.body(null, 204);
  });
}
