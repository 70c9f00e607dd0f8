import { z } from "./zod";

/** BCP 47 language tag, for example `en` or `fr-CA`. */
export const languageTagSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "not a BCP 47 language tag");

/** Instant in ISO 8601 with an offset, for example `2026-03-01T09:00:00Z`. */
export const instantSchema = z.iso.datetime({ offset: true });

export const articleKindSchema = z.enum(["how-to", "troubleshooting", "policy", "faq", "reference"]);
export type ArticleKind = z.infer<typeof articleKindSchema>;

/** `internal` articles are for agents only; `public` ones may be shown to customers. */
export const audienceSchema = z.enum(["public", "internal"]);
export type Audience = z.infer<typeof audienceSchema>;

/** A stretch of an article under one heading, as plain text. The lead before the first heading has the heading "". */
export const articleSectionSchema = z.object({
  heading: z.string(),
  text: z.string(),
});
export type ArticleSection = z.infer<typeof articleSectionSchema>;

/** Stands between the cells of a table's row, which is one line of a section's text. */
export const CELL_SEPARATOR = " | ";

/** Who looks after an article: a person or a team. */
export const ownerSchema = z.object({
  kind: z.enum(["person", "team"]),
  name: z.string().min(1),
});
export type Owner = z.infer<typeof ownerSchema>;

/** Only these schemes may be opened or handed to a customer. */
export const webUrlSchema = z.url({ protocol: /^https?$/ });

/** One piece of knowledge in one language, as the server sends it. */
export const articleSchema = z.object({
  id: z.string().min(1).max(200),
  language: languageTagSchema,
  /** Id of the article this one translates, and the version of it that the translation follows. */
  translationOf: z.string().min(1).nullable(),
  sourceVersion: z.int().positive().nullable(),
  title: z.string().min(1).max(500),
  summary: z.string(),
  /** Sanitised by the server; to be sanitised again before it is shown. */
  bodyHtml: z.string(),
  sections: z.array(articleSectionSchema),
  /** A ready answer for the customer, plain text. */
  replyText: z.string().nullable(),
  kind: articleKindSchema,
  audience: audienceSchema,
  /** Names of the groups that may read it; empty means everybody. */
  groups: z.array(z.string().min(1)),
  /** Path from the general to the particular, for example `["Billing", "Direct debit"]`. */
  category: z.array(z.string().min(1)),
  tags: z.array(z.string().min(1)),
  situations: z.array(z.string().min(1)),
  owner: ownerSchema.nullable(),
  /** Public address, when the article has one. */
  url: webUrlSchema.nullable(),
  version: z.int().positive(),
  publishedAt: instantSchema,
  updatedAt: instantSchema,
  /** When a person last looked and said the article is right; not the same as edited. */
  verifiedAt: instantSchema.nullable(),
  /** Who that was; null when nobody is known by name. */
  verifiedBy: z.string().nullable().default(null),
  verifyEveryDays: z.int().positive(),
  /** Not to be shown from then on; null: never. */
  expiresAt: instantSchema.nullable().default(null),
  openFlags: z.int().nonnegative(),
  /** Who takes over when the article does not help. */
  escalation: z.string().nullable(),
});
export type Article = z.infer<typeof articleSchema>;
