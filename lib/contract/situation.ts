import { instantSchema, languageTagSchema } from "./article";
import { z } from "./zod";

/** Most cues, articles and groups of a situation, longest cue and longest name in characters. */
export const SITUATION_LIMITS = { cues: 50, cue: 80, name: 100, articles: 50, groups: 50 } as const;

/** What an article is to a situation. */
export const situationRoleSchema = z.enum(["answer", "keyFact", "advice", "offer"]);

export type SituationRole = z.infer<typeof situationRoleSchema>;

export const situationArticleSchema = z.object({
  articleId: z.string().min(1).max(200),
  role: situationRoleSchema,
});
export type SituationArticle = z.infer<typeof situationArticleSchema>;

/**
 * A customer situation that tickets are recognised by. `name` is the one articles carry in `situations`; `cues` are
 * phrases that tell of it. `articles` stand in their order, those only that the agent may read. `language` null: in any
 * language.
 */
export const situationSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(SITUATION_LIMITS.name),
  cues: z.array(z.string().min(1).max(SITUATION_LIMITS.cue)).max(SITUATION_LIMITS.cues),
  language: languageTagSchema.nullable(),
  articles: z.array(situationArticleSchema).max(SITUATION_LIMITS.articles).default([]),
});
export type Situation = z.infer<typeof situationSchema>;

/** What a manager writes. `groups` has to be said, empty for everybody. Name and language are what it is known by. */
export const situationDraftSchema = z.strictObject({
  name: z.string().min(1).max(SITUATION_LIMITS.name),
  language: languageTagSchema.nullable().default(null),
  cues: situationSchema.shape.cues.min(1),
  groups: z.array(z.string().trim().min(1).max(200)).max(SITUATION_LIMITS.groups),
  articles: z.array(situationArticleSchema.strict()).max(SITUATION_LIMITS.articles).default([]),
});
export type SituationDraft = z.infer<typeof situationDraftSchema>;

/** A situation as managers see it. `updatedBy` null: it was written before that was kept. */
export const managedSituationSchema = situationSchema.extend({
  groups: z.array(z.string()),
  version: z.int().positive(),
  updatedAt: instantSchema.nullable(),
  updatedBy: z.string().nullable(),
});
export type ManagedSituation = z.infer<typeof managedSituationSchema>;
