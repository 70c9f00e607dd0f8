import type { ReadonlySignal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { Ticket } from "../../lib/ticket";
import type { Library, Signal } from "../../lib/worker/protocol";

/** What the agent does with articles beside a ticket; without a ticket in front it says nothing. */
export type Teaching = {
  teach(articleId: string, signal: Signal): void;
  /** The ticket in front as it was read; null when there is none. */
  ticket(): Ticket | null;
};

/** Tells the library what an article was used for. */
export function createTeaching(library: Library, activePage: ReadonlySignal<ActivePage>): Teaching {
  function ticket(): Ticket | null {
    const { report } = activePage.peek();
    return report?.state === "ticket" ? report.ticket : null;
  }
  return {
    ticket,
    teach(articleId, signal) {
      const front = ticket();
      // A lesson lost spoils nothing; the library logs why.
      if (front) library.teach({ ticket: front, articleId, signal }).catch(() => undefined);
    },
  };
}
