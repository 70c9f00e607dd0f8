import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Library, Suggestion } from "../../lib/worker/protocol";

/** `inactive`: the box is empty. `searching` shows until the first answer; later answers replace the list in place. */
type SearchView =
  | { state: "inactive" }
  | { state: "searching" }
  | { state: "answered"; query: string; results: Suggestion[] }
  | { state: "failed" };

export type ArticleSearch = {
  text: ReadonlySignal<string>;
  view: ReadonlySignal<SearchView>;
  setText(text: string): void;
  dispose(): void;
};

/** Time between two keys of a quick typist: shorter waits would search for halves of words. */
export const SEARCH_DELAY_MS = 90;
const RESULT_LIMIT = 20;

type Outcome = { query: string; results: Suggestion[] | null };

/** Searches while the agent types; an answer that comes after a newer question is dropped. */
export function createArticleSearch(library: Library): ArticleSearch {
  const text = signal("");
  const outcome = signal<Outcome | null>(null);
  let latestRequest = 0;
  let delayedSearch: ReturnType<typeof setTimeout> | null = null;

  async function search(): Promise<void> {
    const query = text.peek().trim();
    if (query === "") return;
    const request = ++latestRequest;
    // A library that fails to answer is shown as such; the cause is logged where it arose.
    const results = await library.search({ text: query, limit: RESULT_LIMIT }).catch(() => null);
    if (request === latestRequest) outcome.value = { query, results };
  }

  function cancel(): void {
    if (delayedSearch !== null) clearTimeout(delayedSearch);
    delayedSearch = null;
    latestRequest++;
  }

  function schedule(): void {
    cancel();
    delayedSearch = setTimeout(() => void search(), SEARCH_DELAY_MS);
  }

  const stopListening = library.on("articlesChanged", () => {
    if (text.peek().trim() !== "") schedule();
  });

  return {
    text,
    view: computed(() => viewOf(text.value, outcome.value)),
    setText(next) {
      const isSameQuery = next.trim() === text.peek().trim();
      text.value = next;
      if (isSameQuery) return;
      if (next.trim() !== "") return schedule();
      cancel();
      outcome.value = null;
    },
    dispose() {
      cancel();
      stopListening();
    },
  };
}

function viewOf(text: string, outcome: Outcome | null): SearchView {
  if (text.trim() === "") return { state: "inactive" };
  if (outcome === null) return { state: "searching" };
  if (outcome.results === null) return { state: "failed" };
  return { state: "answered", query: outcome.query, results: outcome.results };
}
