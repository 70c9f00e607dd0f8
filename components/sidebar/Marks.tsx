import { Globe, Languages, Lock } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { useUi } from "../ui";

type MarksProps = { card: ArticleCard; ticketLanguage: string | null };

/** Who may see the article, what kind it is and its language; the language stands out when the ticket's is another. */
export function Marks({ card, ticketLanguage }: MarksProps) {
  const { text, formats } = useUi();
  const isInternal = card.audience === "internal";
  const AudienceIcon = isInternal ? Lock : Globe;
  const isForeign = ticketLanguage !== null && primary(ticketLanguage) !== primary(card.language);
  const languageName = formats.languageName(card.language);
  return (
    <>
      <span class={`fact ${isInternal ? "badge badge-internal" : ""}`} title={text.card.audienceHints[card.audience]}>
        <AudienceIcon size={isInternal ? 11 : 13} aria-hidden="true" />
        {text.card.audiences[card.audience]}
      </span>
      <span class="fact" title={text.card.language(languageName)}>
        {text.card.kinds[card.kind]}
        {!isForeign && ` · ${card.language.toUpperCase()}`}
      </span>
      {isForeign && (
        <span class="fact badge badge-language" title={text.card.otherLanguage(languageName)}>
          <Languages size={11} aria-hidden="true" />
          {languageName}
        </span>
      )}
    </>
  );
}

function primary(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? tag;
}
