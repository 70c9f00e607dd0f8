import type { ArticleRow } from "../db/schema";
import type { ImportSource } from "./source";

/**
 * Why the source may not write about the article with this row: ids have one owner. Null: it may. `alsoOf` is another
 * source whose articles it tells about.
 */
export function reasonAgainst(
  source: Pick<ImportSource, "key" | "takesOver">,
  id: string,
  row: ArticleRow | undefined,
  alsoOf?: string,
): string | null {
  if (!row || row.deletedAt || row.source === source.key) return null;
  if (row.source !== null && row.source === alsoOf) return null;
  const isFree = source.takesOver && (row.source === null || row.source.startsWith("file:"));
  return isFree ? null : `the id "${id}" belongs to ${row.source ?? "an article that was written here"}`;
}
