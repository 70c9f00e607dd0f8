import type { AppliedPage } from "../db/apply-page";

/** Rows of a library that are others than before, for every context that holds or shows something of them. */
export type ChangedRows = {
  /** Articles written or removed. */
  articleIds: string[];
  /** Articles of which something else is learnt; the removed ones and those that were taught here are among them. */
  changedTerms: string[];
  /** The team's synonyms or situations. */
  hasChangedVocabulary: boolean;
  /** Notices, or what the agent said of them. */
  hasChangedNotices: boolean;
  /** The agent's flags and what became of them, gaps or drafts. */
  hasChangedOutbox: boolean;
};

/** To be completed by what did change. */
export const NO_CHANGED_ROWS: ChangedRows = {
  articleIds: [],
  changedTerms: [],
  hasChangedVocabulary: false,
  hasChangedNotices: false,
  hasChangedOutbox: false,
};

type ChangedPage = Omit<AppliedPage, "position" | "hasChangedPageReaders">;

/** What a page changed; null when nothing that anybody holds or shows. */
export function changedRowsOf(page: ChangedPage): ChangedRows | null {
  const { put, deleted, hasChangedVocabulary, hasChangedNotices, hasChangedOutcomes } = page;
  const articleIds = [...put, ...deleted];
  // With an article goes what was learnt of it.
  const changedTerms = [...new Set([...page.changedTerms, ...deleted])];
  const hasChangedRows = articleIds.length > 0 || changedTerms.length > 0;
  const hasChanged = hasChangedRows || hasChangedVocabulary || hasChangedNotices || hasChangedOutcomes;
  const marks = { hasChangedVocabulary, hasChangedNotices, hasChangedOutbox: hasChangedOutcomes };
  return hasChanged ? { articleIds, changedTerms, ...marks } : null;
}
