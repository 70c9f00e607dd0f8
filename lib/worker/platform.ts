/** The platform's own parts behind a library: database, network, locks and the channel between contexts. */
import { createApiClient } from "../api/client";
import { openLibraryDatabase } from "../db/library-database";
import type { RunAlone } from "../sync/sync-pass";
import type { ChangedRows } from "./changed-rows";
import type { ChangeChannel, LibraryOptions } from "./create-library";

/** What a worker must be told to reach a library. `clientVersion` is the extension's own version. */
export type LibraryAddress = { libraryId: string; endpoint: string; token: string; clientVersion: string };

/** What the platform gives a library. */
export type Platform = Omit<LibraryOptions, "createId" | "yieldToOthers" | "later">;

function openChannel(libraryId: string): ChangeChannel {
  const channel = new BroadcastChannel(`souffleur-${libraryId}`);
  return {
    announce: (changed) => channel.postMessage(changed),
    listen(listener) {
      channel.addEventListener("message", ({ data: changed }: MessageEvent<ChangedRows>) => listener(changed));
    },
    close: () => channel.close(),
  };
}

function syncLockOf(libraryId: string): string {
  return `souffleur-sync-${libraryId}`;
}

/** Runs work on a library while no pass is under way on it, anywhere in this browser. */
export async function whileNobodySyncs(libraryId: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(syncLockOf(libraryId), work);
}

/** One at a time, browser-wide: whoever finds the lock taken waits for its holder, and is told that nothing ran. */
function runAloneAs(name: string): RunAlone {
  return async (work) => {
    const ran = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
    if (!ran) await navigator.locks.request(name, async () => undefined);
    return ran;
  };
}

/** The parts for one library, in a worker of any kind. */
export function openPlatform({ libraryId, endpoint, token, clientVersion }: LibraryAddress): Platform {
  return {
    database: openLibraryDatabase(libraryId),
    api: createApiClient({ endpoint, token, clientVersion, fetch: (request) => fetch(request) }),
    channel: openChannel(libraryId),
    runAlone: runAloneAs(syncLockOf(libraryId)),
    nowMs: Date.now,
    random: Math.random,
  };
}
