import { Search, X } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import { useLayer } from "../sidebar/use-layer";
import { BoxShelf } from "../start/BoxShelf";
import { isShelfUnfolded } from "../start/shelf-place";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/**
 * The search field. Empty and in use it offers what is at hand; the arrow key leads from it into the list, Enter opens the
 * first result for what is typed.
 */
export function SearchBox() {
  const { text } = useUi();
  const model = usePanelModel();
  const { search } = model;
  const field = useRef<HTMLInputElement>(null);
  const [isInUse, setInUse] = useState(false);
  const isEmpty = search.text.value === "";
  // Where the shelf lies open in the page anyway, a second one over it would be in the way.
  const isShelfOpen = isInUse && isEmpty && !isShelfUnfolded(model);
  useLayer(isShelfOpen, () => setInUse(false));
  const offerShelf = () => setInUse(!search.isJustCleared());

  async function openFirst() {
    const first = await search.firstResult();
    if (!first || document.activeElement !== field.current) return;
    search.noteLed();
    model.open({ articleId: first.card.id, cardId: first.card.id, terms: first.matchedTerms });
  }

  return (
    <search
      class="search-place"
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        search.leaveBox();
        setInUse(false);
      }}
    >
      <div class="search-box">
        <Search class="search-icon" size={15} aria-hidden="true" />
        <input
          ref={field}
          class="search-field"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellcheck={false}
          data-action="search"
          aria-label={text.search.label}
          aria-keyshortcuts="/"
          placeholder={text.search.placeholder}
          value={search.text}
          onFocus={offerShelf}
          onClick={() => setInUse(true)}
          onInput={(event) => {
            search.leaveBox();
            setInUse(false);
            search.setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === "Enter") void openFirst();
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            document
              .querySelector<HTMLElement>("[data-card] [data-action=open], [data-row] [data-action=open]")
              ?.focus();
          }}
        />
        {isEmpty ? (
          <kbd class="search-key">/</kbd>
        ) : (
          <button
            type="button"
            class="icon-button"
            aria-label={text.search.clear}
            title={text.search.clear}
            onClick={() => {
              search.clear();
              field.current?.focus();
            }}
          >
            <X size={15} aria-hidden="true" />
          </button>
        )}
      </div>
      {isShelfOpen && <BoxShelf />}
    </search>
  );
}
