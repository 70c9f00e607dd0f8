import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { ArticleCard } from "../../lib/worker/protocol";
import type { Shelf } from "../../lib/worker/protocol/finding";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { LastSearches } from "./LastSearches";
import { ShelfRow } from "./ShelfRow";

/** As many rows of a list are seen at once, the rest on demand. */
const MAX_ROWS = 6;
const MAX_SIMILAR = 3;

type ShelfListsProps = { shelf: Shelf; isSearchFirst?: boolean };

/** Everything at hand, list by list; empty lists are left out. */
export function ShelfLists({ shelf, isSearchFirst = false }: ShelfListsProps) {
  const { text } = useUi();
  const suggested = useSuggestedIds();
  const similar = shelf.similar.filter(({ id }) => !suggested.has(id)).slice(0, MAX_SIMILAR);
  const searches = <LastSearches searches={shelf.searches} />;
  const canForgetHere = shelf.searches.length === 0;
  return (
    <>
      {isSearchFirst && searches}
      <RowList title={text.shelf.similarTitle} cards={similar} />
      <RowList title={text.shelf.pinnedTitle} cards={shelf.pinned} />
      <RowList title={text.shelf.recentTitle} cards={shelf.recent}>
        {canForgetHere && <ForgetButton />}
      </RowList>
      {!isSearchFirst && searches}
    </>
  );
}

function useSuggestedIds(): ReadonlySet<string> {
  const view = usePanelModel().suggestions.view.value;
  return new Set(view.state === "answered" ? view.answer.suggestions.map(({ card }) => card.id) : []);
}

type RowListProps = { title: string; cards: ArticleCard[]; children?: ComponentChildren };

function RowList({ title, cards, children }: RowListProps) {
  const { text } = useUi();
  const titleId = useId();
  const [isWhole, setWhole] = useState(false);
  if (cards.length === 0) return null;
  return (
    <div class="shelf-part">
      <div class="shelf-part-head">
        <h3 id={titleId} class="shelf-part-title">
          {title}
        </h3>
        {children}
      </div>
      {/* biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away */}
      <ul role="list" aria-labelledby={titleId}>
        {cards.slice(0, isWhole ? undefined : MAX_ROWS).map((card) => (
          <ShelfRow key={card.id} card={card} list={title} />
        ))}
      </ul>
      {!isWhole && cards.length > MAX_ROWS && (
        <button type="button" class="text-button shelf-more" onClick={() => setWhole(true)}>
          {text.shelf.showAll(cards.length)}
        </button>
      )}
    </div>
  );
}

/** Stands beside the last list of what can be forgotten. */
export function ForgetButton() {
  const { text, announce } = useUi();
  const { shelf } = usePanelModel();
  return (
    <button
      type="button"
      class="text-button"
      aria-label={text.shelf.forgetRecent}
      title={text.shelf.forgetRecent}
      onClick={(event) => {
        const section = event.currentTarget.closest(".shelf, .search-place");
        shelf.forgetRecent();
        announce(text.shelf.forgotten);
        // The button goes with what it stood beside.
        section?.querySelector<HTMLElement>(".shelf-button, [data-action=search]")?.focus();
      }}
    >
      {text.shelf.forget}
    </button>
  );
}
