import { computed, effect, type ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ActivePage } from "../../lib/browser/active-page";
import type { PageActions } from "../../lib/browser/page-actions";
import type { SuggestWhen } from "../../lib/contract/suggest-when";
import type { Library } from "../../lib/worker/protocol";
import { type ArticleSearch, createArticleSearch } from "./article-search";
import { createNoteUse, markOf, type NoteUse } from "./article-uses";
import { createGapReports, type GapReports } from "./gap-reports";
import { createLayers, type Layers } from "./layers";
import { createPanelNews, type PanelNews } from "./news";
import { createNotices, type PanelNotices } from "./notices";
import { createOwnFlags, type OwnFlags } from "./own-flags";
import { createPlaces, type OpenArticle, type Place, type Places } from "./places";
import { createReadingHealth, type ReadingHealth } from "./reading-health";
import { createReplyInsertion, type ReplyInsertion } from "./reply-insertion";
import { createSaid, type Said } from "./said";
import { createShelfAtHand, type ShelfAtHand } from "./shelf";
import { countShown } from "./shown-count";
import { createSituationBlocks, type PanelSituations } from "./situations";
import { createSyncStatus, type SyncStatus } from "./sync-status";
import { createTeaching, type Teaching } from "./teaching";
import { type TicketInFront, ticketInFront } from "./ticket-in-front";
import { createTicketMarks, type TicketMarks } from "./ticket-marks";
import { createTicketSuggestions, type TicketSuggestions } from "./ticket-suggestions";

/** Everything one library's panel shows; made anew when the agent connects to another library. */
export type PanelModel = {
  library: Library;
  activePage: ReadonlySignal<ActivePage>;
  ticket: ReadonlySignal<TicketInFront | null>;
  suggestions: TicketSuggestions;
  search: ArticleSearch;
  shelf: ShelfAtHand;
  news: PanelNews;
  flags: OwnFlags;
  sync: SyncStatus;
  reading: ReadingHealth;
  insertion: ReplyInsertion;
  teaching: Teaching;
  /** What was put into replies on the ticket in front. */
  marks: TicketMarks;
  noteUse: NoteUse;
  gaps: GapReports;
  notices: PanelNotices;
  situations: PanelSituations;
  said: Said;
  layers: Layers;
  places: Places;
  /** The article on screen; null while something else is. */
  openArticle: ReadonlySignal<OpenArticle | null>;
  open(article: OpenArticle): void;
  dispose(): void;
};

type PanelModelParts = {
  library: Library;
  activePage: ReadonlySignal<ActivePage>;
  suggestWhen: ReadonlySignal<SuggestWhen>;
  page: Pick<PageActions, "insert" | "takeBack">;
  copyText(text: string): Promise<void>;
  nowMs(): number;
};

/** Wires the panel's parts. When another ticket comes to the front, the panel turns to it: article and search close. */
export function createPanelModel(parts: PanelModelParts): PanelModel {
  const { library, activePage, suggestWhen, page, copyText, nowMs } = parts;
  const ticket = ticketInFront(activePage);
  const suggestions = createTicketSuggestions(library, activePage, suggestWhen);
  const search = createArticleSearch(library);
  const teaching = createTeaching(library, activePage);
  const notices = createNotices(library, activePage, ticket, suggestions.isAtHand);
  const isUnderNotice = computed(() => notices.view.value.notices.length > 0 || notices.handled.value !== null);
  const situations = createSituationBlocks(library, activePage, ticket, {
    isUnderNotice,
    isHeld: suggestions.isAtHand,
  });
  const shelf = createShelfAtHand(library, ticket, teaching);
  const flags = createOwnFlags(library, teaching.ticket);
  const sync = createSyncStatus(library);
  const reading = createReadingHealth(activePage, ticket);
  const marks = createTicketMarks({ library, ticket, ticketRead: teaching.ticket, nowMs });
  const noteUse = createNoteUse({ library, teaching, marks });
  const insertion = createReplyInsertion({
    ...{ ticket, page, copyText, onUsed: noteUse },
    onTakenBack: ({ key, articleId, signal }) => marks.remove(key, articleId, markOf(signal)),
  });
  const stopCounting = countShown(library, suggestions.view);
  const places = createPlaces();
  const news = createPanelNews(library, places, teaching);
  // Stays while a page without a ticket is in front: an agent who looks something up elsewhere keeps the article.
  let lastTicketKey: string | null = null;

  const stopFollowing = effect(() => {
    const key = ticket.value?.key ?? null;
    if (key === null || key === lastTicketKey) return;
    lastTicketKey = key;
    places.leave();
    search.setText("");
  });

  return {
    library,
    activePage,
    ticket,
    suggestions,
    search,
    shelf,
    news,
    flags,
    sync,
    reading,
    insertion,
    teaching,
    marks,
    noteUse,
    gaps: createGapReports(library),
    notices,
    situations,
    said: createSaid(),
    layers: createLayers(),
    places,
    openArticle: computed(() => articleOf(places.current.value)),
    open: (article) => {
      // Opened out of a list of results: the search has led somewhere.
      if (places.current.peek() === null) search.noteLed();
      places.go({ view: "article", ...article });
      teaching.teach(article.articleId, "opened");
    },
    dispose() {
      stopFollowing();
      stopCounting();
      for (const part of [
        suggestions,
        search,
        shelf,
        news,
        flags,
        sync,
        reading,
        insertion,
        notices,
        situations,
        marks,
      ])
        part.dispose();
    },
  };
}

function articleOf(place: Place | null): OpenArticle | null {
  return place?.view === "article" ? place : null;
}

export const PanelModelContext = createContext<PanelModel | null>(null);

/** The model of the panel a view stands in; throws when the view is drawn outside it. */
export function usePanelModel(): PanelModel {
  const model = useContext(PanelModelContext);
  if (!model) throw new Error("A view was drawn outside the panel");
  return model;
}
