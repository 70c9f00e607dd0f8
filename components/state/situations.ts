/** Customer situations of the ticket in front, each answer kept with the key of the ticket it was asked for. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { Library } from "../../lib/worker/protocol";
import type { SituationBlock } from "../../lib/worker/protocol/situations";
import { createStill } from "./still";
import type { TicketInFront } from "./ticket-in-front";

export type PanelSituations = {
  blocks: ReadonlySignal<SituationBlock[]>;
  /** Whether a block stands open: as the agent left that situation last, or else as likely as it is. */
  isOpen(block: SituationBlock): boolean;
  setOpen(block: SituationBlock, isOpen: boolean): void;
  /** Name of the open situation an article stands in; null when it stands in none. */
  nameWith(articleId: string): string | null;
  dispose(): void;
};

/** Changes of the library arrive in bursts while it syncs. */
const LIBRARY_CHANGE_DELAY_MS = 300;

/**
 * Asks the library whenever the ticket or the library changes; while the list `isHeld`, what changes waits. `isUnderNotice`: a
 * notice stands above, or was just dealt with.
 */
export function createSituationBlocks(
  library: Library,
  activePage: ReadonlySignal<ActivePage>,
  front: ReadonlySignal<TicketInFront | null>,
  { isUnderNotice, isHeld }: { isUnderNotice: ReadonlySignal<boolean>; isHeld: ReadonlySignal<boolean> },
): PanelSituations {
  const answered = createStill<{ key: string; blocks: SituationBlock[] }>(isHeld);
  // By name, which stays the same from ticket to ticket and from language to language.
  const left = signal<ReadonlyMap<string, boolean>>(new Map());
  let latestRequest = 0;
  let delayedAsk: ReturnType<typeof setTimeout> | null = null;

  const blocks = computed(() => {
    const key = front.value?.key;
    const shown = answered.shown.value;
    return key !== undefined && shown?.key === key ? shown.blocks : [];
  });

  async function ask({ report }: ActivePage, key: string | undefined): Promise<void> {
    const request = ++latestRequest;
    if (report?.state !== "ticket" || key === undefined) return;
    // The suggestions stand without it; the cause is logged where it arose.
    const found = await library.situationsFor({ ticket: report.ticket }).catch(() => null);
    if (request === latestRequest && found) answered.take({ key, blocks: found });
  }

  const stopFollowing = effect(() => void ask(activePage.value, front.value?.key));
  const stopListening = library.on("articlesChanged", () => {
    delayedAsk ??= setTimeout(() => {
      delayedAsk = null;
      void ask(activePage.peek(), front.peek()?.key);
    }, LIBRARY_CHANGE_DELAY_MS);
  });

  // The first one alone stands open by itself, and under a notice none: they would leave no room for the suggestions.
  const isOpen = (block: SituationBlock) =>
    left.value.get(block.name) ?? (block.isLikely && blocks.value[0]?.id === block.id && !isUnderNotice.value);

  return {
    blocks,
    isOpen,
    setOpen({ name }, open) {
      left.value = new Map(left.peek()).set(name, open);
    },
    nameWith(articleId) {
      const holders = blocks.value.filter(({ parts }) => parts.some(({ card }) => card.id === articleId));
      return holders.find(isOpen)?.name ?? null;
    },
    dispose() {
      stopFollowing();
      stopListening();
      answered.dispose();
      if (delayedAsk !== null) clearTimeout(delayedAsk);
      latestRequest++;
    },
  };
}
