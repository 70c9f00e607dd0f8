import type { FlagResult, FlagSubmission } from "../../lib/contract/flags";
import { flagSubmissionSchema } from "../../lib/contract/flags";
import type { FlagRow } from "../db/schema";
import { describeIssues } from "../http/describe-issues";
import { idOf } from "../http/id-of";
import { toStorableText } from "../storable-text";

/** PostgreSQL knows no year 0, and a flag cannot be older than this product. */
const EARLIEST_FLAG_MS = Date.UTC(2020, 0, 1);

/** A flag as sent: well formed, or the result that refuses it. */
export type ParsedFlag = { flag: FlagSubmission } | { refusal: FlagResult };

/** What is to be done with a well-formed flag. */
export type Verdict = Pick<FlagResult, "status" | "detail">;

/** Parses one flag of a batch. A refusal carries the flag's id when it has one, else "". */
export function parseFlag(sent: unknown): ParsedFlag {
  const parsed = flagSubmissionSchema.safeParse(sent);
  if (!parsed.success) return { refusal: { id: idOf(sent), status: "refused", detail: describeIssues(parsed.error) } };
  const { comment, articleId, flaggedAt } = parsed.data;
  if (Date.parse(flaggedAt) < EARLIEST_FLAG_MS) {
    return { refusal: { id: parsed.data.id, status: "refused", detail: "flaggedAt: too long ago" } };
  }
  const storable = { articleId: toStorableText(articleId), comment: comment === null ? null : toStorableText(comment) };
  return { flag: { ...parsed.data, ...storable } };
}

/**
 * Judges a flag. `known` is the stored flag with its id; `isFlaggable` says whether the agent may read the article or
 * could read it before it was deleted. A flag sent again says all the agent says now: a reason or comment that is
 * null takes the earlier one back.
 */
export function judgeFlag(
  flag: FlagSubmission,
  agentId: string,
  known: Pick<FlagRow, "agentId" | "articleId" | "reason" | "comment"> | undefined,
  isFlaggable: boolean,
): Verdict {
  if (known && known.agentId !== agentId) return { status: "refused", detail: "id: belongs to another flag" };
  if (known && known.articleId !== flag.articleId) return { status: "refused", detail: "id: flags another article" };
  if (known) {
    const isSame = known.reason === flag.reason && known.comment === flag.comment;
    return { status: isSame ? "known" : "amended" };
  }
  if (!isFlaggable) return { status: "refused", detail: "articleId: there is no such article" };
  return { status: "stored" };
}
