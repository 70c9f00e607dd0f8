import { FOUND, library, press, type Scene } from "../scene";

/** The open article. */
export const readingScenes: Record<string, Scene> = {
  article: { library: library(), act: (root) => press(root, "[data-card=refund] [data-action=open]") },
  articleInternal: { library: library(), act: (root) => press(root, "[data-card=goodwill] [data-action=open]") },
  articleMissing: {
    library: library(FOUND, {}, { readArticle: async () => null }),
    act: (root) => press(root, "[data-action=open]"),
  },
};
