import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { ActivePage } from "../lib/browser/active-page";
import type { BrowserShell } from "../lib/browser/browser-shell";
import type { PageActions } from "../lib/browser/page-actions";
import type { SuggestWhen } from "../lib/contract/suggest-when";
import type { Library } from "../lib/worker/protocol";
import { ErrorBoundary } from "./ErrorBoundary";
import { StartPage } from "./first-run/StartPage";
import { Panel } from "./sidebar/Panel";
import "./styles/index.css";
import { createFormats } from "./text/formats";
import { type InterfaceText, setPageLanguage } from "./text/text";
import { type About, type StartActions, type Ui, UiContext } from "./ui";

export type AppProps = {
  /** Null while no sync endpoint is configured. */
  library: ReadonlySignal<Library | null>;
  activePage: ReadonlySignal<ActivePage>;
  /** The words of the interface. */
  words: ReadonlySignal<InterfaceText>;
  /** How sure the ranking must be before anything is suggested. */
  suggestWhen: ReadonlySignal<SuggestWhen>;
  openOptions(): void;
  /** Rejects when the clipboard refuses. */
  copyText(text: string): Promise<void>;
  openUrl(url: string): void;
  nowMs(): number;
  /** What can be done to the page in front. */
  page: PageActions;
  about: About;
  start: StartActions;
  shell: BrowserShell;
  /** Whether pictures inside articles are shown; not unless told. */
  showsImages?: ReadonlySignal<boolean>;
};

/** The whole sidebar. */
export function App(props: AppProps) {
  const { library, activePage, suggestWhen, openOptions, copyText, openUrl, nowMs, page, about, start, shell } = props;
  const words = props.words.value;
  const showsImages = props.showsImages?.value ?? false;
  const announced = useSignal("");
  const ui = useMemo<Ui>(() => {
    const announce = (message: string) => {
      // The same words again are a change only by a space that nobody hears.
      announced.value = announced.peek() === message ? `${message}\u00a0` : message;
    };
    const [text, formats] = [words.text, createFormats(words.language)];
    return { text, formats, nowMs, copyText, openUrl, openOptions, page, about, start, shell, showsImages, announce };
  }, [words, nowMs, copyText, openUrl, openOptions, page, about, start, shell, showsImages, announced]);
  useEffect(() => {
    setPageLanguage(document, words);
  }, [words]);

  const current = library.value;
  return (
    <ErrorBoundary text={ui.text}>
      <UiContext.Provider value={ui}>
        {current ? (
          <Panel key={current} library={current} activePage={activePage} suggestWhen={suggestWhen} />
        ) : (
          <StartPage />
        )}
        <div class="visually-hidden" role="status" aria-live="polite">
          {announced}
        </div>
      </UiContext.Provider>
    </ErrorBoundary>
  );
}
