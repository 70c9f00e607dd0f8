import { isGroupName } from "../../articles/access";
import type { ZendeskArticle, ZendeskSegment } from "./schemas";

/** Who may read an article, as it is said here. */
export type Access = { audience: "public" | "internal"; groups: string[] };

/**
 * Never more readers than at the source. Public is what is said to be for everybody. What customers may read, agents may;
 * what is for a part of the staff is for the group of that name; what is not known is for a group nobody is in.
 */
export function accessOf(
  { user_segment_id: segmentId, user_segment_ids: segmentIds, draft }: ZendeskArticle,
  segments: ReadonlyMap<number, ZendeskSegment>,
): Access {
  const ids = [...new Set([...(segmentId ? [segmentId] : []), ...(segmentIds ?? [])])].sort(
    (one, other) => one - other,
  );
  if (ids.length === 0) {
    return { audience: segmentId === null && draft === false ? "public" : "internal", groups: [] };
  }
  const groups = ids.map((id) => groupOf(id, segments.get(id)));
  if (groups.includes(null)) return { audience: "internal", groups: [] };
  return { audience: "internal", groups: [...new Set(groups.filter((group) => group !== null))] };
}

/** The group that stands for a segment; null: all agents. */
function groupOf(id: number, segment: ZendeskSegment | undefined): string | null {
  if (segment?.built_in || segment?.user_type === "signed_in_users") return null;
  const name = segment?.user_type === "staff" ? segment.name.replace(/\s+/gu, " ").trim() : "";
  return isGroupName(name) ? name : `Zendesk segment ${id}`;
}
