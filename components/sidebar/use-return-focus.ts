import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PanelModel } from "../state/panel-model";
import type { Place } from "../state/places";

/**
 * Puts the focus back to where the agent was before a page was opened: on the card or row of an article, on the button of
 * another page, or on the card the focus was on last. Without any of them the list itself gets it, where letters are keys: in the
 * search field they would be typed.
 */
export function useReturnFocus(root: RefObject<HTMLElement>, model: PanelModel): void {
  const place = model.places.current.value;
  const before = useRef<Place | null>(null);
  const lastCard = useLastCard(root);
  useLayoutEffect(() => {
    const left = before.current;
    before.current = place;
    if (left === null || place?.view === "article") return;
    if (place === null)
      (origin(root.current, left) ?? openButton(root.current, lastCard.current) ?? list(root.current))?.focus();
    else if (left.view === "article") origin(root.current, left)?.focus();
  }, [place, root]);
}

/** What opened a place, as far as it is on screen. */
function origin(root: HTMLElement | null, place: Place): HTMLElement | null {
  if (place.view !== "article") return root?.querySelector<HTMLElement>(`[data-action=${place.view}]`) ?? null;
  return openButton(root, place.cardId);
}

function openButton(root: HTMLElement | null, cardId: string | null): HTMLElement | null {
  const cards = [...(root?.querySelectorAll<HTMLElement>("[data-card], [data-row]") ?? [])];
  const card = cards.find(({ dataset }) => (dataset.card ?? dataset.row) === cardId);
  return card?.querySelector<HTMLElement>("[data-action=open]") ?? null;
}

/** The card or row that had the focus last: a page may be opened with a key while it has, and have no button. */
function useLastCard(root: RefObject<HTMLElement>): RefObject<string> {
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    const panel = root.current;
    const note = ({ target }: FocusEvent) => {
      const card = target instanceof Element ? target.closest<HTMLElement>("[data-card], [data-row]") : null;
      if (card) last.current = card.dataset.card ?? card.dataset.row ?? null;
    };
    panel?.addEventListener("focusin", note);
    return () => panel?.removeEventListener("focusin", note);
  }, [root]);
  return last;
}

function list(root: HTMLElement | null): HTMLElement | null {
  return root?.querySelector<HTMLElement>(".panel-main") ?? null;
}
