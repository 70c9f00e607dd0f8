import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { ActivePage } from "../lib/browser/active-page";
import type { Library } from "../lib/worker/protocol";
import { ErrorBoundary } from "./ErrorBoundary";
import { NotConnected } from "./sidebar/NotConnected";
import { Panel } from "./sidebar/Panel";
import "./styles/index.css";
import { createFormats } from "./text/formats";
import { textFor } from "./text/text";
import { type Ui, UiContext } from "./ui";

export type AppProps = {
  /** Null while no sync endpoint is configured. */
  library: ReadonlySignal<Library | null>;
  activePage: ReadonlySignal<ActivePage>;
  /** BCP 47 tag of the interface language. */
  language: string;
  openOptions(): void;
  /** Rejects when the clipboard refuses. */
  copyText(text: string): Promise<void>;
  openUrl(url: string): void;
  nowMs(): number;
};

/** The whole sidebar. */
export function App({ library, activePage, language, openOptions, copyText, openUrl, nowMs }: AppProps) {
  const announced = useSignal("");
  const ui = useMemo<Ui>(() => {
    const announce = (message: string) => {
      announced.value = message;
    };
    const [text, formats] = [textFor(language), createFormats(language)];
    return { text, formats, nowMs, copyText, openUrl, openOptions, announce };
  }, [language, nowMs, copyText, openUrl, openOptions, announced]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const current = library.value;
  return (
    <ErrorBoundary text={ui.text}>
      <UiContext.Provider value={ui}>
        {current ? <Panel key={current} library={current} activePage={activePage} /> : <NotConnected />}
        <div class="visually-hidden" role="status" aria-live="polite">
          {announced}
        </div>
      </UiContext.Provider>
    </ErrorBoundary>
  );
}
