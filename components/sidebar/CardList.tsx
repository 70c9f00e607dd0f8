import type { Suggestion } from "../../lib/worker/protocol";
import { SuggestionCard } from "./SuggestionCard";

type CardListProps = {
  label: string;
  suggestions: Suggestion[];
  /** Null when unknown, or when there is no ticket to compare with. */
  ticketLanguage: string | null;
  /** Whether the matched words are shown and can be left out. */
  hasTerms?: boolean;
};

/** Cards in the order given. */
export function CardList({ label, suggestions, ticketLanguage, hasTerms = false }: CardListProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul class="card-list" role="list" aria-label={label}>
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
