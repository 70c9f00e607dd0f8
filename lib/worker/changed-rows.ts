import type { AppliedPage } from "../db/apply-page";

/** Rows of a library that are others than before, for every context that holds something of them in memory. */
export type ChangedRows = Pick<AppliedPage, "hasChangedVocabulary" | "changedTerms"> & {
  /** Articles written or removed; `changedTerms` also names the removed ones and those that were taught here. */
  articleIds: string[];
};

type ChangedPage = Pick<AppliedPage, "put" | "deleted" | "hasChangedVocabulary" | "changedTerms">;

/** What a page changed; null when nothing that anybody holds. */
export function changedRowsOf({ put, deleted, hasChangedVocabulary, ...page }: ChangedPage): ChangedRows | null {
  const articleIds = [...put, ...deleted];
  // With an article goes what was learnt of it.
  const changedTerms = [...new Set([...page.changedTerms, ...deleted])];
  const hasChanged = articleIds.length > 0 || changedTerms.length > 0 || hasChangedVocabulary;
  return hasChanged ? { articleIds, hasChangedVocabulary, changedTerms } : null;
}
