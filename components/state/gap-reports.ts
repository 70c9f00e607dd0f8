import { signal } from "@preact/signals";
import type { Library } from "../../lib/worker/protocol";
import type { GapProposal, GapState } from "../../lib/worker/protocol/outbox";

/** What no article covers: a ticket's need, or a search's. `key` tells needs apart while the panel lives. */
export type Need = { key: string; kind: "ticket" | "search"; customer: Parameters<Library["proposeGap"]>[0]["ticket"] };

/** How far the report of a need is. A need that was taken back can be reported again. */
export type GapProgress = { step: "open" } | { step: "reported"; gap: GapState; isTooLate: boolean };

export type GapReports = {
  /** Null while nothing was begun. */
  of(need: Need): GapProgress | null;
  open(need: Need): void;
  close(need: Need): void;
  /** Words that may be let go; none when the library cannot propose any. */
  propose(need: Need): Promise<GapProposal>;
  /** False when it could not be saved; the form stays open. */
  send(need: Need, proposal: GapProposal): Promise<boolean>;
  /** False when it was too late. */
  undo(need: Need): Promise<boolean>;
};

/** Reports of gaps, each need once. */
export function createGapReports(library: Library): GapReports {
  const progress = signal<ReadonlyMap<string, GapProgress>>(new Map());

  function set({ key }: Need, next: GapProgress | null): void {
    const all = new Map(progress.peek());
    if (next) all.set(key, next);
    else all.delete(key);
    progress.value = all;
  }

  return {
    of: ({ key }) => progress.value.get(key) ?? null,
    open: (need) => set(need, { step: "open" }),
    close: (need) => set(need, null),
    // The agent can still write words of their own.
    propose: ({ customer }) => library.proposeGap({ ticket: customer }).catch(() => ({ terms: [], language: null })),
    async send(need, proposal) {
      // The agent is told that it was not saved, and may press again.
      const gap = await library.reportGap(proposal).catch(() => null);
      if (gap) set(need, { step: "reported", gap, isTooLate: false });
      return gap !== null;
    },
    async undo(need) {
      const now = progress.peek().get(need.key);
      if (now?.step !== "reported") return false;
      const isUndone = await library.undoGap({ gapId: now.gap.id }).catch(() => false);
      set(need, isUndone ? null : { ...now, isTooLate: true });
      return isUndone;
    },
  };
}

/** The need of the ticket in front. */
export function ticketNeed(key: string, { subject, messages, fields }: Need["customer"]): Need {
  return { key: `ticket ${key}`, kind: "ticket", customer: { subject, messages, fields } };
}

/** The need behind a search; the same words in another order of capitals and spaces are the same need. */
export function searchNeed(query: string): Need {
  const key = query.trim().toLowerCase().replace(/\s+/g, " ");
  return { key: `search ${key}`, kind: "search", customer: { subject: query, messages: [], fields: {} } };
}
