import type { FlagResult, FlagSubmission } from "../../lib/contract/flags";
import { flagSubmissionSchema } from "../../lib/contract/flags";
import type { FlagRow } from "../db/schema";
import { describeIssues } from "../http/describe-issues";
import { idOf } from "../http/id-of";
import { toStorableText } from "../storable-text";

/** Most flags taken from one agent in a day (UTC), by the day they arrive. */
export const MAX_FLAGS_PER_DAY = 500;

/** PostgreSQL knows no year 0, and a flag cannot be older than this product. */
const EARLIEST_FLAG_MS = Date.UTC(2020, 0, 1);

/** A flag as sent: well formed, or the result that refuses it. */
export type ParsedFlag = { flag: FlagSubmission } | { refusal: FlagResult };

/** What is to be done with a flag of a batch: the refusal, or the well-formed flag with what becomes of it. */
export type JudgedFlag = { refusal: FlagResult } | { flag: FlagSubmission; status: "stored" | "known" | "amended" };

/** What a flag that is stored says, as far as it is compared with what is sent. */
type SaidBefore = Pick<FlagRow, "agentId" | "articleId" | "reason" | "comment" | "passage">;

/** Parses one flag of a batch. A refusal carries the flag's id when it has one, else "". */
export function parseFlag(sent: unknown): ParsedFlag {
  const parsed = flagSubmissionSchema.safeParse(sent);
  if (!parsed.success) return { refusal: { id: idOf(sent), status: "refused", detail: describeIssues(parsed.error) } };
  const { comment, passage, articleId, flaggedAt } = parsed.data;
  if (Date.parse(flaggedAt) < EARLIEST_FLAG_MS) {
    return { refusal: { id: parsed.data.id, status: "refused", detail: "flaggedAt: too long ago" } };
  }
  const storable = (text: string | null) => (text === null ? null : toStorableText(text));
  const said = { articleId: toStorableText(articleId), comment: storable(comment), passage: storable(passage) };
  return { flag: { ...parsed.data, ...said } };
}

/**
 * Judges the flags of a batch in their order, each as if those before it were stored. `known` are the stored flags with
 * their ids; `flaggable` the articles the agent may flag. A flag sent again says all the agent says now: a reason,
 * comment or passage that is null takes the earlier one back. `takenToday` is how many flags of the agent arrived today.
 */
export function judgeFlags(
  parsed: readonly ParsedFlag[],
  agentId: string,
  known: ReadonlyMap<string, SaidBefore>,
  { flaggable, takenToday }: { flaggable: Pick<ReadonlySet<string>, "has">; takenToday: number },
): JudgedFlag[] {
  const said = new Map(known);
  let taken = takenToday;
  return parsed.map((each) => {
    if ("refusal" in each) return each;
    const { flag } = each;
    const judged = judgeFlag(flag, agentId, said.get(flag.id), {
      isFlaggable: flaggable.has(flag.articleId),
      isOneTooMany: taken >= MAX_FLAGS_PER_DAY,
    });
    if ("flag" in judged && judged.status === "stored") taken += 1;
    if ("flag" in judged) said.set(flag.id, { ...flag, agentId });
    return judged;
  });
}

function judgeFlag(
  flag: FlagSubmission,
  agentId: string,
  known: SaidBefore | undefined,
  { isFlaggable, isOneTooMany }: { isFlaggable: boolean; isOneTooMany: boolean },
): JudgedFlag {
  const refuse = (detail: string): JudgedFlag => ({ refusal: { id: flag.id, status: "refused", detail } });
  if (known && known.agentId !== agentId) return refuse("id: belongs to another flag");
  if (known && known.articleId !== flag.articleId) return refuse("id: flags another article");
  if (known) {
    const { reason, comment, passage } = known;
    const isSame = reason === flag.reason && comment === flag.comment && passage === flag.passage;
    return { flag, status: isSame ? "known" : "amended" };
  }
  if (isOneTooMany) return refuse(`more than ${MAX_FLAGS_PER_DAY} flags in a day`);
  return isFlaggable ? { flag, status: "stored" } : refuse("articleId: there is no such article");
}
