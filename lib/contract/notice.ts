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

const phrasesSchema = (entry: number, entries: number) => z.array(z.string().min(1).max(entry)).max(entries);

/** What a manager writes. `groups` has to be said, empty for everybody, so that nobody widens a notice by leaving it out. */
export const noticeDraftSchema = z.strictObject({
  severity: noticeSeveritySchema,
  title: z.string().trim().min(1).max(NOTICE_LIMITS.title),
  whatChanged: z.string().max(NOTICE_LIMITS.text),
  condition: z.string().max(NOTICE_LIMITS.text).default(""),
  language: languageTagSchema.nullable().default(null),
  effectiveFrom: instantSchema.nullable().default(null),
  /** Null: at once, or as it stands. */
  publishedAt: instantSchema.nullable().default(null),
  expiresAt: instantSchema.nullable().default(null),
  groups: z.array(z.string().trim().min(1).max(200)).max(NOTICE_LIMITS.groups),
  cues: phrasesSchema(NOTICE_LIMITS.cue, NOTICE_LIMITS.cues).default([]),
  tags: phrasesSchema(NOTICE_LIMITS.tag, NOTICE_LIMITS.tags).default([]),
  articleId: z.string().min(1).max(200).nullable().default(null),
  needsAcknowledgement: z.boolean().default(false),
});
export type NoticeDraft = z.infer<typeof noticeDraftSchema>;

/** Where a notice stands. `scheduled`: its publication is still to come. */
export const noticeStatusSchema = z.enum(["scheduled", "published", "expired"]);
export type NoticeStatus = z.infer<typeof noticeStatusSchema>;

/** A notice as managers see it. `revision` goes up with every write, `version` only with what agents read. */
export const managedNoticeSchema = noticeSchema.extend({
  groups: z.array(z.string()),
  status: noticeStatusSchema,
  revision: z.int().positive(),
  updatedBy: z.string().nullable(),
});
export type ManagedNotice = z.infer<typeof managedNoticeSchema>;

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

/** How many agents a count has to be about before anybody is told it: figures of fewer would be about named people. */
export const MIN_AGENTS_PER_FIGURE = 5;

const acknowledgedCountSchema = z.object({ agents: z.int().nonnegative(), acknowledged: z.int().nonnegative() });

/** How many of those a notice is for have acknowledged its version. `all` null: it is for too few agents to tell. */
export const acknowledgementCountsSchema = z.object({
  noticeId: z.string(),
  version: z.int().positive(),
  all: acknowledgedCountSchema.nullable(),
  groups: z.array(acknowledgedCountSchema.extend({ group: z.string() })),
});
export type AcknowledgementCounts = z.infer<typeof acknowledgementCountsSchema>;
