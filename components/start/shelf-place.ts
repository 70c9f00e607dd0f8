import type { PanelModel } from "../state/panel-model";

/**
 * Where the shelf is in the list: `none` while the ticket is being read or nothing is at hand to be read, `folded` under
 * suggestions, `unfolded` when there is nothing else, or when the agent opened it.
 */
export function shelfPlace({ suggestions, shelf }: Pick<PanelModel, "suggestions" | "shelf">): ShelfPlace {
  const view = suggestions.view.value;
  if (view.state === "noAccess" || view.state === "waiting") return "none";
  if (view.state === "answered" && view.answer.status === "libraryEmpty") return "none";
  const isBesideSuggestions = view.state === "answered" && view.answer.status === "found";
  return (shelf.isOpen.value ?? !isBesideSuggestions) ? "unfolded" : "folded";
}

type ShelfPlace = "none" | "folded" | "unfolded";

/** Whether the shelf lies open in the list. */
export function isShelfUnfolded(model: Pick<PanelModel, "suggestions" | "shelf">): boolean {
  return shelfPlace(model) === "unfolded";
}
