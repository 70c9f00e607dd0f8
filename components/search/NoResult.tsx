import { SearchX } from "lucide-preact";
import { GapOffer } from "../gap/GapOffer";
import { StateMessage } from "../sidebar/StateMessage";
import { filterCount } from "../state/article-search";
import { searchNeed } from "../state/gap-reports";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

const QUOTATION_MARKS = /["“”„«»]/g;
/** Around the whole query; marks within marks would only confuse. */
const OUTER_MARKS = /^["“”„«»]\s*|\s*["“”„«»]$/g;

/** Says what nothing was found for, and what can be tried instead. */
export function NoResult({ query }: { query: string }) {
  const { text } = useUi();
  const { search } = usePanelModel();
  const isNarrowed = filterCount(search.filters.value) > 0;
  const isQuoted = query.search(QUOTATION_MARKS) >= 0;
  const backToBox = () => document.querySelector<HTMLElement>("[data-action=search]")?.focus();
  return (
    <StateMessage
      icon={SearchX}
      title={text.search.noResult(query.replace(OUTER_MARKS, ""))}
      hint={
        isNarrowed ? text.search.noResultNarrowed : isQuoted ? text.search.noResultQuoted : text.search.noResultHint
      }
    >
      {isNarrowed && (
        <button
          type="button"
          class="button"
          onClick={() => {
            search.clearFilters();
            backToBox();
          }}
        >
          {text.search.withoutFilters}
        </button>
      )}
      {isQuoted && (
        <button
          type="button"
          class="button"
          onClick={() => {
            search.setText(query.replaceAll(QUOTATION_MARKS, " ").replace(/\s+/g, " ").trim());
            backToBox();
          }}
        >
          {text.search.withoutQuotes}
        </button>
      )}
      {!isNarrowed && <GapOffer need={searchNeed(query)} look="button" />}
    </StateMessage>
  );
}
