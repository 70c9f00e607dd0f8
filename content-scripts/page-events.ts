import { WATCHED_ATTRIBUTES } from "./relevance";

export type PageEvents = {
  /** The address may have changed, or the page has come back into view. */
  moved: () => void;
  changed: (changes: MutationRecord[]) => void;
  /** The page goes away, perhaps for good. */
  gone: () => void;
};

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: WATCHED_ATTRIBUTES,
};

/**
 * Tells of moves and changes until the signal aborts. Answers a function that also observes a shadow root, which the
 * page's own observer does not see into; asking twice for the same one is harmless.
 */
export function watchPageEvents(
  document: Document,
  signal: AbortSignal,
  events: PageEvents,
): (shadowRoot: ShadowRoot) => void {
  const window = document.defaultView;
  if (window === null) return () => undefined;
  const listen = (target: EventTarget | undefined, types: string[], run: () => void) => {
    for (const type of types) target?.addEventListener(type, run, { signal });
  };
  // Pages switch tickets by pushState, which only the Navigation API tells of; elsewhere the changes that follow do.
  listen((window as Window & { navigation?: EventTarget }).navigation, ["currententrychange"], events.moved);
  listen(window, ["popstate"], events.moved);
  // A page that goes away is hidden only after it has said so, and must not speak up again then.
  let isGone = false;
  listen(document, ["visibilitychange"], () => {
    if (!isGone) events.moved();
  });
  listen(window, ["pagehide"], () => {
    isGone = true;
    events.gone();
  });
  listen(window, ["pageshow"], () => {
    isGone = false;
    events.moved();
  });

  const observer = new window.MutationObserver(events.changed);
  observer.observe(document, OBSERVED);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  // A property is set without a trace in the tree: the subject as the agent edits it.
  document.addEventListener("change", () => events.changed([]), { capture: true, signal });
  return (shadowRoot) => observer.observe(shadowRoot, OBSERVED);
}
