import { signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { App, type AppProps } from "../../components/App";
import { OptionsPage, type OptionsProps } from "../../components/options/OptionsPage";
import { loadLazyViews } from "../../components/sidebar/lazy-views";
import { loadAllTexts, loadText } from "../../components/text/text";
import type { PageActions } from "../../lib/browser/page-actions";
import type { Library } from "../../lib/worker/protocol";
import { createActivePage, createFakeLibrary } from "./support";
import { createHosts, createPageActions, createShell, createStart, createStoredOptions } from "./surroundings";

let drawn: HTMLElement | null = null;

/** Draws a view into a fresh page, with what it asks for at once already answered. */
async function draw(view: ComponentChild) {
  // A view that an earlier test left would still hear the keys.
  if (drawn) render(null, drawn);
  document.body.replaceChildren();
  const root = document.createElement("div");
  document.body.append(root);
  drawn = root;
  await Promise.all([loadLazyViews(), loadAllTexts()]);
  await act(() => render(view, root));
  await settle();
  return {
    root,
    unmount: () => act(() => render(null, root)),
  };
}

/** Lets answered promises reach the screen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(() => Promise.resolve());
}

/** Draws the sidebar; a test gives only what it is about. */
export async function drawApp(options: DrawAppOptions = {}) {
  const { library = createFakeLibrary().library, language = "en", page = {}, ...more } = options;
  const libraryInUse = signal<Library | null>(library);
  const props: AppProps = {
    library: libraryInUse,
    activePage: createActivePage(),
    words: signal(await loadText([language])),
    suggestWhen: signal("balanced"),
    page: createPageActions(page),
    about: { version: "0.1.0", browser: "Mozilla/5.0 (X11; Linux x86_64)" },
    start: createStart(),
    shell: createShell(),
    openOptions: () => undefined,
    copyText: async () => undefined,
    openUrl: () => undefined,
    nowMs: () => Date.now(),
    ...more,
  };
  return { ...(await draw(<App {...props} />)), libraryInUse };
}

export type DrawAppOptions = Partial<Omit<AppProps, "library" | "words" | "page">> & {
  library?: Library | null;
  language?: string;
  page?: Partial<PageActions>;
};

/** Draws the options page; a test gives only what it is about. */
export async function drawOptions(more: Partial<OptionsProps> = {}, language = "en") {
  const props: OptionsProps = {
    words: await loadText([language]),
    load: async () => createStoredOptions(),
    check: async () => ({ outcome: "unreachable" }),
    save: async () => undefined,
    discardLibrary: async () => undefined,
    repairSettings: async () => undefined,
    reopenFirstRun: async () => undefined,
    setLanguage: async () => undefined,
    setReadByApi: async () => undefined,
    setSuggestWhen: async () => undefined,
    setShareLearning: async () => undefined,
    lastLessons: async () => [],
    forgetLearned: async () => undefined,
    hosts: createHosts(),
    ...more,
  };
  return draw(<OptionsPage {...props} />);
}

/** The one element, by selector or by its visible or spoken name; throws when there is none. */
export function find(root: ParentNode, selector: string, name?: string): HTMLElement {
  const match = [...root.querySelectorAll<HTMLElement>(selector)].find(
    (element) => name === undefined || nameOf(element) === name,
  );
  if (!match) throw new Error(`No ${selector} named ${name ?? "anything"} in: ${root.textContent}`);
  return match;
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
}

/** Clicks and waits until the screen stands still. */
export async function click(root: ParentNode, selector: string, name?: string): Promise<void> {
  const target = find(root, selector, name);
  await act(() => target.click());
  await settle();
}

/** Types a text into a field. */
export async function typeInto(field: HTMLElement, text: string): Promise<void> {
  if (!(field instanceof HTMLInputElement)) throw new Error("Not a text field");
  await act(() => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}

/** Presses a key where the focus is. */
export async function press(key: string): Promise<void> {
  const target = document.activeElement ?? document.body;
  await act(() => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
  await settle();
}
