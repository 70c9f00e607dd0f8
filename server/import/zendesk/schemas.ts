/** What the Help Center API answers, as far as it is needed. Keys not named here are ignored. */
import { z } from "../../../lib/contract/zod";

const localeSchema = z.string().min(1);

const translationSchema = z.object({
  locale: localeSchema,
  title: z.string().nullish(),
  body: z.string().nullish(),
  draft: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  outdated: z.boolean().nullish(),
  html_url: z.string().nullish(),
  updated_at: z.string().nullish(),
});
export type ZendeskTranslation = z.infer<typeof translationSchema>;

export const zendeskArticleSchema = z.object({
  id: z.int().positive(),
  html_url: z.string().nullish(),
  title: z.string().nullish(),
  body: z.string().nullish(),
  locale: localeSchema,
  source_locale: localeSchema.nullish(),
  /** Not said is not the same as false: nothing is public then. */
  draft: z.boolean().nullish(),
  section_id: z.int().nullish(),
  /** Null means everybody, and not said nothing at all. */
  user_segment_id: z.int().nullable().optional(),
  user_segment_ids: z.array(z.int()).nullish(),
  label_names: z.array(z.string()).nullish(),
  outdated_locales: z.array(localeSchema).nullish(),
  edited_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  translations: z.array(translationSchema).nullish(),
});
export type ZendeskArticle = z.infer<typeof zendeskArticleSchema>;

export const translationsSchema = z.object({ translations: z.array(translationSchema) });

export const categorySchema = z.object({ id: z.int(), name: z.string() });

export const sectionSchema = z.object({
  id: z.int(),
  name: z.string(),
  category_id: z.int().nullish(),
  parent_section_id: z.int().nullish(),
});

export const segmentSchema = z.object({
  id: z.int(),
  name: z.string(),
  user_type: z.string(),
  built_in: z.boolean().nullish(),
});
export type ZendeskSegment = z.infer<typeof segmentSchema>;
