/** What the panel does not need for its first picture. */
import type { ComponentType } from "preact";
import { type LazyView, lazyView } from "../lazy-view";

/** With the styles that only such views need, which come once for all of them. */
function later<Props extends object>(fetchView: () => Promise<ComponentType<Props>>): LazyView<Props> {
  return lazyView(async () => {
    const [view] = await Promise.all([fetchView(), import("../styles/later.css")]);
    return view;
  });
}

export const ArticleView = later(async () => (await import("../article/ArticleView")).ArticleView);
export const NoticeCards = later(async () => (await import("../notices/NoticeCards")).NoticeCards);
export const NoticesPage = later(async () => (await import("../notices/NoticesPage")).NoticesPage);
export const SituationBlocks = later(async () => (await import("../situations/SituationBlocks")).SituationBlocks);
export const SearchResults = later(async () => (await import("../search/SearchResults")).SearchResults);
export const ShelfLists = later(async () => (await import("../start/ShelfLists")).ShelfLists);
export const NewsPage = later(async () => (await import("../news/NewsPage")).NewsPage);
export const MyFlagsPage = later(async () => (await import("../flags/MyFlagsPage")).MyFlagsPage);
export const CapturePage = later(async () => (await import("../capture/CapturePage")).CapturePage);
export const GapForm = later(async () => (await import("../gap/GapForm")).GapForm);
export const FirstSteps = later(async () => (await import("../first-run/FirstSteps")).FirstSteps);
export const UpdateLine = later(async () => (await import("../first-run/UpdateLine")).UpdateLine);
export const FlagExplanation = later(async () => (await import("../flags/FlagExplanation")).FlagExplanation);
export const HealthDetails = later(async () => (await import("../health/HealthDetails")).HealthDetails);
export const KeyHelp = later(async () => (await import("./KeyHelp")).KeyHelp);

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
  FlagExplanation,
  HealthDetails,
  KeyHelp,
];

/** Fetches all of it, so that each opens at once later. Rejects when a part cannot be fetched. */
export async function loadLazyViews(): Promise<void> {
  await Promise.all(ALL.map((view) => view.load()));
}
