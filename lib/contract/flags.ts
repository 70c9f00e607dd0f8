import { instantSchema } from "./article";
import { daySchema } from "./learned-terms";
import { z } from "./zod";

export const flagReasonSchema = z.enum(["incorrect", "outdated", "confusing", "incomplete"]);
export type FlagReason = z.infer<typeof flagReasonSchema>;

export const MAX_FLAGS_PER_BATCH = 100;
export const MAX_FLAG_COMMENT_LENGTH = 2000;
export const MAX_FLAG_PASSAGE_LENGTH = 1000;

/** An agent's word that an article is wrong. The id is made by the client, so sending it twice stores one flag. */
export const flagSubmissionSchema = z.object({
  id: z.uuid({ version: "v7" }),
  articleId: z.string().min(1).max(200),
  articleVersion: z.int().positive(),
  reason: flagReasonSchema.nullable(),
  comment: z.string().max(MAX_FLAG_COMMENT_LENGTH).nullable(),
  /** The stretch of the article that is wrong, as the article has it; null: the whole. Never a ticket's text. */
  passage: z.string().max(MAX_FLAG_PASSAGE_LENGTH).nullable().default(null),
  flaggedAt: instantSchema,
});
export type FlagSubmission = z.infer<typeof flagSubmissionSchema>;

/**
 * What became of a flag. `open`: nobody has looked. `accepted`: somebody has, and it is being worked on. `fixed` and
 * `declined` close it.
 */
export const flagStatusSchema = z.enum(["open", "accepted", "fixed", "declined"]);
export type FlagStatus = z.infer<typeof flagStatusSchema>;

/** A flag of the agent itself, as it stands. `lookBy` is the day by which somebody looks; `answer` a word to the agent. */
export const flagOutcomeSchema = z.object({
  id: z.string().min(1),
  articleId: z.string().min(1),
  status: flagStatusSchema,
  lookBy: daySchema,
  answer: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
});
export type FlagOutcome = z.infer<typeof flagOutcomeSchema>;

/**
 * `stored`: new. `known`: already there, nothing changed. `amended`: already there, reason, comment or passage changed.
 * `refused`: can never be taken as it is; `detail` says why.
 */
export const flagResultSchema = z.object({
  id: z.string(),
  status: z.enum(["stored", "known", "amended", "refused"]),
  detail: z.string().optional(),
  /** The day by which somebody looks. Not with `refused`. */
  lookBy: daySchema.optional(),
});
export type FlagResult = z.infer<typeof flagResultSchema>;

export const postFlagsResponseSchema = z.object({ results: z.array(flagResultSchema) });
