/**
 * The one shape of exported lines: articles as any import file has them, the rest with a `type`. What people wrote is in
 * it; what follows from writing it (change numbers, who may have read it before) is not.
 */
import { ownerSchema } from "../../lib/contract/article";
import { articleContentSchema, editStatusSchema, versionOriginSchema } from "../../lib/contract/authoring";
import { categorySettingsSchema } from "../../lib/contract/category";
import { helpdeskSchema } from "../../lib/contract/helpdesk";
import { noticeDraftSchema } from "../../lib/contract/notice";
import { pageReadingUpdateSchema } from "../../lib/contract/page-reader";
import { situationDraftSchema } from "../../lib/contract/situation";
import { synonymSetSchema } from "../../lib/contract/synonym";
import { z } from "../../lib/contract/zod";

const idSchema = z.string().min(1).max(200);
const momentSchema = z.iso.datetime();
const nameSchema = z.string().min(1).max(200);

export const otherLineSchema = z.discriminatedUnion("type", [
  categorySettingsSchema.extend({
    type: z.literal("category"),
    path: z.array(nameSchema).min(1).max(50),
    owner: ownerSchema.nullable(),
  }),
  noticeDraftSchema.extend({ type: z.literal("notice"), id: z.string().min(1).max(100) }),
  situationDraftSchema.extend({ type: z.literal("situation"), id: z.string().min(1).max(100) }),
  synonymSetSchema.strict().extend({ type: z.literal("synonymSet") }),
  z.strictObject({ type: z.literal("pageReader"), helpdesk: helpdeskSchema, reading: pageReadingUpdateSchema }),
  z.strictObject({
    type: z.literal("version"),
    articleId: idSchema,
    version: z.int().positive(),
    content: articleContentSchema,
    author: z.string(),
    approvedBy: z.string().nullable(),
    origin: versionOriginSchema,
    note: z.string(),
    createdAt: momentSchema,
  }),
  z.strictObject({
    type: z.literal("workingCopy"),
    id: idSchema,
    status: editStatusSchema,
    content: articleContentSchema,
    baseVersion: z.int().positive().nullable(),
    origin: versionOriginSchema,
    author: nameSchema,
    creator: nameSchema,
    createdAt: momentSchema,
    updatedAt: momentSchema,
    submittedAt: momentSchema.nullable(),
    note: z.string(),
    reviewer: z.string().nullable(),
    reviewNote: z.string().nullable(),
    dueAt: momentSchema.nullable(),
  }),
]);

/** Anything that is exported beside the articles. */
export type OtherLine = z.infer<typeof otherLineSchema>;
