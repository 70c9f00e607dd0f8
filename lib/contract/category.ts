import { ownerSchema } from "./article";
import { z } from "./zod";

/** What holds for the articles of a category and those below it. Null: as in the category above. */
export const categorySettingsSchema = z.strictObject({
  /** Whether a second person has to publish what changes in it. */
  isSensitive: z.boolean().nullable().default(null),
  /** Days after which its articles are to be verified again. */
  verifyEveryDays: z.int().min(1).max(36_500).nullable().default(null),
  /** Who looks after articles and flags where the article names nobody. */
  owner: ownerSchema.nullable().default(null),
});

/** A category with what is set for it and what holds in it. `articles`: how many in use stand in it or below. */
export const categorySchema = z.object({
  key: z.string(),
  path: z.array(z.string()),
  settings: categorySettingsSchema,
  effective: z.object({
    isSensitive: z.boolean(),
    verifyEveryDays: z.int().positive(),
    owner: ownerSchema.nullable(),
  }),
  articles: z.int().nonnegative(),
});
export type Category = z.infer<typeof categorySchema>;
