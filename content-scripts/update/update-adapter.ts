import type { PageReader, PageReadingUpdate } from "../../lib/contract/page-reader";
import type { Adapter, RoleRule } from "../adapter";
import { findProblem } from "./find-problem";

/** An update as storage has it. `isUnfinished`: a page began to read by it and never came to an end. */
export type StoredUpdate = { update: PageReader; isUnfinished: boolean };

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

const isNote = ({ role }: RoleRule) => role === "note";

/**
 * Of an update's rules only those for notes come first: no other may make a public message of what a bundled rule knows
 * for a note. The bundled ones keep their order, for some tell messages apart before a note's rule would take them.
 */
function mergeRoles(own: RoleRule[], more: RoleRule[]): RoleRule[] {
  const afterNotes = own.findLastIndex(isNote) + 1;
  const others = more.filter((rule) => !isNote(rule));
  return [...more.filter(isNote), ...own.slice(0, afterNotes), ...others, ...own.slice(afterNotes)];
}

/** The bundled adapter alone, with an update that is refused. */
export function refuse(bundled: Adapter, { version }: Pick<PageReader, "version">, problem: string): UpdatedAdapter {
  return { adapter: bundled, editorsFirst: [], update: { version, state: "refused", problem } };
}

/**
 * Works an update into the bundled adapter: what it lists comes first, the bundled strategies stay behind it. An update
 * that this page cannot use, or that kept another page busy for ever, is refused as a whole, and the bundled adapter is
 * answered. Never throws.
 */
export function updateAdapter(
  bundled: Adapter,
  update: PageReader | null,
  document: Document,
  isUnfinished = false,
): UpdatedAdapter {
  if (update === null) return { adapter: bundled, editorsFirst: [], update: null };
  const { version, reading } = update;
  const problem = isUnfinished ? "Reading a page by it did not finish." : findProblem(bundled, update, document);
  if (problem !== null) return refuse(bundled, update, problem);
  const merged = putBefore(bundled.reading, reading);
  const roles = mergeRoles(bundled.reading.messages.roles, reading.messages?.roles ?? []);
  return {
    adapter: { ...bundled, reading: { ...merged, messages: { ...merged.messages, roles } } },
    editorsFirst: reading.editors ?? [],
    update: { version, state: "used", problem: null },
  };
}
