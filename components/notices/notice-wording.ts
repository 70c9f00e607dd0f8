import { Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-preact";
import type { NoticeSeverity } from "../../lib/contract/notice";
import type { NoticeView } from "../../lib/worker/protocol/notices";
import type { Formats } from "../text/formats";
import type { Text } from "../text/text";

/** Told apart by their outlines too. */
export const SEVERITY_ICONS: Record<NoticeSeverity, LucideIcon> = {
  critical: OctagonAlert,
  important: TriangleAlert,
  info: Info,
};

/** Since when, or from when on, what a notice says holds; null when that is no matter of a date. */
export function sinceWording(
  { effectiveFrom }: Pick<NoticeView, "effectiveFrom">,
  text: Text,
  formats: Formats,
  nowMs: number,
): string | null {
  if (effectiveFrom === null) return null;
  const fromMs = Date.parse(effectiveFrom);
  const { words, kind } = formats.day(fromMs, nowMs);
  return fromMs <= nowMs ? text.notice.since(words, kind) : text.notice.from(words, kind);
}

/** Why a notice stands beside the ticket; null when it stands beside every one. */
export function becauseWording({ matchedCues }: NoticeView, text: Text, formats: Formats): string | null {
  if (matchedCues.length === 0) return null;
  return text.notice.because(formats.list(matchedCues.map((cue) => text.notice.quoted(cue))));
}
