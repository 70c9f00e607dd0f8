/** What is at hand before a search: the agent's pins, what was opened and searched for last, what helped on such tickets. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Library } from "../../lib/worker/protocol";
import type { Shelf } from "../../lib/worker/protocol/finding";
import type { Teaching } from "./teaching";
import type { TicketInFront } from "./ticket-in-front";

export type ShelfAtHand = {
  /** Null until the library has answered. What helped on another ticket than the one in front is never in it. */
  shelf: ReadonlySignal<Shelf | null>;
  /** Whether the agent opened or closed the shelf under suggestions; null: neither, in this session. */
  isOpen: ReadonlySignal<boolean | null>;
  setOpen(isOpen: boolean): void;
  isPinned(articleId: string): boolean;
  /** Pins or unpins; false when as many are pinned as may be. Rejects when it could not be kept. */
  setPinned(articleId: string, isPinned: boolean): Promise<boolean>;
  /** Forgets what was opened and searched for. */
  forgetRecent(): void;
  dispose(): void;
};

type Answer = { ticketKey: string | null; shelf: Shelf };

/** Changes come in bursts while the library syncs; the shelf is read again this often at most. */
const CHANGE_DELAY_MS = 300;

/** Follows the shelf of a library for the ticket in front. */
export function createShelfAtHand(
  library: Library,
  ticket: ReadonlySignal<TicketInFront | null>,
  teaching: Pick<Teaching, "ticket">,
): ShelfAtHand {
  const answer = signal<Answer | null>(null);
  const wishes = signal<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = signal<boolean | null>(null);
  let latestRequest = 0;
  let delayed: ReturnType<typeof setTimeout> | null = null;

  async function read(): Promise<void> {
    const request = ++latestRequest;
    const ticketKey = ticket.peek()?.key ?? null;
    // Without an answer what was at hand stays; the library logs why.
    const shelf = await library.readShelf({ ticket: teaching.ticket() }).catch(() => null);
    if (request !== latestRequest || shelf === null) return;
    answer.value = { ticketKey, shelf };
    wishes.value = new Map();
  }

  const stopFollowing = effect(() => {
    void ticket.value?.key;
    void read();
  });
  const stopListening = [
    library.on("shelfChanged", () => void read()),
    library.on("articlesChanged", () => {
      delayed ??= setTimeout(() => {
        delayed = null;
        void read();
      }, CHANGE_DELAY_MS);
    }),
  ];

  const pinnedIds = computed(() => new Set(answer.value?.shelf.pinned.map(({ id }) => id)));

  return {
    shelf: computed(() => {
      if (answer.value === null) return null;
      const isForTicket = answer.value.ticketKey === (ticket.value?.key ?? null);
      return isForTicket ? answer.value.shelf : { ...answer.value.shelf, similar: [] };
    }),
    isOpen,
    setOpen: (next) => {
      isOpen.value = next;
    },
    isPinned: (articleId) => wishes.value.get(articleId) ?? pinnedIds.value.has(articleId),
    async setPinned(articleId, isPinned) {
      const withWish = (wish: boolean) => {
        wishes.value = new Map(wishes.peek()).set(articleId, wish);
      };
      withWish(isPinned);
      const isDone = await library.pinArticle({ articleId, isPinned }).catch((error: unknown) => {
        withWish(!isPinned);
        throw error;
      });
      if (!isDone) withWish(!isPinned);
      return isDone;
    },
    forgetRecent() {
      // What could not be forgotten is still on screen.
      library.forgetRecent().catch(() => undefined);
    },
    dispose() {
      stopFollowing();
      for (const stop of stopListening) stop();
      if (delayed !== null) clearTimeout(delayed);
      latestRequest++;
    },
  };
}
