import type { PageReader } from "../lib/contract/page-reader";
import type { Helpdesk } from "../lib/ticket";
import type { Adapter } from "./adapter";
import { createTrial, type TrialNotes } from "./update/trial";
import { type StoredUpdate, updateAdapter } from "./update/update-adapter";
import { type Rules, type Watching, type WatchOptions, watchTicket } from "./watch-ticket";

export type ReaderOptions = Omit<WatchOptions, keyof Rules | "bundled"> & {
  /** The adapter that came with the extension. */
  bundled: Adapter;
  /** The page-reader update at hand; null when there is none or it cannot be had. */
  readUpdate: (helpdesk: Helpdesk) => Promise<StoredUpdate | null>;
  /** Calls back with the update, or null, whenever it has changed, until the signal aborts. */
  onUpdate: (helpdesk: Helpdesk, listener: (update: PageReader | null) => void, signal: AbortSignal) => void;
  trialNotes: TrialNotes;
};

/** A storage that does not answer for so long does not keep the ticket from being read. */
const PATIENCE_MS = 1_000;

/** Watches the page by the bundled adapter with the update at hand worked in, and takes over a changed update. */
export async function startReading(options: ReaderOptions): Promise<void> {
  const { bundled, document, clock, signal, readUpdate, onUpdate, trialNotes } = options;
  const { helpdesk } = bundled;
  const rulesBy = (stored: StoredUpdate | null): Rules => {
    const { adapter } = updateAdapter(bundled, stored?.update ?? null, document, stored?.isUnfinished);
    const isTried = stored !== null && adapter !== bundled;
    return { adapter, trial: isTried ? createTrial(stored.update, trialNotes, clock) : null };
  };
  let watching: Watching | null = null;
  let changed: StoredUpdate | null | undefined;
  const takeOver = (update: PageReader | null) => {
    // Nothing has been read by it here, and elsewhere no earlier than a moment ago.
    changed = update && { update, isUnfinished: false };
    watching?.setRules(rulesBy(changed));
  };
  onUpdate(helpdesk, takeOver, signal);
  const patience = new Promise<null>((giveUp) => {
    clock.after(PATIENCE_MS, () => giveUp(null));
  });
  const stored = await Promise.race([readUpdate(helpdesk).catch(() => null), patience]);
  watching = watchTicket({ ...options, ...rulesBy(changed === undefined ? stored : changed) });
}
