/** What agents do with articles, as counts, and the needs that no article covers. Never a ticket's text. */
import { languageTagSchema } from "./article";
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
