import { NOTICE_LIMITS, type NoticeDraft } from "../../lib/contract/notice";
import { isStorableInstant } from "../instants";
import { problemWithPhrase, tidyPhrase, withoutRepeats } from "../phrases";
import { toStorableText } from "../storable-text";

const DATES = ["effectiveFrom", "publishedAt", "expiresAt"] as const;

/** The draft in the form it is stored in, or every reason against it. */
export function tidyNotice(draft: NoticeDraft): { notice: NoticeDraft } | { problems: string[] } {
  const notice: NoticeDraft = {
    ...draft,
    title: tidyPhrase(draft.title),
    whatChanged: toStorableText(draft.whatChanged),
    condition: toStorableText(draft.condition),
    groups: [...new Set(draft.groups.map(tidyPhrase))].sort((a, b) => (a < b ? -1 : 1)),
    cues: withoutRepeats(draft.cues.map(tidyPhrase)),
    tags: withoutRepeats(draft.tags.map(tidyPhrase)),
    articleId: draft.articleId === null ? null : toStorableText(draft.articleId),
  };
  const problems = [
    ...(notice.title === "" ? ["title: it is empty"] : []),
    ...notice.cues.map((cue) => problemWithPhrase(cue, NOTICE_LIMITS.cue)),
    ...notice.tags.map((tag) => problemWithPhrase(tag, NOTICE_LIMITS.tag)),
    ...DATES.map((name) => problemWithDate(name, notice[name])),
  ].filter((problem) => problem !== null);
  return problems.length > 0 ? { problems } : { notice };
}

function problemWithDate(name: string, instant: string | null): string | null {
  return instant === null || isStorableInstant(instant) ? null : `${name}: too far away`;
}
