/** Notices: dated pushes that tell agents what changed, on the tickets they matter for. */
import { instantSchema, languageTagSchema } from "./article";
import { z } from "./zod";

/** Longest texts in characters, and most entries of the lists. */
export const NOTICE_LIMITS = { title: 200, text: 4000, cues: 50, cue: 80, tags: 50, tag: 100, groups: 50 } as const;

export const noticeSeveritySchema = z.enum(["info", "important", "critical"]);
export type NoticeSeverity = z.infer<typeof noticeSeveritySchema>;

/**
 * A notice as agents get it, from its publication until it expires. `cues` are phrases and `tags` ticket tags it appears
 * on; with neither it concerns every ticket. A higher `version` says something else: muted or acknowledged ones come again.
 */
export const noticeSchema = z.object({
  id: z.string().min(1).max(100),
  severity: noticeSeveritySchema,
  title: z.string().min(1).max(NOTICE_LIMITS.title),
  /** Plain text. */
  whatChanged: z.string().max(NOTICE_LIMITS.text),
  /** For whom or when it holds, plain text; empty when always. */
  condition: z.string().max(NOTICE_LIMITS.text),
  /** Null: in any language. */
  language: languageTagSchema.nullable(),
  /** Since when, or from when on, it holds; null when that is no matter of a date. */
  effectiveFrom: instantSchema.nullable(),
  publishedAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  cues: z.array(z.string().min(1).max(NOTICE_LIMITS.cue)).max(NOTICE_LIMITS.cues),
  tags: z.array(z.string().min(1).max(NOTICE_LIMITS.tag)).max(NOTICE_LIMITS.tags),
  /** Null too when the agent may not read the article. */
  articleId: z.string().min(1).max(200).nullable(),
  needsAcknowledgement: z.boolean(),
  version: z.int().positive(),
  updatedAt: instantSchema,
});
export type Notice = z.infer<typeof noticeSchema>;

export const MAX_ACKNOWLEDGEMENTS_PER_BATCH = 100;

/** That the agent has understood a version of a notice. */
export const acknowledgementSchema = z.strictObject({
  noticeId: z.string().min(1).max(100),
  version: z.int().positive(),
  acknowledgedAt: instantSchema,
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** `stored`: new. `known`: already there. `refused`: can never be taken as it is; `detail` says why. */
export const acknowledgementResultSchema = z.object({
  noticeId: z.string(),
  version: z.number(),
  status: z.enum(["stored", "known", "refused"]),
  detail: z.string().optional(),
});
export type AcknowledgementResult = z.infer<typeof acknowledgementResultSchema>;

export const postAcknowledgementsResponseSchema = z.object({ results: z.array(acknowledgementResultSchema) });
