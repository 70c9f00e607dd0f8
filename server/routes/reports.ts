import { createRoute } from "@hono/zod-openapi";
import { MIN_AGENTS_PER_FIGURE } from "../../lib/contract/notice";
import { gapTermSchema, usageReportBySchema, usageReportSchema } from "../../lib/contract/usage";
import { z } from "../../lib/contract/zod";
import { storableIdSchema } from "../http/id-param";
import { cutPage, nextCursorSchema, pageQuerySchema, readListCursor } from "../http/paging";
import { problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { dayRangeQuerySchema, toDayRange } from "../usage/day-range";
import { readGapTerms } from "../usage/read-gaps";
import { readUsageReport } from "../usage/read-usage-report";
import type { RouteDeps } from "./route-deps";

const security = [{ agentToken: [] }];
const articlePlaceSchema = z.tuple([z.int().nonnegative(), storableIdSchema(200)]);
const termPlaceSchema = z.tuple([
  z.int().nonnegative(),
  storableIdSchema(100),
  z.literal("").or(storableIdSchema(100)),
]);
const always = ["invalid_request", "unauthorized", "forbidden", "client_too_old"] as const;

const usageRoute = createRoute({
  method: "get",
  path: "/v1/reports/usage",
  summary: "What the team does with its articles, by day, article or type; for managers",
  description:
    "Sums of all agents or of one group, never of one agent. A group with fewer than " +
    `${MIN_AGENTS_PER_FIGURE} agents is refused, and a day on which fewer did anything counts in no figure. ` +
    "Articles come page by page, most used first.",
  security,
  request: {
    query: pageQuerySchema
      .extend(dayRangeQuerySchema.shape)
      .extend({ by: usageReportBySchema.default("day"), group: storableIdSchema(200).optional() }),
  },
  responses: {
    200: {
      description: "The figures.",
      content: {
        "application/json": {
          schema: usageReportSchema,
          example: {
            ...{ from: "2026-10-04", to: "2026-11-02", by: "article", group: null, daysLeftOut: 1, articlesLeftOut: 2 },
            ...{ total: { opened: 412 }, nextCursor: null },
            figures: [{ key: "faq-12", title: "Where is my refund?", counts: { opened: 412 } }],
          },
        },
      },
    },
    ...problemResponses(...always),
  },
});

const gapsRoute = createRoute({
  method: "get",
  path: "/v1/reports/gaps",
  summary: "Terms of open gaps, most reported first; for managers",
  description: `\`agents\` is how many reported the term, null for fewer than ${MIN_AGENTS_PER_FIGURE}: nobody is told who.`,
  security,
  request: { query: pageQuerySchema },
  responses: {
    200: {
      description: "A page of terms.",
      content: {
        "application/json": {
          schema: z.object({ terms: z.array(gapTermSchema), nextCursor: nextCursorSchema }),
          example: {
            terms: [
              {
                ...{ term: "warranty", language: "en", reports: 9, agents: 6 },
                ...{ firstDay: "2026-10-20", lastDay: "2026-11-02" },
              },
            ],
            nextCursor: null,
          },
        },
      },
    },
    ...problemResponses(...always),
  },
});

/** Figures for managers. None of them is about one agent. */
export function reportsRoutes({ db, clock }: RouteDeps) {
  const router = createRouter();
  router.openapi(usageRoute, async (c) => {
    requireManager(c.get("agent"));
    const { by, group = null, limit, cursor, ...days } = c.req.valid("query");
    const question = { db, manager: c.get("agent"), range: toDayRange(days, clock()), by, group, limit };
    return c.json(await readUsageReport({ ...question, after: readListCursor(cursor, articlePlaceSchema) }), 200);
  });
  return router.openapi(gapsRoute, async (c) => {
    requireManager(c.get("agent"));
    const { limit, cursor } = c.req.valid("query");
    const found = await readGapTerms({ db, after: readListCursor(cursor, termPlaceSchema), limit: limit + 1 });
    const { page, nextCursor } = cutPage(found, limit, (row) => [row.reports, row.term, row.language ?? ""]);
    return c.json({ terms: page, nextCursor }, 200);
  });
}
