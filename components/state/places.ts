/** Where the panel is: the list at the bottom, and over it what was opened, the latest on top. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { MatchedTerm } from "../../lib/worker/protocol";

/** The article on screen and the words to mark in it. `cardId` is the card it was opened from, for the way back. */
export type OpenArticle = { articleId: string; cardId: string; terms: MatchedTerm[] };

/** A page over the list. `capture` without a draft begins one from the ticket in front. */
export type Place =
  | ({ view: "article" } & OpenArticle)
  | { view: "notices" }
  | { view: "news" }
  | { view: "flags" }
  | { view: "capture"; draftId: string | null };

export type Places = {
  /** Null: the list. */
  current: ReadonlySignal<Place | null>;
  /** Goes to a place; to the one that is on top already it changes nothing. */
  go(place: Place): void;
  /** Changes what is on top without a step for the way back. */
  replace(place: Place): void;
  /** One step back; false when the list was on screen already. */
  back(): boolean;
  /** Straight to the list. */
  leave(): void;
};

export function createPlaces(): Places {
  const stack = signal<readonly Place[]>([]);
  return {
    current: computed(() => stack.value.at(-1) ?? null),
    go(place) {
      if (JSON.stringify(stack.peek().at(-1)) !== JSON.stringify(place)) stack.value = [...stack.peek(), place];
    },
    replace(place) {
      stack.value = [...stack.peek().slice(0, -1), place];
    },
    back() {
      if (stack.peek().length === 0) return false;
      stack.value = stack.peek().slice(0, -1);
      return true;
    },
    leave() {
      if (stack.peek().length > 0) stack.value = [];
    },
  };
}
