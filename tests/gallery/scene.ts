/** What scenes are made of. Each part's scenes stand in `scenes/<part>.ts`; `scenes.ts` gathers them. */
import type { AppProps } from "../../components/App";
import type { OptionsProps } from "../../components/options/OptionsPage";
import type { ActivePage } from "../../lib/browser/active-page";
import type { PageActions } from "../../lib/browser/page-actions";
import type { ArticleDetail, Library, SuggestAnswer, SyncState } from "../../lib/worker/protocol";
import {
  createAnswer,
  createCard,
  createDetail,
  createFakeLibrary,
  createFlag,
  createSyncState,
} from "../components/support";
import { DETAIL, SUGGESTIONS } from "./articles";

/** One state of the sidebar, or of the options page where `options` is given. */
export type Scene = {
  library?: Library | null;
  page?: ActivePage;
  language?: string;
  actions?: Partial<PageActions>;
  copyText?: (text: string) => Promise<void>;
  /** Anything else the sidebar is given. */
  app?: Partial<AppProps>;
  options?: Partial<OptionsProps>;
  /** Brings what was drawn into the state, with clicks and keys. */
  act?(root: HTMLElement): void | Promise<void>;
};

export const FOUND: SuggestAnswer = createAnswer({ suggestions: SUGGESTIONS });
export const UNSURE = createAnswer({ certainty: "maybe", probability: 0.4, suggestions: SUGGESTIONS.slice(0, 3) });
export const EMPTY = createAnswer({ status: "libraryEmpty", suggestions: [], certainty: null, probability: null });
export const NOTHING = createAnswer({ status: "nothingFits", suggestions: [], certainty: null, probability: 0.1 });

/** A library with the gallery's articles; `more` overrides any command. */
export function library(
  answer: SuggestAnswer = FOUND,
  sync: Partial<SyncState> = {},
  more: Partial<Library> = {},
): Library {
  return createFakeLibrary({
    suggest: async () => answer,
    search: async ({ text }) => (text.startsWith("xyz") ? [] : SUGGESTIONS.slice(0, 3)),
    readArticle: async ({ id }) => detailOf(id),
    sync: async () => createSyncState(sync),
    flag: async ({ articleId }) => createFlag({ articleId }),
    ...more,
  }).library;
}

function detailOf(id: string): ArticleDetail {
  const card = SUGGESTIONS.find((suggestion) => suggestion.card.id === id)?.card ?? createCard();
  return id === "refund" ? DETAIL : createDetail({ ...DETAIL, card, otherLanguages: [] });
}

export function press(root: HTMLElement, selector: string): void {
  root.querySelector<HTMLElement>(selector)?.click();
}

/** Types into the search box, or into the field the selector names. */
export function type(root: HTMLElement, text: string, selector = "[data-action=search]"): void {
  const field = root.querySelector<HTMLInputElement>(selector);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Long enough for the fake library's answers to be drawn, and for what waits for the agent to stop typing. */
export const soon = () => new Promise((resolve) => setTimeout(resolve, 250));
