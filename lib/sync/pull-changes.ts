import { ApiError } from "../api/api-error";
import type { ApiClient } from "../api/client";
import { type AppliedPage, applyPageAfter } from "../db/apply-page";
import type { LibraryDatabase } from "../db/library-database";
import { readPosition, updatePosition } from "../db/position";

/** A feed that never ends is a server's mistake; this many pages of 500 hold more than any base we know. */
const MAX_PAGES = 10_000;

/**
 * Pulls pages until the server has no more, each written before the next is asked for. `onPage` hears of every page
 * written. Throws an ApiError or a storage error; what was written until then stays, and the next pull goes on there.
 */
export async function pullChanges(
  database: LibraryDatabase,
  api: ApiClient,
  nowMs: () => number,
  onPage: (page: AppliedPage) => void,
): Promise<void> {
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const { cursor } = await readPosition(database);
    const page = await api.changes(cursor);
    if (page === null) {
      if ((await readPosition(database)).cursor !== cursor) continue;
      await updatePosition(database, { freshAtMs: nowMs() });
      return;
    }
    if (page.hasMore && page.cursor === cursor) throw new ApiError("badAnswer", null, "the feed does not get on");
    const applied = await applyPageAfter(database, cursor, page, nowMs());
    if (applied) onPage(applied);
    if (applied && !page.hasMore) return;
  }
  throw new ApiError("badAnswer", null, "the feed does not end");
}
