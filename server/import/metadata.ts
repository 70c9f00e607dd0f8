import {
  articleKindSchema,
  articleSchema,
  audienceSchema,
  languageTagSchema,
  ownerSchema,
  webUrlSchema,
} from "../../lib/contract/article";
import { CONTENT_LIMITS } from "../../lib/contract/authoring";
import { z } from "../../lib/contract/zod";
import { isGroupName } from "../articles/access";
import {
  areWithinLimits,
  BEYOND_LIMITS,
  instantTextSchema,
  limitedNamesSchema,
  limitedText,
  namesSchema,
  wholeNumberSchema,
} from "./field-schemas";

const categorySchema = z
  .union(
    [
      namesSchema,
      z.string().transform((path) =>
        path
          .split(">")
          .map((step) => step.trim())
          .filter((step) => step !== ""),
      ),
    ],
    { error: 'expected a list of texts, or one text such as "Billing > Direct debit"' },
  )
  .refine(areWithinLimits, BEYOND_LIMITS);

/** As for authors: a hundred years. */
const MAX_DAYS = 36_500;

const TEAM_WORD = /(^|\s)(team|équipe|equipe)(\s|$)/i;

/** A bare name is a team's when it says so ("Billing team"), else a person's. */
const importedOwnerSchema = z.union(
  [
    ownerSchema,
    z
      .string()
      .trim()
      .min(1)
      .transform((name) => ({ kind: TEAM_WORD.test(name) ? ("team" as const) : ("person" as const), name })),
  ],
  { error: "expected a name, or {kind, name}" },
);

/**
 * What `metadata` of an imported line may say. Null is as good as absent. Keys not named here are ignored, since files
 * in BEIR form carry what their makers liked.
 */
export const importMetadataSchema = z.object({
  language: languageTagSchema.nullish(),
  lang: languageTagSchema.nullish(),
  format: z.enum(["text", "markdown", "html"]).nullish(),
  summary: limitedText(CONTENT_LIMITS.summary).nullish(),
  kind: articleKindSchema.nullish(),
  audience: audienceSchema.nullish(),
  groups: limitedNamesSchema
    .refine((groups) => groups.every(isGroupName), 'no group may be called "*" or begin with "public/"')
    .nullish(),
  category: categorySchema.nullish(),
  tags: limitedNamesSchema.nullish(),
  situations: limitedNamesSchema.nullish(),
  owner: importedOwnerSchema.nullish(),
  url: webUrlSchema.nullish(),
  version: wholeNumberSchema.nullish(),
  publishedAt: instantTextSchema.nullish(),
  updatedAt: instantTextSchema.nullish(),
  expiresAt: instantTextSchema.nullish(),
  archivedAt: instantTextSchema.nullish(),
  verifiedAt: instantTextSchema.nullish(),
  verifiedBy: z.string().trim().min(1).nullish(),
  verifyEveryDays: wholeNumberSchema.max(MAX_DAYS, `more than ${MAX_DAYS}`).nullish(),
  translationOf: articleSchema.shape.id.nullish(),
  sourceVersion: wholeNumberSchema.nullish(),
  replyText: limitedText(CONTENT_LIMITS.body).nullish(),
  escalation: limitedText(CONTENT_LIMITS.summary).nullish(),
});
export type ImportMetadata = z.infer<typeof importMetadataSchema>;
