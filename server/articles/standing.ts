import { isDeepStrictEqual } from "node:util";
import type { Audience } from "../../lib/contract/article";
import type { ArticleRow } from "../db/schema";

/** Who may read an article and until when, as it stood when its next version was scheduled. */
export type Standing = { groups: string[]; audience: Audience; expiresAt: string | null; archivedAt: string | null };

/** That an article has expired is no news to whoever knew when it would: `archivedAt` is when it was archived otherwise. */
export function standingOf({ groups, audience, expiresAt, archivedAt }: ArticleRow): Standing {
  const hasExpired = archivedAt?.getTime() === expiresAt?.getTime();
  return {
    groups: [...groups].sort((one, other) => (one < other ? -1 : 1)),
    audience,
    expiresAt: expiresAt?.toISOString() ?? null,
    archivedAt: hasExpired ? null : (archivedAt?.toISOString() ?? null),
  };
}

/**
 * Why a version scheduled for an article that stood so is not published by itself, in words for its author. Null: nothing
 * speaks against it.
 */
export function reasonToLookAgain(
  scheduled: { baseVersion: number | null; baseStanding: Standing | null },
  row: ArticleRow | null,
): string | null {
  if ((row?.version ?? null) !== scheduled.baseVersion) {
    return row ? `version ${row.version} came in meanwhile` : "the article was deleted meanwhile";
  }
  if (!row) return null;
  const [then, now] = [scheduled.baseStanding, standingOf(row)];
  if (isDeepStrictEqual(then, now)) return null;
  if (now.archivedAt !== null && then?.archivedAt !== now.archivedAt) return "the article was archived meanwhile";
  return "who may read the article, or until when, has changed meanwhile";
}
