import type { PageReader, PageReadingUpdate } from "../../lib/contract/page-reader";
import type { Adapter } from "../adapter";

/** An adapter with a page-reader update worked in, and what became of that update. */
export type UpdatedAdapter = {
  adapter: Adapter;
  /** The update's reply editors as they came, for the writing part to try first; empty when it is not in use. */
  editorsFirst: NonNullable<PageReadingUpdate["editors"]>;
  update: { version: number; state: "used" | "refused"; problem: string | null } | null;
};

/**
 * Works an update into the bundled adapter: what it lists comes first, the bundled strategies stay behind it. An update
 * that this page cannot use is refused as a whole, and the bundled adapter is answered.
 */
export function updateAdapter(bundled: Adapter, _update: PageReader | null, _document: Document): UpdatedAdapter {
  return { adapter: bundled, editorsFirst: [], update: null };
}
