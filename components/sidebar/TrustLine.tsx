import { BadgeCheck, CircleDashed, ClockAlert, Flag, Languages, type LucideIcon } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import type { Formats } from "../text/formats";
import type { Text } from "../text/text";
import { type TrustSign, trustSigns } from "../trust";
import { useUi } from "../ui";

const ICONS: Record<TrustSign["sign"], LucideIcon> = {
  verified: BadgeCheck,
  due: ClockAlert,
  neverVerified: CircleDashed,
  openFlags: Flag,
  behind: Languages,
};

/** How far to trust an article, in neutral words, each with an icon. */
export function TrustLine({ card }: { card: ArticleCard }) {
  const { text, formats, nowMs } = useUi();
  const now = nowMs();
  return (
    <>
      {trustSigns(card, now).map((sign) => {
        const Icon = ICONS[sign.sign];
        const words = wording(sign, text, formats, now);
        return (
          <span key={sign.sign} class={`fact fact-${sign.sign}`} title={words}>
            <Icon size={13} aria-hidden="true" />
            <span class="fact-text">{words}</span>
          </span>
        );
      })}
    </>
  );
}

function wording(sign: TrustSign, text: Text, formats: Formats, nowMs: number): string {
  switch (sign.sign) {
    case "verified": {
      const ago = formats.ago(sign.verifiedAtMs, nowMs);
      return sign.by === null ? text.trust.verified(ago) : text.trust.verifiedBy(ago, sign.by);
    }
    case "due":
      return text.trust.due(formats.timeSpan(sign.sinceMs));
    case "neverVerified":
      return text.trust.neverVerified;
    case "openFlags":
      return text.trust.openFlags(sign.count);
    case "behind":
      return text.trust.behind(text.trust.versions(sign.versions), formats.languageName(sign.language));
  }
}
