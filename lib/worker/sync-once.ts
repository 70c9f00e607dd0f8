import { runSyncPass } from "../sync/sync-pass";
import { type LibraryAddress, openPlatform } from "./platform";
import type { SyncProblem } from "./protocol";

/**
 * One pass without an index, for a background that has no panel to serve. Open panels hear which rows changed. Answers
 * what stopped the pass, null when all is well.
 */
export async function syncOnce(address: LibraryAddress): Promise<SyncProblem | null> {
  const platform = openPlatform(address);
  try {
    return await runSyncPass({
      ...platform,
      onPhase: () => undefined,
      onPage: ({ put, deleted }) => platform.channel.announce([...put, ...deleted]),
      onFlagsJudged: () => undefined,
    });
  } finally {
    platform.channel.close();
    platform.database.close();
  }
}
