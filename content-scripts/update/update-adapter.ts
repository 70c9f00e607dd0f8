import type { PageReader, PageReadingUpdate } from "../../lib/contract/page-reader";
import type { Adapter } from "../adapter";
import { findProblem } from "./find-problem";

/** An adapter with a page-reader update worked in, and what became of that update. */
export type UpdatedAdapter = {
  adapter: Adapter;
  /** The update's reply editors as they came, for the writing part to try first; empty when it is not in use. */
  editorsFirst: NonNullable<PageReadingUpdate["editors"]>;
  update: { version: number; state: "used" | "refused"; problem: string | null } | null;
};

/** Each list of `more` before the list of the same name; what has no such list in `own` is left out. */
function putBefore<Part extends object>(own: Part, more: object): Part {
  const merged = { ...own } as Record<string, unknown>;
  for (const [name, part] of Object.entries(more)) {
    const bundled = merged[name];
    if (Array.isArray(bundled) && Array.isArray(part)) merged[name] = [...part, ...bundled];
    else if (typeof bundled === "object" && bundled !== null && part) merged[name] = putBefore(bundled, part);
  }
  return merged as Part;
}

/**
 * Works an update into the bundled adapter: what it lists comes first, the bundled strategies stay behind it. An update
 * that this page cannot use is refused as a whole, and the bundled adapter is answered. Never throws.
 */
export function updateAdapter(bundled: Adapter, update: PageReader | null, document: Document): UpdatedAdapter {
  if (update === null) return { adapter: bundled, editorsFirst: [], update: null };
  const { version, reading } = update;
  const problem = findProblem(bundled, update, document);
  if (problem !== null) return { adapter: bundled, editorsFirst: [], update: { version, state: "refused", problem } };
  return {
    adapter: { ...bundled, reading: putBefore(bundled.reading, reading) },
    editorsFirst: reading.editors ?? [],
    update: { version, state: "used", problem: null },
  };
}
