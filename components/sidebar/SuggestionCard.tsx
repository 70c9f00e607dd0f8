import type { Suggestion } from "../../lib/worker/protocol";
import { FlagButton } from "../flags/FlagButton";
import { FlagStrip } from "../flags/FlagStrip";
import { cardAnswerPlace, InsertAnswerButton } from "../insert/InsertAnswerButton";
import { InsertLinkButton, linkPlace } from "../insert/InsertLinkButton";
import { InsertStrip } from "../insert/InsertStrip";
import { UseMarks } from "../insert/UseMarks";
import { AlsoAbove } from "../situations/AlsoAbove";
import { PinButton } from "../start/PinButton";
import { usePanelModel } from "../state/panel-model";
import { CopyLinkButton } from "./CopyLinkButton";
import { MarkedText } from "./MarkedText";
import { Marks } from "./Marks";
import { TrustLine } from "./TrustLine";
import { useHoldWhile } from "./use-holding";
import { WhyArticle } from "./WhyArticle";

type SuggestionCardProps = { suggestion: Suggestion; ticketLanguage: string | null; hasTerms: boolean };

/** One offered article: title, the passage that matched, how far to trust it, and what can be done with it. */
export function SuggestionCard({ suggestion, ticketLanguage, hasTerms }: SuggestionCardProps) {
  const { open, flags } = usePanelModel();
  const { card, passage, matchedTerms } = suggestion;
  const isExplained = hasTerms && matchedTerms.length > 0;
  useHoldWhile(flags.isExpanded(card.id));
  const openCard = () => open({ articleId: card.id, cardId: card.id, terms: matchedTerms });
  return (
    <li class="card" data-card={card.id}>
      <div class="card-head">
        <h2 class="card-title">
          <button
            type="button"
            class="card-open"
            data-action="open"
            lang={card.language}
            elementtiming="suggestions"
            onClick={openCard}
          >
            {card.title}
          </button>
        </h2>
        <div class="card-actions">
          <InsertAnswerButton card={card} />
          <InsertLinkButton card={card} />
          <CopyLinkButton card={card} />
          <FlagButton card={card} />
        </div>
      </div>
      <p class="card-passage" lang={card.language}>
        {passage ? <MarkedText passage={passage} /> : card.summary}
      </p>
      <p class="card-facts">
        <TrustLine card={card} />
        <UseMarks card={card} />
        <Marks card={card} ticketLanguage={ticketLanguage} />
        {!isExplained && <PinButton card={card} size={14} />}
        {hasTerms && <AlsoAbove articleId={card.id} />}
      </p>
      {isExplained && <WhyArticle terms={matchedTerms} aside={<PinButton card={card} size={14} />} />}
      <InsertStrip place={linkPlace(card.id)} />
      <InsertStrip place={cardAnswerPlace(card.id)} />
      <FlagStrip card={card} />
    </li>
  );
}
