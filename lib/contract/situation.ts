import { languageTagSchema } from "./article";
import { z } from "./zod";

/** Most cues of a situation, longest cue and longest name in characters. */
export const SITUATION_LIMITS = { cues: 50, cue: 80, name: 100 } as const;

/**
 * A customer situation that tickets are recognised by. `name` is the one articles carry in `situations`; `cues` are
 * phrases that tell of it. `language` null: in any language.
 */
export const situationSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(SITUATION_LIMITS.name),
  cues: z.array(z.string().min(1).max(SITUATION_LIMITS.cue)).max(SITUATION_LIMITS.cues),
  language: languageTagSchema.nullable(),
});
export type Situation = z.infer<typeof situationSchema>;
