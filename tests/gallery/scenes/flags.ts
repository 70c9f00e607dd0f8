import { createAnswer, createFlag } from "../../components/support";
import { SUGGESTIONS } from "../articles";
import { FOUND, library, press, type Scene } from "../scene";

const refused = createFlag({
  reason: "outdated",
  state: "refused",
  detail: "the article no longer exists",
  undoUntilMs: 0,
});
const withRefusedFlag = createAnswer({
  suggestions: SUGGESTIONS.map((suggestion, at) =>
    at === 0 ? { ...suggestion, card: { ...suggestion.card, flag: refused } } : suggestion,
  ),
});

export const flagScenes: Record<string, Scene> = {
  flagging: { library: library(), act: (root) => press(root, "[data-action=flag]") },
  flagRefused: { library: library(withRefusedFlag) },
  queuedFlags: {
    library: library(FOUND, {
      queued: { flags: 2, acknowledgements: 0, gaps: 0, drafts: 0 },
      problem: { kind: "offline", retryAtMs: null },
    }),
  },
};
