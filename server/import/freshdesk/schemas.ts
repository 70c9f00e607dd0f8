/** What the Solutions API answers, as far as it is needed. Keys not named here are ignored. */
import { z } from "../../../lib/contract/zod";

const idSchema = z.int().positive();

export const categorySchema = z.object({ id: idSchema, name: z.string() });
export type FreshdeskCategory = z.infer<typeof categorySchema>;

export const folderSchema = z.object({
  id: idSchema,
  name: z.string(),
  parent_folder_id: idSchema.nullish(),
  sub_folders_count: z.int().nullish(),
  /** 1 everybody, 2 who is logged in, 3 agents, 4 to 7 parts of the customers. */
  visibility: z.int().nullish(),
});
export type FreshdeskFolder = z.infer<typeof folderSchema>;

/** Some accounts have one text, some a list. */
const keywordsSchema = z.union([z.array(z.string()), z.string().transform((text) => text.split(","))]);

export const freshdeskArticleSchema = z.object({
  id: idSchema,
  title: z.string().nullish(),
  description: z.string().nullish(),
  /** 1 draft, 2 published. */
  status: z.int().nullish(),
  /** 1 permanent, 2 workaround. */
  type: z.int().nullish(),
  folder_visibility: z.int().nullish(),
  tags: z.array(z.string()).nullish(),
  seo_data: z
    .object({ meta_keywords: keywordsSchema.nullish().catch(null) })
    .nullish()
    .catch(null),
  updated_at: z.string().nullish(),
});
export type FreshdeskArticle = z.infer<typeof freshdeskArticleSchema>;
