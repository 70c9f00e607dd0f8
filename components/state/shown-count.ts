/** Counts, for the team's figures, what is shown beside tickets: each article once for each ticket while the panel lives. */
import { effect, type ReadonlySignal } from "@preact/signals";
import type { Library } from "../../lib/worker/protocol";
import { MAX_SUGGESTIONS } from "./held-answer";
import type { TicketView } from "./ticket-suggestions";

/** What is replaced sooner was hardly seen: a guess from the subject, or a ticket passed by. */
export const SHOWN_AFTER_MS = 1_500;

/** Begins to count; the answer ends it. */
export function countShown(library: Pick<Library, "countUsage">, view: ReadonlySignal<TicketView>): () => void {
  const counted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function count({ key, answer }: Extract<TicketView, { state: "answered" }>): void {
    const uses =
      answer.status === "nothingFits"
        ? [{ type: "nothingFits" as const }]
        : answer.suggestions
            .slice(0, MAX_SUGGESTIONS)
            .map(({ card }) => ({ type: "shown" as const, articleId: card.id }));
    for (const use of uses) {
      const name = JSON.stringify([key, use]);
      if (counted.has(name)) continue;
      counted.add(name);
      library.countUsage(use).catch(() => undefined);
    }
  }

  const stop = effect(() => {
    const now = view.value;
    clearTimeout(timer);
    if (now.state === "answered") timer = setTimeout(() => count(now), SHOWN_AFTER_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
