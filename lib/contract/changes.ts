import { articleSchema } from "./article";
import { flagOutcomeSchema } from "./flags";
import { helpdeskSchema } from "./helpdesk";
import { articleTermsSchema } from "./learned-terms";
import { acknowledgementSchema, noticeSchema } from "./notice";
import { pageReaderSchema } from "./page-reader";
import { situationSchema } from "./situation";
import { synonymSetSchema } from "./synonym";
import { z } from "./zod";

/** Most changes one page may hold, and how many it holds when the client does not say. */
export const MAX_CHANGES_PER_PAGE = 500;
export const DEFAULT_CHANGES_PER_PAGE = 200;

/** Opaque to the client: it is kept as it came and sent back as it is, in a header too. */
export const cursorSchema = z
  .string()
  .max(500)
  .regex(/^[\x21-\x7e]+$/, "not printable ASCII");

export const articlePutSchema = z.object({ op: z.literal("put"), type: z.literal("article"), article: articleSchema });
export const articleDeleteSchema = z.object({
  op: z.literal("delete"),
  type: z.literal("article"),
  id: z.string().min(1),
});

/** A page-reader update that this client cannot read is skipped like an unknown change: what it had before goes on. */
export const pageReaderPutSchema = z.object({
  op: z.literal("put"),
  type: z.literal("pageReader"),
  pageReader: pageReaderSchema,
});
export const pageReaderDeleteSchema = z.object({
  op: z.literal("delete"),
  type: z.literal("pageReader"),
  helpdesk: helpdeskSchema,
});

/** What the team taught about an article. Only agents who may read the article are told. */
export const articleTermsPutSchema = z.object({
  op: z.literal("put"),
  type: z.literal("articleTerms"),
  articleTerms: articleTermsSchema,
});
export const articleTermsDeleteSchema = z.object({
  op: z.literal("delete"),
  type: z.literal("articleTerms"),
  articleId: z.string().min(1),
});

export const synonymSetPutSchema = z.object({
  op: z.literal("put"),
  type: z.literal("synonymSet"),
  synonymSet: synonymSetSchema,
});
export const synonymSetDeleteSchema = z.object({
  op: z.literal("delete"),
  type: z.literal("synonymSet"),
  id: z.string().min(1),
});

export const situationPutSchema = z.object({
  op: z.literal("put"),
  type: z.literal("situation"),
  situation: situationSchema,
});
export const situationDeleteSchema = z.object({
  op: z.literal("delete"),
  type: z.literal("situation"),
  id: z.string().min(1),
});

export const noticePutSchema = z.object({ op: z.literal("put"), type: z.literal("notice"), notice: noticeSchema });
export const noticeDeleteSchema = z.object({
  op: z.literal("delete"),
  type: z.literal("notice"),
  id: z.string().min(1),
});

/** The agent's own flags and acknowledgements, told to nobody else; they are never taken back. */
export const flagOutcomePutSchema = z.object({
  op: z.literal("put"),
  type: z.literal("flagOutcome"),
  flagOutcome: flagOutcomeSchema,
});
export const acknowledgementPutSchema = z.object({
  op: z.literal("put"),
  type: z.literal("acknowledgement"),
  acknowledgement: acknowledgementSchema,
});

/** A change to something this client does not know yet; it is skipped, so that servers may grow first. */
export const unknownChangeSchema = z.object({
  op: z.string(),
  type: z.string().refine((type) => type !== "article", "not a valid article change"),
});

export const changeSchema = z.union([
  articlePutSchema,
  articleDeleteSchema,
  pageReaderPutSchema,
  pageReaderDeleteSchema,
  articleTermsPutSchema,
  articleTermsDeleteSchema,
  synonymSetPutSchema,
  synonymSetDeleteSchema,
  situationPutSchema,
  situationDeleteSchema,
  noticePutSchema,
  noticeDeleteSchema,
  flagOutcomePutSchema,
  acknowledgementPutSchema,
  unknownChangeSchema,
]);
export type Change = z.infer<typeof changeSchema>;
export type ArticleChange = z.infer<typeof articlePutSchema> | z.infer<typeof articleDeleteSchema>;
export type PageReaderChange = z.infer<typeof pageReaderPutSchema> | z.infer<typeof pageReaderDeleteSchema>;
export type ArticleTermsChange = z.infer<typeof articleTermsPutSchema> | z.infer<typeof articleTermsDeleteSchema>;
export type SynonymSetChange = z.infer<typeof synonymSetPutSchema> | z.infer<typeof synonymSetDeleteSchema>;
export type SituationChange = z.infer<typeof situationPutSchema> | z.infer<typeof situationDeleteSchema>;
export type NoticeChange = z.infer<typeof noticePutSchema> | z.infer<typeof noticeDeleteSchema>;
export type FlagOutcomeChange = z.infer<typeof flagOutcomePutSchema>;
export type AcknowledgementChange = z.infer<typeof acknowledgementPutSchema>;

/**
 * One page of the change feed. `cursor` stands after its last change. `reset` starts a full read: every row that
 * does not come between the page that says `reset` and the page with `hasMore: false` is to be dropped then.
 */
export const changesPageSchema = z.object({
  changes: z.array(changeSchema).max(MAX_CHANGES_PER_PAGE),
  cursor: cursorSchema,
  hasMore: z.boolean(),
  reset: z.boolean(),
  /** How many changes are left after this page, for the progress bar. */
  remaining: z.int().nonnegative(),
});
export type ChangesPage = z.infer<typeof changesPageSchema>;
