import type { AppliedPage } from "../db/apply-page";

/** Rows of a library that are others than before, for every context that holds something of them in memory. */
export type ChangedRows = Pick<AppliedPage, "hasChangedVocabulary" | "changedTerms"> & {
  /** Articles written or removed; `changedTerms` also names those that were taught here. */
  articleIds: string[];
};

/** What a page changed; null when nothing that anybody holds. */
export function changedRowsOf({ put, deleted, hasChangedVocabulary, changedTerms }: AppliedPage): ChangedRows | null {
  const articleIds = [...put, ...deleted];
  const hasChanged = articleIds.length > 0 || changedTerms.length > 0 || hasChangedVocabulary;
  return hasChanged ? { articleIds, hasChangedVocabulary, changedTerms } : null;
}
