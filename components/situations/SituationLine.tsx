import type { SituationPart } from "../../lib/worker/protocol/situations";
import { usePanelModel } from "../state/panel-model";

export type SituationPartProps = {
  part: SituationPart;
  /** Names this place of the article: it may stand among the suggestions, too. */
  cardId: string;
};

/** A key fact, an advice or an offer in a line or two: its title, and how it goes on. */
export function SituationLine({ part: { card, excerpt }, cardId }: SituationPartProps) {
  const { open } = usePanelModel();
  return (
    <li data-card={cardId} lang={card.language}>
      <button
        type="button"
        class="situation-line"
        data-action="open"
        onClick={() => open({ articleId: card.id, cardId, terms: [] })}
      >
        <span class="situation-line-title">{card.title}</span> <span class="situation-excerpt">{excerpt}</span>
      </button>
    </li>
  );
}
