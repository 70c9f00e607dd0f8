import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PanelModel } from "../state/panel-model";
import type { Place } from "../state/places";

/**
 * Puts the focus back to where the agent was before a page was opened: on the card or row of an article, on the button of
 * another page; on the search field when that is gone.
 */
export function useReturnFocus(root: RefObject<HTMLElement>, model: PanelModel): void {
  const place = model.places.current.value;
  const before = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const left = before.current;
    before.current = place;
    if (left === null || place?.view === "article") return;
    if (place === null) (origin(root.current, left) ?? searchField(root.current))?.focus();
    else if (left.view === "article") origin(root.current, left)?.focus();
  }, [place, root]);
}

/** What opened a place, as far as it is on screen. */
function origin(root: HTMLElement | null, place: Place): HTMLElement | null {
  if (place.view !== "article") return root?.querySelector<HTMLElement>(`[data-action=${place.view}]`) ?? null;
  const cards = [...(root?.querySelectorAll<HTMLElement>("[data-card], [data-row]") ?? [])];
  const card = cards.find(({ dataset }) => (dataset.card ?? dataset.row) === place.cardId);
  return card?.querySelector<HTMLElement>("[data-action=open]") ?? null;
}

function searchField(root: HTMLElement | null): HTMLElement | null {
  return root?.querySelector<HTMLElement>("[data-action=search]") ?? null;
}
