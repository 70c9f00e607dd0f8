import type { Suggestion } from "../../lib/worker/protocol";
import { SuggestionCard } from "./SuggestionCard";
import { useRovingCards } from "./use-roving-cards";

type CardListProps = {
  label: string;
  suggestions: Suggestion[];
  /** Null when unknown, or when there is no ticket to compare with. */
  ticketLanguage: string | null;
  /** Whether the matched words are shown and can be left out. */
  hasTerms?: boolean;
};

/** Cards in the order given; one at a time is in the order of Tab. */
export function CardList({ label, suggestions, ticketLanguage, hasTerms = false }: CardListProps) {
  const list = useRovingCards();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul ref={list} class="card-list" role="list" aria-label={label}>
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion.card.id}
          suggestion={suggestion}
          ticketLanguage={ticketLanguage}
          hasTerms={hasTerms}
        />
      ))}
    </ul>
  );
}
