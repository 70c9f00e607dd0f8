import type { ArticleCard } from "../lib/worker/protocol";
import { DAY_MS } from "./text/formats";

/** One thing worth knowing before an article is relied on. */
export type TrustSign =
  | { sign: "verified"; verifiedAtMs: number; by: string | null }
  | { sign: "due"; sinceMs: number }
  | { sign: "neverVerified" }
  | { sign: "openFlags"; count: number }
  | { sign: "behind"; versions: number; language: string };

/** What is known of an article's trustworthiness, verification first; never empty. */
export function trustSigns(card: ArticleCard, nowMs: number): TrustSign[] {
  const signs: TrustSign[] = [verification(card, nowMs)];
  if (card.openFlags > 0) signs.push({ sign: "openFlags", count: card.openFlags });
  if (card.translation && card.translation.versionsBehind > 0) {
    signs.push({ sign: "behind", versions: card.translation.versionsBehind, language: card.language });
  }
  return signs;
}

function verification(card: ArticleCard, nowMs: number): TrustSign {
  if (card.verifiedAt === null) return { sign: "neverVerified" };
  const verifiedAtMs = Date.parse(card.verifiedAt);
  const sinceMs = nowMs - verifiedAtMs;
  if (sinceMs > card.verifyEveryDays * DAY_MS) return { sign: "due", sinceMs };
  return { sign: "verified", verifiedAtMs, by: card.verifiedBy ?? card.owner?.name ?? null };
}
