import type { PageReader } from "../lib/contract/page-reader";
import type { Helpdesk } from "../lib/ticket";
import type { Adapter } from "./adapter";
import { updateAdapter } from "./update/update-adapter";
import { type Watching, type WatchOptions, watchTicket } from "./watch-ticket";

export type ReaderOptions = Omit<WatchOptions, "adapter"> & {
  /** The adapter that came with the extension. */
  bundled: Adapter;
  /** The page-reader update at hand; null when there is none or it cannot be had. */
  readUpdate: (helpdesk: Helpdesk) => Promise<PageReader | null>;
  /** Calls back with the update, or null, whenever it has changed. */
  onUpdate: (helpdesk: Helpdesk, listener: (update: PageReader | null) => void) => void;
};

/** A storage that does not answer for so long does not keep the ticket from being read. */
const PATIENCE_MS = 1_000;

/** Watches the page by the bundled adapter with the update at hand worked in, and takes over a changed update. */
export async function startReading(options: ReaderOptions): Promise<void> {
  const { bundled, document, clock, readUpdate, onUpdate } = options;
  const { helpdesk } = bundled;
  const adapterWith = (update: PageReader | null) => updateAdapter(bundled, update, document).adapter;
  let watching: Watching | null = null;
  let changed: PageReader | null | undefined;
  onUpdate(helpdesk, (update) => {
    changed = update;
    watching?.setAdapter(adapterWith(update));
  });
  const patience = new Promise<null>((giveUp) => {
    clock.after(PATIENCE_MS, () => giveUp(null));
  });
  const stored = await Promise.race([readUpdate(helpdesk).catch(() => null), patience]);
  watching = watchTicket({ ...options, adapter: adapterWith(changed === undefined ? stored : changed) });
}
