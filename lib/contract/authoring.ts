/** Articles as knowledge managers write them: working copies, versions, and what is kept of each. */
import {
  articleKindSchema,
  articleSchema,
  audienceSchema,
  instantSchema,
  languageTagSchema,
  ownerSchema,
  webUrlSchema,
} from "./article";
import { z } from "./zod";

/** Longest texts in characters, and most entries of a list. */
export const CONTENT_LIMITS = { title: 500, summary: 5_000, body: 500_000, names: 50, name: 200, note: 1_000 } as const;

const nameSchema = z.string().trim().min(1).max(CONTENT_LIMITS.name);
const namesSchema = z.array(nameSchema).max(CONTENT_LIMITS.names);

/** A working copy: being written, waiting for somebody to look, or approved and waiting for its day. */
export const editStatusSchema = z.enum(["draft", "inReview", "scheduled"]);
export type EditStatus = z.infer<typeof editStatusSchema>;

/** Where a version came from. */
export const versionOriginSchema = z.enum(["edit", "import", "restore"]);
export type VersionOrigin = z.infer<typeof versionOriginSchema>;

/**
 * Where an article stands. `scheduled`: approved, its day of publication is still to come. `archived`: out of use,
 * by hand or because it expired. A working copy may exist beside any of them.
 */
export const articleStatusSchema = z.enum(["draft", "inReview", "scheduled", "published", "archived"]);
export type ArticleStatus = z.infer<typeof articleStatusSchema>;

/** What an author writes. What is left out has the safe value: internal, for everybody, not scheduled, never expiring. */
export const articleContentSchema = z.strictObject({
  language: languageTagSchema,
  translationOf: articleSchema.shape.id.nullable().default(null),
  sourceVersion: z.int().positive().nullable().default(null),
  title: z.string().trim().min(1).max(CONTENT_LIMITS.title),
  summary: z.string().max(CONTENT_LIMITS.summary).default(""),
  /** HTML; what may not be shown is taken out when it is stored. */
  bodyHtml: z.string().max(CONTENT_LIMITS.body),
  replyText: z.string().max(CONTENT_LIMITS.body).nullable().default(null),
  kind: articleKindSchema.default("reference"),
  audience: audienceSchema.default("internal"),
  groups: namesSchema.default([]),
  category: namesSchema.default([]),
  tags: namesSchema.default([]),
  situations: namesSchema.default([]),
  owner: ownerSchema.nullable().default(null),
  url: webUrlSchema.nullable().default(null),
  /** Not shown before; null: from the moment it is published. */
  publishedAt: instantSchema.nullable().default(null),
  /** Not shown from then on; null: never. */
  expiresAt: instantSchema.nullable().default(null),
  /** Null: as its category has it, 90 where that says nothing. */
  verifyEveryDays: z.int().min(1).max(36_500).nullable().default(null),
  escalation: z.string().max(CONTENT_LIMITS.summary).nullable().default(null),
});
export type ArticleContent = z.infer<typeof articleContentSchema>;
