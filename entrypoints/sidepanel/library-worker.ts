/** The library's worker: opened by the first message, which says which library it is. */
import { openLibrary } from "../../lib/worker/open-library";
import { announcePanel } from "../../lib/worker/panel-presence";
import type { LibraryAddress } from "../../lib/worker/platform";
import { startSyncSchedule } from "../../lib/worker/sync-schedule";
import { serveLibrary } from "../../lib/worker/transport";

announcePanel();

self.addEventListener(
  "message",
  ({ data: address }: MessageEvent<LibraryAddress>) => {
    const library = openLibrary(address);
    serveLibrary(self, library, (command, error) => console.error(`Souffleur: ${command}`, error));
    const timers = {
      after(delayMs: number, callback: () => void) {
        const timer = setTimeout(callback, delayMs);
        return () => clearTimeout(timer);
      },
    };
    const schedule = startSyncSchedule(library, Date.now, timers, (error) => console.error("Souffleur: sync", error));
    self.addEventListener("online", () => schedule.wake());
  },
  { once: true },
);
