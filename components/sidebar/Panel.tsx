import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { ActivePage } from "../../lib/browser/active-page";
import type { SuggestWhen } from "../../lib/contract/suggest-when";
import type { Library } from "../../lib/worker/protocol";
import { createPanelModel, PanelModelContext } from "../state/panel-model";
import type { Place } from "../state/places";
import { useUi } from "../ui";
import { ListView } from "./ListView";
import { ArticleView, CapturePage, KeyHelp, loadLazyViews, MyFlagsPage, NewsPage, NoticesPage } from "./lazy-views";
import { StatusBar } from "./StatusBar";
import { usePanelKeys } from "./use-panel-keys";
import { useReturnFocus } from "./use-return-focus";

type PanelProps = {
  library: Library;
  activePage: ReadonlySignal<ActivePage>;
  suggestWhen: ReadonlySignal<SuggestWhen>;
};

/** The first suggestions come first. */
const LAZY_DELAY_MS = 500;

/** The sidebar for one library: the list or an open article, and the status line under it. */
export function Panel({ library, activePage, suggestWhen }: PanelProps) {
  const { page, copyText, nowMs } = useUi();
  // All come from outside and stay the same; a model made anew would forget what is on screen.
  const model = useMemo(
    () => createPanelModel({ library, activePage, suggestWhen, page, copyText, nowMs }),
    [library, activePage, suggestWhen],
  );
  useEffect(() => () => model.dispose(), [model]);
  useEffect(() => {
    // After the first picture. A part that cannot be fetched now says so when it is opened.
    const timer = setTimeout(() => loadLazyViews().catch(() => undefined), LAZY_DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  const root = useRef<HTMLDivElement>(null);
  const isHelpOpen = useSignal(false);
  usePanelKeys(root, model, isHelpOpen);
  useReturnFocus(root, model);

  const place = model.places.current.value;
  return (
    <PanelModelContext.Provider value={model}>
      <div class="panel" ref={root}>
        {place === null ? <ListView /> : <PlaceView place={place} />}
        <StatusBar onShowKeys={() => (isHelpOpen.value = true)} />
        {isHelpOpen.value && <KeyHelp onClose={() => (isHelpOpen.value = false)} />}
      </div>
    </PanelModelContext.Provider>
  );
}

function PlaceView({ place }: { place: Place }) {
  switch (place.view) {
    case "article":
      return <ArticleView open={place} />;
    case "notices":
      return <NoticesPage />;
    case "news":
      return <NewsPage />;
    case "flags":
      return <MyFlagsPage />;
    case "capture":
      return <CapturePage draftId={place.draftId} />;
  }
}
