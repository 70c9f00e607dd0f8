import { type ReadonlySignal, signal } from "@preact/signals";
import type { Library, SyncState } from "../../lib/worker/protocol";

export type SyncStatus = {
  /** Null until the library has said how it stands. */
  state: ReadonlySignal<SyncState | null>;
  /** What the agent asks for: nothing waits out its time. */
  syncNow(): void;
  dispose(): void;
};

/** Follows the library's sync. Opening the panel starts a pass, which also tells how things stand. */
export function createSyncStatus(library: Library): SyncStatus {
  const state = signal<SyncState | null>(null);
  let isDisposed = false;
  const stopListening = library.on("syncChanged", (next) => {
    state.value = next;
  });

  function syncNow(): void {
    library.sync({ isByHand: true }).then(
      (next) => {
        if (!isDisposed) state.value = next;
      },
      // A pass that breaks off says why by `syncChanged`; without that, the last known state still holds.
      () => undefined,
    );
  }

  syncNow();
  return {
    state,
    syncNow,
    dispose() {
      isDisposed = true;
      stopListening();
    },
  };
}
