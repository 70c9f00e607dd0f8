/** Articles as those who write them get them: what is served, the working copy beside it, and the versions before. */
import { articleSchema, instantSchema } from "./article";
import {
  articleContentSchema,
  articleStatusSchema,
  CONTENT_LIMITS,
  editStatusSchema,
  versionOriginSchema,
} from "./authoring";
import { z } from "./zod";

/** Content as it is kept. An import's may be longer than what an author may send. */
export const keptContentSchema = articleSchema
  .pick({
    ...{ language: true, translationOf: true, sourceVersion: true, title: true, summary: true, bodyHtml: true },
    ...{ replyText: true, kind: true, audience: true, groups: true, category: true, tags: true, situations: true },
    ...{ owner: true, url: true, escalation: true },
  })
  .extend({
    publishedAt: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
    verifyEveryDays: z.int().positive().nullable(),
  });

/** What an author sends: the content whole, and what changed, for those who look at it. */
export const copyDraftSchema = z.strictObject({
  content: articleContentSchema,
  note: z.string().max(CONTENT_LIMITS.note).default(""),
});

/** The working copy, as everybody sees it who may see it. `dueAt`: approved, to be published then. */
export const workingCopySchema = z.object({
  status: editStatusSchema,
  content: keptContentSchema,
  /** The version it was begun from; null for a new article. */
  baseVersion: z.int().positive().nullable(),
  note: z.string(),
  authorName: z.string(),
  isOwn: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  submittedAt: instantSchema.nullable(),
  dueAt: instantSchema.nullable(),
  reviewerName: z.string().nullable(),
  reviewNote: z.string().nullable(),
});
export type WorkingCopy = z.infer<typeof workingCopySchema>;

/**
 * An article in a list: as it is served, or, where it never was, as its working copy has it. `etag` is what a write sends
 * in `If-Match`. `lag` is how many versions a translation is behind its source; null when it is none, or that is not known.
 */
export const articleSummarySchema = articleSchema
  .pick({
    ...{ id: true, language: true, translationOf: true, title: true, kind: true, audience: true, groups: true },
    ...{ category: true, tags: true, owner: true, openFlags: true, verifyEveryDays: true },
  })
  .extend({
    etag: z.string(),
    status: articleStatusSchema,
    /** The version that is served or was last; null: never published. */
    publishedVersion: z.int().positive().nullable(),
    publishedAt: instantSchema.nullable(),
    updatedAt: instantSchema,
    expiresAt: instantSchema.nullable(),
    archivedAt: instantSchema.nullable(),
    verifiedAt: instantSchema.nullable(),
    verifiedBy: z.string().nullable(),
    /** When it is to be verified again; null when it is not in use. */
    verifyBy: instantSchema.nullable(),
    lag: z.int().nonnegative().nullable(),
    /** The import it came with; null: written here. */
    source: z.string().nullable(),
    /** Null: nobody works on it, or nobody whose copy the caller may see. */
    workingCopy: workingCopySchema.pick({ status: true, authorName: true, updatedAt: true, dueAt: true }).nullable(),
  });
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

/** A translation of the same source, or the source itself. */
export const relatedArticleSchema = articleSchema
  .pick({ id: true, language: true, title: true, sourceVersion: true })
  .extend({ publishedVersion: z.int().positive(), lag: z.int().nonnegative().nullable() });

/** One article with all there is of it. `content` is what is served, null when it never was. */
export const articleStateSchema = articleSummarySchema.extend({
  content: keptContentSchema.nullable(),
  workingCopy: workingCopySchema.nullable(),
  /** Whether there is a working copy, be it one the caller may see or not. */
  isBeingEdited: z.boolean(),
  /** What it is a translation of, as far as the caller may read it. */
  translates: relatedArticleSchema.nullable(),
  translations: z.array(relatedArticleSchema),
});
export type ArticleState = z.infer<typeof articleStateSchema>;

/** A version without its content. `authorName` is `import` for imports; `approvedByName` the second person's, if any. */
export const versionSummarySchema = z.object({
  version: z.int().positive(),
  title: z.string(),
  authorName: z.string(),
  approvedByName: z.string().nullable(),
  origin: versionOriginSchema,
  note: z.string(),
  createdAt: instantSchema,
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

export const articleVersionSchema = versionSummarySchema.extend({ content: keptContentSchema });
export type ArticleVersion = z.infer<typeof articleVersionSchema>;

/** A stretch of text that both versions have, or only the later or the earlier one. */
export const textChangeSchema = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });
export type TextChange = z.infer<typeof textChangeSchema>;

/**
 * What differs between two versions: fields with their values, and the body's plain text line by line. A changed line comes
 * as `changed`, word by word.
 */
export const versionComparisonSchema = z.object({
  from: z.int().positive(),
  to: z.int().positive(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  lines: z.array(
    z.union([textChangeSchema, z.object({ kind: z.literal("changed"), words: z.array(textChangeSchema) })]),
  ),
});
export type VersionComparison = z.infer<typeof versionComparisonSchema>;
