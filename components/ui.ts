import type { ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { BrowserShell } from "../lib/browser/browser-shell";
import type { PageActions } from "../lib/browser/page-actions";
import type { StartState } from "../lib/worker/start-state";
import type { Formats } from "./text/formats";
import type { Text } from "./text/text";

/** What the panel runs in: the extension's version, and the browser as it calls itself (`navigator.userAgent`). */
export type About = { version: string; browser: string };

/** The first steps in the panel, and what an update changed: what is said, and how it ends. */
export type StartActions = {
  state: ReadonlySignal<StartState>;
  /** For good, whatever of them is done. */
  endSteps(): void;
  dismissUpdate(): void;
};

/** What every view of the sidebar may use of the world outside it. */
export type Ui = {
  text: Text;
  formats: Formats;
  nowMs(): number;
  copyText(text: string): Promise<void>;
  openUrl(url: string): void;
  openOptions(): void;
  page: PageActions;
  about: About;
  start: StartActions;
  shell: BrowserShell;
  /** Pictures inside articles are shown. */
  showsImages: boolean;
  /** Says something to screen readers, politely. */
  announce(message: string): void;
};

export const UiContext = createContext<Ui | null>(null);

/** The surroundings of a view; throws when the view is drawn outside `App`. */
export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error("A view was drawn outside the app");
  return ui;
}
