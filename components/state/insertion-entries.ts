/**
 * How each insertion stands, kept with the key of the ticket it was asked for and shown beside that ticket only, so that an answer
 * that comes late never speaks beside another one.
 */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { InsertEntry } from "./insertion-steps";
import type { TicketInFront } from "./ticket-in-front";

export type InsertionEntries = {
  /** How the last insertion from a place stands, for the ticket in front. */
  of(place: string): InsertEntry | undefined;
  /**
   * False, and nothing is shown, when another ticket has come to the front. What is said newly closes a question still open
   * elsewhere: two that look alike never stand side by side.
   */
  show(key: string, place: string, entry: InsertEntry | null): boolean;
  /** Shows an entry for two seconds, unless something else takes its place. */
  showBriefly(key: string, place: string, entry: InsertEntry): boolean;
  dispose(): void;
};

const SHOWN_BRIEFLY_MS = 2_000;

export function createInsertionEntries(ticket: ReadonlySignal<TicketInFront | null>): InsertionEntries {
  const entries = signal<{ key: string | null; byPlace: ReadonlyMap<string, InsertEntry> }>({
    key: null,
    byPlace: new Map(),
  });
  const timers = new Set<ReturnType<typeof setTimeout>>();

  function show(key: string, place: string, entry: InsertEntry | null): boolean {
    if (ticket.peek()?.key !== key) return false;
    const others = [...entries.peek().byPlace].filter(
      ([other, { shown }]) => other !== place && !(entry && shown.step === "asking"),
    );
    entries.value = { key, byPlace: new Map(entry ? [...others, [place, entry] as const] : others) };
    return true;
  }

  const stopFollowing = effect(() => {
    const key = ticket.value?.key ?? null;
    if (entries.peek().key !== key) entries.value = { key, byPlace: new Map() };
  });

  return {
    of: (place) => (entries.value.key === ticket.value?.key ? entries.value.byPlace.get(place) : undefined),
    show,
    showBriefly(key, place, entry) {
      const isShown = show(key, place, entry);
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (entries.peek().byPlace.get(place) === entry) show(key, place, null);
      }, SHOWN_BRIEFLY_MS);
      timers.add(timer);
      return isShown;
    },
    dispose() {
      stopFollowing();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
