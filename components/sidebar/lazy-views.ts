/** What the panel does not need for its first picture. */
import { type LazyView, lazyView } from "../lazy-view";

export const ArticleView = lazyView(async () => (await import("../article/ArticleView")).ArticleView);
export const NoticeCards = lazyView(async () => (await import("../notices/NoticeCards")).NoticeCards);
export const NoticesPage = lazyView(async () => (await import("../notices/NoticesPage")).NoticesPage);
export const SituationBlocks = lazyView(async () => (await import("../situations/SituationBlocks")).SituationBlocks);
export const SearchResults = lazyView(async () => (await import("../search/SearchResults")).SearchResults);
export const ShelfLists = lazyView(async () => (await import("../start/ShelfLists")).ShelfLists);
export const NewsPage = lazyView(async () => (await import("../news/NewsPage")).NewsPage);
export const MyFlagsPage = lazyView(async () => (await import("../flags/MyFlagsPage")).MyFlagsPage);
export const CapturePage = lazyView(async () => (await import("../capture/CapturePage")).CapturePage);
export const GapForm = lazyView(async () => (await import("../gap/GapForm")).GapForm);
export const FirstSteps = lazyView(async () => (await import("../first-run/FirstSteps")).FirstSteps);
export const UpdateLine = lazyView(async () => (await import("../first-run/UpdateLine")).UpdateLine);
export const KeyHelp = lazyView(async () => (await import("./KeyHelp")).KeyHelp);

const ALL: Pick<LazyView<never>, "load">[] = [
  ArticleView,
  SearchResults,
  ShelfLists,
  NoticeCards,
  NoticesPage,
  SituationBlocks,
  NewsPage,
  MyFlagsPage,
  CapturePage,
  GapForm,
  FirstSteps,
  UpdateLine,
  KeyHelp,
];

/** Fetches all of it, so that each opens at once later. Rejects when a part cannot be fetched. */
export async function loadLazyViews(): Promise<void> {
  await Promise.all(ALL.map((view) => view.load()));
}
