import type { ArticleChange, PageReaderChange } from "../../lib/contract/changes";

/** A change with its place in the one order that all kinds of changes share (S1). */
export type NumberedChange = { changeNumber: number; change: ArticleChange | PageReaderChange };
