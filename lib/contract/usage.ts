/** What agents do with articles, as counts, and the needs that no article covers. Never a ticket's text. */
import { instantSchema, languageTagSchema } from "./article";
import { daySchema, learnedTermSchema } from "./learned-terms";
import { z } from "./zod";

export const MAX_USAGE_EVENTS_PER_BATCH = 500;
export const MAX_GAPS_PER_BATCH = 50;
export const MAX_TERMS_PER_GAP = 20;

/** How old a day of usage may be when it arrives, in days. */
export const MAX_USAGE_AGE_DAYS = 30;

const articleEventTypes = ["shown", "opened", "linked", "inserted", "copied", "helpful", "notHelpful"] as const;
const bareEventTypes = ["searched", "searchedWithoutResult", "nothingFits"] as const;

export const usageTypeSchema = z.enum([...articleEventTypes, ...bareEventTypes]);
export type UsageType = z.infer<typeof usageTypeSchema>;

const countSchema = z.int().min(1).max(10_000);

/** How often something was done on a day. Keys that are not listed are refused, so that no text can come along. */
export const usageEventSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.enum(articleEventTypes),
    articleId: z.string().min(1).max(200),
    day: daySchema,
    count: countSchema,
  }),
  z.strictObject({ type: z.enum(bareEventTypes), day: daySchema, count: countSchema }),
]);
export type UsageEvent = z.infer<typeof usageEventSchema>;

/** The batch's id is made by the client: a batch that is sent again, with the same id, counts once. */
export const usageBatchSchema = z.strictObject({
  id: z.uuid({ version: "v7" }),
  events: z.array(z.unknown()).min(1).max(MAX_USAGE_EVENTS_PER_BATCH),
});

/**
 * `counted`: new. `known`: the batch was counted before; then there are no results. Otherwise a result per event, in
 * their order; `refused` ones can never be taken as they are.
 */
export const postUsageResponseSchema = z.object({
  status: z.enum(["counted", "known"]),
  results: z.array(z.object({ status: z.enum(["counted", "refused"]), detail: z.string().optional() })),
});

/** A need that no article covers: the words the agent let go, single ones or pairs, in no order that tells a text. */
export const gapSubmissionSchema = z.strictObject({
  id: z.uuid({ version: "v7" }),
  terms: z.array(learnedTermSchema).min(1).max(MAX_TERMS_PER_GAP),
  language: languageTagSchema.nullable(),
  day: daySchema,
});
export type GapSubmission = z.infer<typeof gapSubmissionSchema>;

export const gapResultSchema = z.object({
  id: z.string(),
  status: z.enum(["stored", "known", "refused"]),
  detail: z.string().optional(),
});
export type GapResult = z.infer<typeof gapResultSchema>;

export const postGapsResponseSchema = z.object({ results: z.array(gapResultSchema) });

/** How often, by type of event; types that did not happen are not in it. */
const countsByTypeSchema = z.record(z.string(), z.int().positive());

/** The agent's own figures, told to that agent alone. */
export const ownUsageSchema = z.object({
  from: daySchema,
  to: daySchema,
  days: z.array(z.object({ day: daySchema, counts: countsByTypeSchema })),
});
export type OwnUsage = z.infer<typeof ownUsageSchema>;

export const usageReportBySchema = z.enum(["day", "article", "type"]);
export type UsageReportBy = z.infer<typeof usageReportBySchema>;

/**
 * What a team does with its articles, never who. `key` is the day, the article's id or the type; `title` the article's,
 * null when it is gone. Days on which too few agents did anything count nowhere, and neither do articles that too few may
 * read; `daysLeftOut` and `articlesLeftOut` say how many.
 */
export const usageReportSchema = z.object({
  from: daySchema,
  to: daySchema,
  by: usageReportBySchema,
  group: z.string().nullable(),
  daysLeftOut: z.int().nonnegative(),
  articlesLeftOut: z.int().nonnegative(),
  total: countsByTypeSchema,
  figures: z.array(z.object({ key: z.string(), title: z.string().nullable(), counts: countsByTypeSchema })),
  nextCursor: z.string().nullable(),
});
export type UsageReport = z.infer<typeof usageReportSchema>;

/** A term that gaps have in common. `agents` is a number only, null for fewer than five: who lacked it is told to nobody. */
export const gapTermSchema = z.object({
  term: z.string(),
  language: languageTagSchema.nullable(),
  reports: z.int().positive(),
  agents: z.int().positive().nullable(),
  firstDay: daySchema,
  lastDay: daySchema,
});
export type GapTerm = z.infer<typeof gapTermSchema>;

/** A single report of a gap, without who it came from. */
export const reportedGapSchema = z.object({
  id: z.string(),
  terms: z.array(z.string()),
  language: languageTagSchema.nullable(),
  day: daySchema,
  closedAt: instantSchema.nullable(),
  closedBy: z.string().nullable(),
});
export type ReportedGap = z.infer<typeof reportedGapSchema>;

/** Closes every open gap that has all of these terms; `language` left out: in any language. */
export const closeGapsSchema = z.strictObject({
  terms: z.array(learnedTermSchema).min(1).max(MAX_TERMS_PER_GAP),
  language: languageTagSchema.nullable().optional(),
});
