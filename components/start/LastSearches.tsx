import { History } from "lucide-preact";
import { useId } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { ForgetButton } from "./ShelfLists";

/** What was searched for last; pressing one searches for it again. */
export function LastSearches({ searches }: { searches: string[] }) {
  const { text } = useUi();
  const { search } = usePanelModel();
  const titleId = useId();
  if (searches.length === 0) return null;
  return (
    <div class="shelf-part">
      <div class="shelf-part-head">
        <h3 id={titleId} class="shelf-part-title">
          {text.shelf.searchesTitle}
        </h3>
        <ForgetButton />
      </div>
      {/* biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away */}
      <ul class="shelf-searches" role="list" aria-labelledby={titleId}>
        {searches.map((query) => (
          <li key={query} data-row={`search ${query}`}>
            <button
              type="button"
              class="chip"
              data-action="open"
              aria-label={text.shelf.searchAgain(query)}
              onClick={() => {
                search.setText(query);
                document.querySelector<HTMLElement>("[data-action=search]")?.focus();
              }}
            >
              <History size={11} aria-hidden="true" />
              <span class="chip-word">{query}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
