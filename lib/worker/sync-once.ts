import { uuidv7 } from "uuidv7";
import { readPosition } from "../db/position";
import { createKindTroubles } from "../sync/kind-troubles";
import { runSyncPass } from "../sync/sync-pass";
import { storedProblem } from "../sync/sync-problem";
import { changedRowsOf, NO_CHANGED_ROWS } from "./changed-rows";
import { type LibraryAddress, openPlatform } from "./platform";
import type { SyncProblem } from "./protocol";

/** A server that asked for time gets it; a network that was away may be back at any moment. */
function mustWait({ kind, retryAtMs }: SyncProblem, nowMs: number): boolean {
  return (kind === "rateLimited" || kind === "serverError") && retryAtMs !== null && retryAtMs > nowMs;
}

/**
 * One pass without an index, for a background that has no panel to serve. Open panels hear which rows changed. Answers
 * what stopped the pass, null when all is well. No pass is run while the server's wish to be left alone holds.
 */
export async function syncOnce(address: LibraryAddress, sharesLearning: boolean): Promise<SyncProblem | null> {
  const platform = openPlatform(address);
  try {
    const known = storedProblem(await readPosition(platform.database));
    if (known && mustWait(known, platform.nowMs())) return known;
    return await runSyncPass({
      ...platform,
      createId: uuidv7,
      // The background remembers none: it may end after each pass, and one try of a kind at each alarm harms nobody.
      troubles: createKindTroubles(platform.random),
      sharesLearning: () => sharesLearning,
      onPhase: () => undefined,
      onPage(page) {
        const changed = changedRowsOf(page);
        if (changed) platform.channel.announce(changed);
      },
      onJudged: () => platform.channel.announce({ ...NO_CHANGED_ROWS, hasChangedOutbox: true }),
    });
  } finally {
    platform.channel.close();
    platform.database.close();
  }
}
