import type { SyncProblem } from "../../../lib/worker/protocol";
import { NOW_MS } from "../../components/support";
import { EMPTY, FOUND, library, type Scene } from "../scene";

function problem(kind: SyncProblem["kind"], articleCount: number): Scene {
  const retryAtMs = kind === "serverError" || kind === "rateLimited" ? NOW_MS + 5 * 60_000 : null;
  const freshAtMs = articleCount === 0 ? null : NOW_MS - 20 * 60_000;
  return {
    library: library(articleCount === 0 ? EMPTY : FOUND, { problem: { kind, retryAtMs }, articleCount, freshAtMs }),
  };
}

export const syncStateScenes: Record<string, Scene> = {
  libraryEmpty: { library: library(EMPTY, { articleCount: 0 }) },
  offline: problem("offline", 120),
  offlineEmpty: problem("offline", 0),
  unauthorized: problem("unauthorized", 120),
  unauthorizedEmpty: problem("unauthorized", 0),
  forbidden: problem("forbidden", 0),
  clientTooOld: problem("clientTooOld", 120),
  clientTooOldEmpty: problem("clientTooOld", 0),
  notOurApi: problem("notOurApi", 0),
  serverError: problem("serverError", 120),
  serverErrorEmpty: problem("serverError", 0),
  badAnswer: problem("badAnswer", 120),
  rateLimited: problem("rateLimited", 120),
  storageFull: problem("storageFull", 120),
  unsent: {
    library: library(FOUND, {
      queued: { flags: 2, acknowledgements: 0, gaps: 0, drafts: 1 },
      troubles: (["flags", "drafts"] as const).map((kind) => ({ kind, retryAtMs: NOW_MS, isLasting: true })),
    }),
  },
  libraryNewer: problem("libraryNewer", 0),
};
