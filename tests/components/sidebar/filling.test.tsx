// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { drawApp, settle } from "../render";
import { createAnswer, createFakeLibrary, createSyncState } from "../support";

const nothing = createAnswer({ status: "nothingFits", suggestions: [], certainty: null });

test("while the first articles come, nothing is said of what the whole knowledge base lacks", async () => {
  const filling = createSyncState({ phase: "pulling", firstSync: { received: 200, total: 1000 } });
  const { library, emit } = createFakeLibrary({ suggest: async () => nothing, sync: async () => filling });
  const { root } = await drawApp({ library });
  await act(() => emit("syncChanged", filling));
  await settle();
  const during = root.textContent;

  await act(() => emit("syncChanged", createSyncState()));
  await settle();

  expect(during).toContain("The first articles are on their way");
  expect(during).not.toContain("No article fits");
  expect(root.textContent).toContain("No article fits");
});
