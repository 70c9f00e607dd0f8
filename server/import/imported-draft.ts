import type { ArticleDraft } from "../articles/draft";
import type { ArticleRow } from "../db/schema";

type Said = "id" | "language" | "title" | "bodyHtml" | "sections";

/** An article as a source has it. What the source does not say is left as it is here. */
export type ImportedDraft = Pick<ArticleDraft, Said> &
  Partial<Omit<ArticleDraft, Said>> & {
    /** For a translation whose source does not count versions: whether it follows the text it translates. */
    isOutdated?: boolean;
  };

const NOT_SAID: Omit<ArticleDraft, Said> = {
  translationOf: null,
  sourceVersion: null,
  summary: "",
  replyText: null,
  kind: "reference",
  // An article nobody marked as public must not reach a customer.
  audience: "internal",
  groups: [],
  category: [],
  tags: [],
  situations: [],
  owner: null,
  url: null,
  version: null,
  publishedAt: null,
  updatedAt: null,
  expiresAt: null,
  verifiedAt: null,
  verifiedBy: null,
  verifyEveryDays: null,
  escalation: null,
};

/** The draft with what the source leaves open as the article has it here, or as a new article has it. */
export function completeDraft(imported: ImportedDraft, existing: ArticleRow | undefined): ArticleDraft {
  const { isOutdated, ...said } = imported;
  return { ...NOT_SAID, ...(existing && keptFrom(existing)), ...said };
}

/** Of dates and verification the server itself keeps what a draft does not say. */
function keptFrom(row: ArticleRow): Partial<ArticleDraft> {
  const { translationOf, sourceVersion, summary, replyText, kind, audience, groups, category, tags, situations } = row;
  const { owner, url, escalation } = row;
  return {
    ...{ translationOf, sourceVersion, summary, replyText, kind, audience, groups, category, tags, situations },
    ...{ owner, url, escalation },
  };
}

/**
 * The version of its source that a translation follows: the current one, or an earlier one when it is outdated. Null when
 * the source is not here, or has no earlier version to follow.
 */
export function followedVersion(
  isOutdated: boolean,
  sourceVersion: number | null,
  before: number | null,
): number | null {
  if (sourceVersion === null || !isOutdated) return sourceVersion;
  if (before !== null && before < sourceVersion) return before;
  return sourceVersion > 1 ? sourceVersion - 1 : null;
}
