import { createRoute } from "@hono/zod-openapi";
import {
  lessonSchema,
  MAX_LESSON_AGE_DAYS,
  MAX_LESSONS_PER_BATCH,
  MIN_AGENTS_PER_TERM,
  postLessonsResponseSchema,
} from "../../lib/contract/learned-terms";
import { z } from "../../lib/contract/zod";
import { problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import { MAX_LESSONS_PER_DAY } from "../learning/judge-lesson";
import { takeLessons } from "../learning/take-lessons";
import type { RouteDeps } from "./route-deps";

const LESSON_SCHEMA_NAME = "Lesson";

// Made here for the OpenAPI document, like the flags' (see flags.ts); the same in substance as the contract's.
const namedLessonSchema = z.strictObject(lessonSchema.shape);
const batchSchema = z.object({
  lessons: z
    .array(z.unknown())
    .min(1)
    .max(MAX_LESSONS_PER_BATCH)
    .openapi({ items: { $ref: `#/components/schemas/${LESSON_SCHEMA_NAME}` } }),
});

const lessonsRoute = createRoute({
  method: "post",
  path: "/v1/lessons",
  summary: "Shares what tickets taught about articles: terms and weights, never text",
  description:
    "A batch, judged lesson by lesson: one that cannot be taken does not hold up the others. The id is the client's, " +
    `so a batch may be sent again. The day may be up to ${MAX_LESSON_AGE_DAYS} days ago. At most ` +
    `${MAX_LESSONS_PER_DAY} lessons of an agent are taken in a day. Others are told of a term once ` +
    `${MIN_AGENTS_PER_TERM} agents taught the article that term.`,
  security: [{ agentToken: [] }],
  request: { body: { required: true, content: { "application/json": { schema: batchSchema } } } },
  responses: {
    200: {
      description: "A result per lesson.",
      content: { "application/json": { schema: postLessonsResponseSchema } },
    },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old", "body_too_large"),
  },
});

/** Where lessons come in. */
export function lessonsRoutes({ db, clock }: RouteDeps) {
  const router = createRouter();
  router.openAPIRegistry.register(LESSON_SCHEMA_NAME, namedLessonSchema);
  return router.openapi(lessonsRoute, async (c) => {
    const { lessons } = c.req.valid("json");
    return c.json({ results: await takeLessons({ db, agent: c.get("agent"), sent: lessons, nowMs: clock() }) }, 200);
  });
}
