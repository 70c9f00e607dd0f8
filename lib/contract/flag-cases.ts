/** What managers see and say of flags: the cases in which an article's flags gather. */
import { instantSchema } from "./article";
import { flagReasonSchema, flagStatusSchema } from "./flags";
import { daySchema } from "./learned-terms";
import { z } from "./zod";

export const MAX_FLAG_ANSWER_LENGTH = 2000;

/** Who is to look: somebody who manages (`agentId`), or a team or a name alone. */
export const flagAssigneeSchema = z.object({ agentId: z.string().nullable(), name: z.string().min(1) });

/** An article's flags that are dealt with together. `articleTitle` is null when the article is gone. */
export const flagCaseSchema = z.object({
  id: z.string().min(1),
  articleId: z.string().min(1),
  articleTitle: z.string().nullable(),
  status: flagStatusSchema,
  /** Nobody has looked, and the day by which somebody should have is past. */
  isOverdue: z.boolean(),
  /** Null: every manager who may read the article. */
  assignee: flagAssigneeSchema.nullable(),
  openedAt: instantSchema,
  lookBy: daySchema,
  flagCount: z.int().nonnegative(),
  /** The word to those who flagged. */
  answer: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
  answeredBy: z.string().nullable(),
  /** Goes up with every write and every flag that joins; what `If-Match` names. */
  revision: z.int().positive(),
});
export type FlagCase = z.infer<typeof flagCaseSchema>;

/** A flag with its case's state, for the agent who sent it and for managers who may read the article. */
export const flagReportSchema = z.object({
  id: z.string().min(1),
  caseId: z.string().min(1),
  articleId: z.string().min(1),
  articleVersion: z.int().positive(),
  reason: flagReasonSchema.nullable(),
  comment: z.string().nullable(),
  /** The stretch of the article that is meant, as the article had it; null: the whole. */
  passage: z.string().nullable(),
  flaggedAt: instantSchema,
  receivedAt: instantSchema,
  amendedAt: instantSchema.nullable(),
  flaggedBy: z.object({ id: z.string().min(1), name: z.string().min(1) }),
  status: flagStatusSchema,
  lookBy: daySchema,
  answer: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
});
export type FlagReport = z.infer<typeof flagReportSchema>;

/** A case with its flags, the latest first, 200 at most. */
export const flagCaseWithFlagsSchema = flagCaseSchema.extend({ flags: z.array(flagReportSchema) });
export type FlagCaseWithFlags = z.infer<typeof flagCaseWithFlagsSchema>;

/** What is said of a case; what is left out stays. Declining takes an answer, reopening takes the earlier one back. */
export const flagCasePatchSchema = z.strictObject({
  status: flagStatusSchema.optional(),
  answer: z.string().trim().min(1).max(MAX_FLAG_ANSWER_LENGTH).nullable().optional(),
  assignee: z
    .union([
      z.strictObject({ agentId: z.string().min(1).max(100) }),
      z.strictObject({ name: z.string().trim().min(1).max(200) }),
    ])
    .nullable()
    .optional(),
});
export type FlagCasePatch = z.infer<typeof flagCasePatchSchema>;
