/** The search: what was typed, what it is narrowed to, and what was found. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Library, Suggestion } from "../../lib/worker/protocol";
import type { SearchChoices, SearchFilters } from "../../lib/worker/protocol/finding";

/**
 * `inactive`: the box is empty. `searching` shows until the first answer; later answers replace the list in place.
 * `isCurrent`: the results are for what is in the box now.
 */
type SearchView =
  | { state: "inactive" }
  | { state: "searching" }
  | { state: "answered"; query: string; results: Suggestion[]; isCurrent: boolean }
  | { state: "failed" };

export type ArticleSearch = {
  text: ReadonlySignal<string>;
  filters: ReadonlySignal<SearchFilters>;
  /** What can be filtered by; null until the library has said. */
  choices: ReadonlySignal<SearchChoices | null>;
  view: ReadonlySignal<SearchView>;
  /** An empty text takes the filters with it: one that is forgotten would hide what the next search should find. */
  setText(text: string): void;
  setFilters(change: Partial<SearchFilters>): void;
  clearFilters(): void;
  loadChoices(): void;
  /** Empties the box for the agent, who stays in it and has not asked for anything else. */
  clear(): void;
  /** True from `clear` until the box is left. */
  isJustCleared(): boolean;
  leaveBox(): void;
  /** The first result for what is typed now, at once when it is there; null when there is none or something else was typed. */
  firstResult(): Promise<Suggestion | null>;
  /** A result was opened: the search is among the last ones. */
  noteLed(): void;
  dispose(): void;
};

/** Time between two keys of a quick typist: shorter waits would search for halves of words. */
export const SEARCH_DELAY_MS = 90;
/** A query that stands as long was meant: it is counted. */
export const SETTLED_MS = 1_200;
const RESULT_LIMIT = 20;

export const NO_FILTERS: SearchFilters = {
  ...{ language: null, category: null, kind: null, audience: null, isVerified: false },
};

/** How many filters are set. */
export function filterCount(filters: SearchFilters): number {
  return Object.values(filters).filter((value) => value !== null && value !== false).length;
}

type Outcome = { query: string; key: string; results: Suggestion[] | null };

function keyOf(text: string, filters: SearchFilters): string {
  return JSON.stringify([text.trim(), filters]);
}

/** Searches while the agent types; an answer that comes after a newer question is dropped. */
export function createArticleSearch(library: Library): ArticleSearch {
  const text = signal("");
  const filters = signal(NO_FILTERS);
  const choices = signal<SearchChoices | null>(null);
  const outcome = signal<Outcome | null>(null);
  const view = computed(() => viewOf(text.value, keyOf(text.value, filters.value), outcome.value));
  let latestRequest = 0;
  let delayedSearch: ReturnType<typeof setTimeout> | null = null;
  let isJustCleared = false;

  async function search(): Promise<void> {
    const query = text.peek().trim();
    if (query === "") return;
    const key = keyOf(query, filters.peek());
    const narrowed = filterCount(filters.peek()) > 0 ? { filters: filters.peek() } : {};
    const request = ++latestRequest;
    // A library that fails to answer is shown as such; the cause is logged where it arose.
    const results = await library.search({ text: query, limit: RESULT_LIMIT, ...narrowed }).catch(() => null);
    if (request === latestRequest) outcome.value = { query, key, results };
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

  function setFilters(change: Partial<SearchFilters>): void {
    const next = { ...filters.peek(), ...change };
    if (keyOf("", next) === keyOf("", filters.peek())) return;
    filters.value = next;
    if (text.peek().trim() !== "") schedule();
  }

  function setText(next: string): void {
    const isSameQuery = next.trim() === text.peek().trim();
    text.value = next;
    if (isSameQuery) return;
    if (next.trim() !== "") {
      schedule();
      return;
    }
    cancel();
    outcome.value = null;
    filters.value = NO_FILTERS;
  }

  const count = createCount(library, view, filters);
  const stopListening = library.on("articlesChanged", () => {
    if (choices.peek()) loadChoices();
    if (text.peek().trim() !== "") schedule();
  });

  function loadChoices(): void {
    // Without them there is nothing to choose from; opening the filters asks again.
    library.searchChoices().then(
      (next) => {
        choices.value = next;
      },
      () => undefined,
    );
  }

  return {
    ...{ text, filters, choices, view, setText, setFilters, loadChoices },
    clearFilters: () => setFilters(NO_FILTERS),
    clear() {
      setText("");
      isJustCleared = true;
    },
    isJustCleared: () => isJustCleared,
    leaveBox() {
      isJustCleared = false;
    },
    async firstResult() {
      const key = keyOf(text.peek(), filters.peek());
      if (outcome.peek()?.key !== key) {
        cancel();
        await search();
      }
      const answer = outcome.peek();
      return answer?.key === key && keyOf(text.peek(), filters.peek()) === key ? (answer.results?.[0] ?? null) : null;
    },
    noteLed() {
      const searched = text.peek().trim();
      if (searched === "") return;
      count.settle();
      if (mayNameSomebody(searched)) return;
      // A search that is not remembered can be typed again.
      library.noteSearched({ text: searched }).catch(() => undefined);
    },
    dispose() {
      cancel();
      count.dispose();
      stopListening();
    },
  };
}

/** An address, or so many digits that they may be somebody's number, is not kept for others to read on the shelf. */
function mayNameSomebody(searched: string): boolean {
  return searched.includes("@") || (searched.match(/\p{Nd}/gu)?.length ?? 0) >= 5;
}

function viewOf(text: string, key: string, outcome: Outcome | null): SearchView {
  if (text.trim() === "") return { state: "inactive" };
  if (outcome === null) return { state: "searching" };
  if (outcome.results === null) return { state: "failed" };
  return { state: "answered", query: outcome.query, results: outcome.results, isCurrent: outcome.key === key };
}

/** Counts each query once when it has settled; halves of words and what filters hide are no searches without result. */
function createCount(
  library: Library,
  view: ReadonlySignal<SearchView>,
  filters: ReadonlySignal<SearchFilters>,
): { settle(): void; dispose(): void } {
  let counted: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }
  function settle(): void {
    stopTimer();
    const shown = view.peek();
    if (shown.state !== "answered" || !shown.isCurrent || counted === shown.query.toLowerCase()) return;
    counted = shown.query.toLowerCase();
    const isEmpty = shown.results.length === 0 && filterCount(filters.peek()) === 0;
    for (const type of isEmpty ? (["searched", "searchedWithoutResult"] as const) : (["searched"] as const)) {
      library.countUsage({ type }).catch(() => undefined);
    }
  }
  const stopFollowing = effect(() => {
    const shown = view.value;
    stopTimer();
    if (shown.state === "inactive") counted = null;
    if (shown.state === "answered" && shown.isCurrent) timer = setTimeout(settle, SETTLED_MS);
  });
  return {
    settle,
    dispose() {
      stopTimer();
      stopFollowing();
    },
  };
}
