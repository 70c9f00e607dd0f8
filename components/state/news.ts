/** What is new for the agent: how much, and while its page is open what it is. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Library } from "../../lib/worker/protocol";
import type { NewsComparison, NewsEntry } from "../../lib/worker/protocol/news";
import type { Places } from "./places";
import type { Teaching } from "./teaching";

/** What was read since the page was opened stays in its place until the page is left. */
export type ShownNews = NewsEntry & { isRead: boolean };

/** `none`: there is nothing to compare any more. */
export type ShownComparison = { state: "loading" | "failed" | "none" } | { state: "read"; comparison: NewsComparison };

export type PanelNews = {
  /** How many articles are news now. */
  count: ReadonlySignal<number>;
  view: ReadonlySignal<{ state: "loading" | "failed" } | { state: "read"; entries: ShownNews[] }>;
  comparisons: ReadonlySignal<ReadonlyMap<string, ShownComparison>>;
  /** Reads the list. */
  load(): void;
  /** Asks what changed in an article; once it is known it stays. */
  compare(articleId: string): Promise<void>;
  /** Rejects when it could not be kept. */
  markAllRead(): Promise<void>;
  dispose(): void;
};

/** Articles that are opened, from wherever, are read; the library also notes them as opened. */
export function createPanelNews(library: Library, places: Places, teaching: Pick<Teaching, "ticket">): PanelNews {
  const count = signal(0);
  const view = signal<PanelNews["view"]["value"]>({ state: "loading" });
  const comparisons = signal<ReadonlyMap<string, ShownComparison>>(new Map());
  let latestRequest = 0;

  function load(): void {
    const request = ++latestRequest;
    library.listNews({ ticket: teaching.ticket() }).then(
      (unread) => {
        if (request === latestRequest) view.value = { state: "read", entries: merge(entriesOf(view.peek()), unread) };
      },
      () => {
        if (request === latestRequest && view.peek().state !== "read") view.value = { state: "failed" };
      },
    );
  }

  function show(articleId: string, shown: ShownComparison): void {
    comparisons.value = new Map(comparisons.peek()).set(articleId, shown);
  }

  async function compare(articleId: string): Promise<void> {
    const known = comparisons.peek().get(articleId)?.state;
    if (known === "read" || known === "loading") return;
    show(articleId, { state: "loading" });
    const comparison = await library.compareNews({ articleId }).catch(() => "failed" as const);
    if (comparison === "failed") show(articleId, { state: "failed" });
    else show(articleId, comparison ? { state: "read", comparison } : { state: "none" });
  }

  async function noteOpened(articleId: string): Promise<void> {
    const entry = entriesOf(view.peek()).find(({ card, isRead }) => card.id === articleId && !isRead);
    // Once it is read nobody can tell any more what changed.
    if (entry?.change === "changed") await compare(articleId);
    await Promise.all([library.noteOpened({ articleId }), library.markNewsRead({ articleIds: [articleId] })]);
  }

  let lastOpened: string | null = null;
  const stopFollowing = effect(() => {
    const place = places.current.value;
    const opened = place?.view === "article" ? place.articleId : null;
    // A note lost spoils nothing: the article stays news.
    if (opened !== null && opened !== lastOpened) noteOpened(opened).catch(() => undefined);
    lastOpened = opened;
    if (place !== null) return;
    latestRequest++;
    view.value = { state: "loading" };
    comparisons.value = new Map();
  });
  const stopListening = library.on("newsChanged", (event) => {
    const hasChanged = event.count !== count.peek();
    count.value = event.count;
    if (hasChanged && view.peek().state === "read") load();
  });

  return {
    ...{ count, view, comparisons, load, compare },
    async markAllRead() {
      await library.markNewsRead({ articleIds: null });
      view.value = { state: "read", entries: entriesOf(view.peek()).map((entry) => ({ ...entry, isRead: true })) };
    },
    dispose() {
      stopFollowing();
      stopListening();
      latestRequest++;
    },
  };
}

function entriesOf(view: PanelNews["view"]["value"]): ShownNews[] {
  return view.state === "read" ? view.entries : [];
}

/** What came meanwhile stands first, the rest stays where it was. */
function merge(shown: ShownNews[], unread: NewsEntry[]): ShownNews[] {
  const byId = new Map(unread.map((entry) => [entry.card.id, entry]));
  const shownIds = new Set(shown.map(({ card }) => card.id));
  return [
    ...unread.filter(({ card }) => !shownIds.has(card.id)).map((entry) => ({ ...entry, isRead: false })),
    ...shown.map((entry) => {
      const still = byId.get(entry.card.id);
      return still ? { ...still, isRead: false } : { ...entry, isRead: true };
    }),
  ];
}
