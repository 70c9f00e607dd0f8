import { z } from "../../lib/contract/zod";
import { ProblemError } from "./problem";

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

/** For route definitions: query of a list that is read page by page. */
export const pageQuerySchema = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
});

/** Cursor of the next page, null after the last. */
export const nextCursorSchema = z.string().nullable();

/** The place after a row in its list, as text that is opaque to clients. `place` is what the list is ordered by. */
export function toListCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Reads a cursor made by `toListCursor`; null without one. Ends the request when it is none of this list's. */
export function readListCursor<Place extends z.ZodType>(
  cursor: string | undefined,
  place: Place,
): z.output<Place> | null {
  if (cursor === undefined) return null;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    // Not JSON, or of another list.
    throw new ProblemError("invalid_request", "cursor: not one of this list; leave it out to start over");
  }
}

/** Cuts rows that were read with one more than `limit` into a page and the cursor after it. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => readonly (string | number)[],
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last !== undefined ? toListCursor(placeOf(last)) : null };
}
