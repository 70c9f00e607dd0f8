import { Search, X } from "lucide-preact";
import { useRef } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** The search field; the arrow key leads from it into the list. */
export function SearchBox() {
  const { text } = useUi();
  const { search } = usePanelModel();
  const field = useRef<HTMLInputElement>(null);
  const isEmpty = search.text.value === "";
  return (
    <search class="search-box">
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
        onInput={(event) => search.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          document.querySelector<HTMLElement>("[data-card] [data-action=open]")?.focus();
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
            search.setText("");
            field.current?.focus();
          }}
        >
          <X size={15} aria-hidden="true" />
        </button>
      )}
    </search>
  );
}
