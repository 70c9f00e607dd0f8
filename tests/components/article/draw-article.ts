import { vi } from "vitest";
import type { ArticleDetail, Library } from "../../../lib/worker/protocol";
import { click, type DrawAppOptions, drawApp, find } from "../render";
import { createDetail, createFakeLibrary } from "../support";

/** The panel with an article opened from the list, its text on screen. */
export async function drawArticle(
  detail: Partial<ArticleDetail> = {},
  more: DrawAppOptions = {},
  commands: Partial<Library> = {},
) {
  // jsdom draws nothing, so it has nothing to scroll.
  Element.prototype.scrollTo = () => undefined;
  const fake = createFakeLibrary({ readArticle: async () => createDetail(detail), ...commands });
  const drawn = await drawApp({ library: fake.library, nowMs: () => Date.UTC(2026, 10, 21), ...more });
  await click(drawn.root, "[data-action=open]");
  // The sanitiser of a browser without one of its own is loaded when it is needed.
  await vi.waitFor(() => {
    if (find(drawn.root, ".article-body").textContent === "") throw new Error("not shown yet");
  });
  return { ...drawn, ...fake };
}
