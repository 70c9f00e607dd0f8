/** What the toolbar's button says. The background cannot fetch texts, so it brings these few words of each language along. */
import type { Notice } from "../../lib/contract/notice";
import { notice as de } from "./de/notices";
import { notice as en } from "./en/notices";
import { notice as es } from "./es/notices";
import { notice as fr } from "./fr/notices";
import type { Text } from "./text";

/** By the first part of the BCP 47 tag, as the interface's languages are. */
export const BADGE_WORDS: Readonly<Record<string, Pick<Text["notice"], "badge">>> = { en, fr, de, es };

/** The badge for a ticket's notices, the most urgent of which comes first; null for none. `wanted`: the tags to try, in order. */
export function noticeBadge(
  notices: readonly Pick<Notice, "title" | "severity">[],
  ticketId: string,
  wanted: readonly string[],
): { count: number; title: string; isCritical: boolean } | null {
  const [first] = notices;
  if (!first) return null;
  const wording = wanted.flatMap((tag) => BADGE_WORDS[tag.toLowerCase().split("-")[0] ?? tag] ?? [])[0] ?? en;
  const count = notices.length;
  const title = wording.badge.title(wording.badge.count(count), ticketId, first.title);
  return { count, title, isCritical: first.severity === "critical" };
}
