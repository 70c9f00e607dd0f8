import { languageTagSchema } from "./article";
import { z } from "./zod";

/** Fewest and most phrases of a set, and longest phrase in characters. */
export const SYNONYM_LIMITS = { fewest: 2, most: 20, phrase: 80 } as const;

/** Phrases of a team that mean the same in a ticket. `language` null: in any language. */
export const synonymSetSchema = z.object({
  id: z.string().min(1).max(100),
  language: languageTagSchema.nullable(),
  phrases: z.array(z.string().min(1).max(SYNONYM_LIMITS.phrase)).min(SYNONYM_LIMITS.fewest).max(SYNONYM_LIMITS.most),
});
export type SynonymSet = z.infer<typeof synonymSetSchema>;

/**
 * Two terms that the team taught for the same articles more often than chance has it: perhaps synonyms, for a person to
 * judge. `words` are the base's own spellings of the terms where it knows them. `articles` taught both; `agents` is the
 * smaller number of agents behind either. `score` is normalised pointwise mutual information, 0 to 1.
 */
export const synonymCandidateSchema = z.object({
  terms: z.tuple([z.string(), z.string()]),
  words: z.tuple([z.string(), z.string()]),
  language: languageTagSchema.nullable(),
  articles: z.int().positive(),
  agents: z.int().positive(),
  score: z.number(),
});
export type SynonymCandidate = z.infer<typeof synonymCandidateSchema>;

export const getSynonymCandidatesResponseSchema = z.object({ candidates: z.array(synonymCandidateSchema) });

/** What a manager writes: the id follows from language and phrases. */
export const synonymSetDraftSchema = z.strictObject({
  language: languageTagSchema.nullable().default(null),
  phrases: z.array(z.string().min(1).max(SYNONYM_LIMITS.phrase)).min(SYNONYM_LIMITS.fewest).max(SYNONYM_LIMITS.most),
});
