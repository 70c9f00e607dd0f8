import { languageTagSchema } from "./article";
import { z } from "./zod";

/** Most cues and articles of a situation, longest cue and longest name in characters. */
export const SITUATION_LIMITS = { cues: 50, cue: 80, name: 100, articles: 50 } as const;

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
