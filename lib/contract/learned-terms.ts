/**
 * What agents' machines share of what they learn from use: terms with weights, never text, never a ticket. An agent
 * sends lessons; the server adds them up for each article and sends the sums back.
 */
import { z } from "./zod";

/** Most lessons in one batch, most terms in a lesson, and most terms of an article in the feed. */
export const MAX_LESSONS_PER_BATCH = 100;
export const MAX_TERMS_PER_LESSON = 120;
export const MAX_TERMS_PER_ARTICLE = 600;

/** How many agents must have taught an article a term before anybody else is told of it. */
export const MIN_AGENTS_PER_TERM = 3;

/** Days after which a weight counts half, on the server as on agents' machines. */
export const TERM_HALF_LIFE_DAYS = 180;

/** How old a lesson may be when it arrives, in days. */
export const MAX_LESSON_AGE_DAYS = 30;

/** A word, or two joined by one space; letters and their marks only, so that no number and no address passes. */
export const learnedTermSchema = z
  .string()
  .regex(/^(?=.{2,40}$)[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?$/u, "not one or two words of 2 to 40 letters");

/** A day as `2026-11-02`. */
export const daySchema = z.iso.date();

/** Version of how texts become terms. Terms of different versions are not comparable. */
export const textAnalysisSchema = z.int().min(1).max(10_000);

const articleIdSchema = z.string().min(1).max(200);

export const weightedTermSchema = z.strictObject({ term: learnedTermSchema, weight: z.number().positive().max(1) });
export type WeightedTerm = z.infer<typeof weightedTermSchema>;

/**
 * What one ticket taught about one article (`learn`), or that it was wrong for it (`unlearn`). The id is made by the
 * client, so sending it twice teaches once. Keys that are not listed here are refused.
 */
export const lessonSchema = z.strictObject({
  id: z.uuid({ version: "v7" }),
  articleId: articleIdSchema,
  analysis: textAnalysisSchema,
  day: daySchema,
  terms: z.array(weightedTermSchema).min(1).max(MAX_TERMS_PER_LESSON),
  kind: z.enum(["learn", "unlearn"]),
});
export type Lesson = z.infer<typeof lessonSchema>;

/** `stored`: new. `known`: already there, nothing changed. `refused`: can never be taken; `detail` says why. */
export const lessonResultSchema = z.object({
  id: z.string(),
  status: z.enum(["stored", "known", "refused"]),
  detail: z.string().optional(),
});
export type LessonResult = z.infer<typeof lessonResultSchema>;

export const postLessonsResponseSchema = z.object({ results: z.array(lessonResultSchema) });

/**
 * What the team has taught about one article. `tickets` and `weight` are sums over agents, as they stood on `asOf`; from
 * then on they count half every `TERM_HALF_LIFE_DAYS`. `agents` taught the term. Heaviest terms first.
 */
export const articleTermsSchema = z.object({
  articleId: articleIdSchema,
  analysis: textAnalysisSchema,
  asOf: daySchema,
  tickets: z.number().nonnegative(),
  terms: z
    .array(
      z.object({
        term: learnedTermSchema,
        weight: z.number().positive(),
        agents: z.int().min(MIN_AGENTS_PER_TERM),
      }),
    )
    .max(MAX_TERMS_PER_ARTICLE),
});
export type ArticleTerms = z.infer<typeof articleTermsSchema>;
