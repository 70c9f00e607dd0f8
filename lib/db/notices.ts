import type { Change, NoticeChange } from "../contract/changes";
import type { Notice } from "../contract/notice";
import { applyRows } from "./apply-rows";
import type { LibraryDatabase, StoredNotice } from "./library-database";

/** The notices that came from the server, in no order; those that have expired are among them until the server says so. */
export async function readNotices(database: LibraryDatabase): Promise<Notice[]> {
  return (await database.notices.toArray()).map((row) => row.notice);
}

/** A change of this type that holds neither did not fit its schema: it is none that this client knows. */
function isNoticeChange(change: Change): change is NoticeChange {
  return change.type === "notice" && ("notice" in change || "id" in change);
}

/** Within a transaction: writes a page's last word on each notice; answers the ids of those that are others than before. */
export function applyNoticeChanges(
  database: LibraryDatabase,
  changes: Change[],
  generation: number,
): Promise<string[]> {
  const rows = new Map<string, StoredNotice | null>();
  for (const change of changes.filter(isNoticeChange)) {
    if (change.op === "delete") rows.set(change.id, null);
    else rows.set(change.notice.id, { id: change.notice.id, generation, notice: change.notice });
  }
  return applyRows(database.notices, rows);
}
