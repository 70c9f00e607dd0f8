import { SlidersHorizontal, X } from "lucide-preact";
import { useId, useRef, useState } from "preact/hooks";
import type { SearchFilters } from "../../lib/worker/protocol/finding";
import { useLayer } from "../sidebar/use-layer";
import { filterCount, NO_FILTERS } from "../state/article-search";
import { usePanelModel } from "../state/panel-model";
import type { Formats } from "../text/formats";
import type { Text } from "../text/text";
import { useUi } from "../ui";
import { FilterFields } from "./FilterFields";

/** How much was found, the way to the filters, and those that are set, each of which can be taken off. */
export function SearchFilterBar({ summary }: { summary: string | null }) {
  const { text, formats } = useUi();
  const { search } = usePanelModel();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const fieldsId = useId();
  const count = filterCount(search.filters.value);
  useLayer(isOpen, () => {
    button.current?.focus();
    setOpen(false);
  });
  return (
    <div class="filters">
      <div class="filter-bar">
        <p class="filter-summary">{summary}</p>
        <button
          ref={button}
          type="button"
          class="text-button filter-button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? fieldsId : undefined}
          onClick={() => {
            search.loadChoices();
            setOpen(!isOpen);
          }}
        >
          <SlidersHorizontal size={13} aria-hidden="true" />
          {count === 0 ? text.search.filters : text.search.filtersSet(formats.number(count))}
        </button>
      </div>
      {isOpen && <FilterFields id={fieldsId} />}
      {!isOpen && count > 0 && <SetFilters onGone={() => button.current?.focus()} />}
    </div>
  );
}

/** The filters that are set, as words. */
function SetFilters({ onGone }: { onGone(): void }) {
  const { text, formats } = useUi();
  const { search } = usePanelModel();
  const filters = search.filters.value;
  const set = (Object.keys(NO_FILTERS) as (keyof SearchFilters)[]).flatMap((name) => {
    const word = wordFor(name, filters, text, formats);
    return word === null ? [] : [{ name, word }];
  });
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul class="chips filter-chips" role="list" aria-label={text.search.filters}>
      {set.map(({ name, word }) => (
        <li key={name}>
          <button
            type="button"
            class="chip"
            aria-label={text.search.dropFilter(word)}
            title={text.search.dropFilter(word)}
            onClick={() => {
              search.setFilters({ [name]: NO_FILTERS[name] });
              onGone();
            }}
          >
            <span class="chip-word">{word}</span>
            <X size={11} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function wordFor(name: keyof SearchFilters, filters: SearchFilters, text: Text, formats: Formats): string | null {
  switch (name) {
    case "language":
      return filters.language && formats.languageName(filters.language);
    case "category":
      return filters.category;
    case "kind":
      return filters.kind && text.card.kinds[filters.kind];
    case "audience":
      return filters.audience && text.card.audiences[filters.audience];
    case "isVerified":
      return filters.isVerified ? text.search.verifiedOnly : null;
  }
}
