import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PageActions } from "../lib/browser/page-actions";
import type { Formats } from "./text/formats";
import type { Text } from "./text/text";

/** What the panel runs in: the extension's version, and the browser as it calls itself (`navigator.userAgent`). */
export type About = { version: string; browser: string };

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
