import { createRoute } from "@hono/zod-openapi";
import { flagCasePatchSchema, flagCaseSchema, flagCaseWithFlagsSchema } from "../../lib/contract/flag-cases";
import { z } from "../../lib/contract/zod";
import { actorOf } from "../audit/actor";
import type { FlagCaseRow } from "../db/flag-schema";
import { answerCase } from "../flags/answer-case";
import { dayIn } from "../flags/look-by";
import { caseFilterSchema, listCases, readCase } from "../flags/read-cases";
import { idSchema } from "../http/id-schema";
import { checkIfMatch, etagOf, ifMatchHeaderSchema } from "../http/if-match";
import { nextCursorSchema, pageQuerySchema } from "../http/paging";
import { ProblemError, problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { exampleFlagCase, exampleFlagReport } from "./flag-examples";
import type { RouteDeps } from "./route-deps";

const listSchema = z
  .object({ flagCases: z.array(flagCaseSchema), nextCursor: nextCursorSchema })
  .openapi({ example: { flagCases: [exampleFlagCase], nextCursor: null } });
const caseSchema = z
  .object(flagCaseWithFlagsSchema.shape)
  .openapi({ example: { ...exampleFlagCase, flags: [exampleFlagReport] } });
const answered = { status: "fixed" as const, answer: "Thank you, the fee is right now." };
const patchSchema = z.strictObject(flagCasePatchSchema.shape).openapi({ example: answered });

const paramsSchema = z.object({ id: idSchema });
const etagHeader = { ETag: { description: "The revision in quotes.", schema: { type: "string" as const } } };
const caseAnswer = {
  description: "The case with its flags, the latest first, 200 at most.",
  headers: etagHeader,
  content: { "application/json": { schema: caseSchema } },
};
const common = { security: [{ agentToken: [] }], tags: ["Flags"] };

const listCasesRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/flag-cases",
  operationId: "listFlagCases",
  summary: "Cases of flagged articles, for managers and admins",
  description:
    "By the day to look, the earliest first; those under way when `status` is not said. Only cases of articles the " +
    "caller may read, or could before they were deleted or taken out of use. `assignee` is `me` (also by name and by " +
    "a team named as one of my groups), `none`, or a name.",
  request: {
    query: pageQuerySchema.extend({
      status: caseFilterSchema.default("underWay"),
      overdue: z.enum(["true", "false"]).optional(),
      assignee: idSchema.optional(),
      articleId: idSchema.optional(),
    }),
  },
  responses: {
    200: { description: "A page of cases.", content: { "application/json": { schema: listSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "client_too_old"),
  },
});

const getCaseRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/flag-cases/{id}",
  operationId: "getFlagCase",
  summary: "A case with its flags, for managers and admins",
  request: { params: paramsSchema },
  responses: {
    200: caseAnswer,
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "not_found", "client_too_old"),
  },
});

const patchCaseRoute = createRoute({
  ...common,
  method: "patch",
  path: "/v1/flag-cases/{id}",
  operationId: "answerFlagCase",
  summary: "Answers or assigns a case, for managers and admins",
  description:
    "`fixed` and `declined` close it; declining takes an answer. Who flagged is told of status and answer with the " +
    "next sync. `open` or `accepted` opens a closed case again, unless the article has another one under way. " +
    "`If-Match` names the revision that was read, so that a flag that joined meanwhile is not closed unseen.",
  request: {
    params: paramsSchema,
    headers: ifMatchHeaderSchema,
    body: { required: true, content: { "application/json": { schema: patchSchema } } },
  },
  responses: {
    200: { ...caseAnswer, description: "The case as it stands now." },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "not_found", "client_too_old"),
    ...problemResponses("conflict", "version_conflict", "version_required", "body_too_large"),
  },
});

/** Where managers deal with flags. */
export function flagCasesRoutes({ db, clock, settings: { flags: settings } }: RouteDeps) {
  const today = () => dayIn(settings.timeZone, clock());
  return createRouter()
    .openapi(listCasesRoute, async (c) => {
      const manager = c.get("agent");
      requireManager(manager);
      const { status, overdue, assignee = null, articleId = null, limit, cursor } = c.req.valid("query");
      const filters = { status, isOverdue: overdue === "true", assignee, articleId };
      const { cases, nextCursor } = await listCases({ db, manager, today: today(), ...filters, limit, cursor });
      return c.json({ flagCases: cases, nextCursor }, 200);
    })
    .openapi(getCaseRoute, async (c) => {
      requireManager(c.get("agent"));
      const found = await readCase(db, c.req.valid("param").id, c.get("agent"), today());
      if (!found) throw new ProblemError("not_found", "There is no such case.");
      c.header("ETag", etagOf(found.revision));
      return c.json(found, 200);
    })
    .openapi(patchCaseRoute, async (c) => {
      const manager = c.get("agent");
      requireManager(manager);
      const { id: caseId } = c.req.valid("param");
      const ifMatch = c.req.valid("header")["if-match"];
      const check = (row: FlagCaseRow) => checkIfMatch(ifMatch, row.revision, latestOf(row));
      const said = { patch: c.req.valid("json"), manager, actor: actorOf(c), check };
      await answerCase({ db, caseId, ...said, settings, nowMs: clock() });
      const found = await readCase(db, caseId, manager, today());
      if (!found) throw new ProblemError("not_found", "There is no such case.");
      c.header("ETag", etagOf(found.revision));
      return c.json(found, 200);
    });
}

function latestOf({ revision, openedAt, updatedAt, updatedByName }: FlagCaseRow) {
  return { version: revision, author: updatedByName ?? "an earlier server", at: (updatedAt ?? openedAt).toISOString() };
}
