/**
 * Where a page of the feed ends: after as many changes as the client asked for, or sooner when they are large, so that no
 * answer takes a server's memory. Sizes are estimates, near enough for that.
 */
import type { NumberedChange } from "./feed-kind";

/** How much a page may hold, in bytes; one change always goes, whatever its size. */
export const MAX_PAGE_BYTES = 2_000_000;

/** What a change of a kind counts for that has no estimate of its own. */
const USUAL_BYTES = 1_000;

/** The changes of the page, out of those that come next in their order, which are one more than `limit` if there are as many. */
export function cutPage(next: readonly NumberedChange[], limit: number): NumberedChange[] {
  let bytes = 0;
  const tooMuch = next.findIndex((change, place) => {
    bytes += change.bytes ?? USUAL_BYTES;
    return place > 0 && bytes > MAX_PAGE_BYTES;
  });
  return next.slice(0, tooMuch < 0 ? limit : Math.min(limit, tooMuch));
}
