import { SUGGESTIONS } from "../articles";
import { EMPTY, FOUND, library, type Scene } from "../scene";

const firstSync = { phase: "pulling", firstSync: { received: 3200, total: 10_000 }, freshAtMs: null } as const;

export const firstRunScenes: Record<string, Scene> = {
  notConnected: { library: null },
  firstSync: {
    library: library({ ...FOUND, suggestions: SUGGESTIONS.slice(0, 2) }, { ...firstSync, articleCount: 3200 }),
  },
  firstSyncEmpty: { library: library(EMPTY, { ...firstSync, articleCount: 0 }) },
};
