import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PanelModel } from "../state/panel-model";

/** Puts the focus back on the card an article was opened from; on the search box when that card is gone. */
export function useReturnFocus(root: RefObject<HTMLElement>, model: PanelModel): void {
  const article = model.openArticle.value;
  const openedFrom = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (article) {
      openedFrom.current = article.cardId;
      return;
    }
    if (openedFrom.current === null) return;
    const cards = [...(root.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
    const card = cards.find((candidate) => candidate.dataset.card === openedFrom.current);
    openedFrom.current = null;
    const target = card?.querySelector<HTMLElement>("[data-action=open]") ?? searchBox(root.current);
    target?.focus();
  }, [article, root]);
}

function searchBox(root: HTMLElement | null): HTMLElement | null {
  return root?.querySelector<HTMLElement>("[data-action=search]") ?? null;
}
