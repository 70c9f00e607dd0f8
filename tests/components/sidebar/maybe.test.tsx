// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Certainty, SuggestAnswer } from "../../../lib/worker/protocol";
import { drawApp, find, settle } from "../render";
import { createAnswer, createFakeLibrary, createSuggestion, NOW_MS } from "../support";

beforeEach(() => vi.useFakeTimers({ now: NOW_MS }));
afterEach(() => vi.useRealTimers());

function answerOf(certainty: Certainty | null, ids: string[]): SuggestAnswer {
  return createAnswer({ certainty, suggestions: ids.map((id) => createSuggestion({ id })) });
}

async function drawAnswer(certainty: Certainty | null, ids = ["refund", "goodwill"], language = "en") {
  const { library, emit } = createFakeLibrary({ suggest: async () => answerOf(certainty, ids) });
  return { ...(await drawApp({ library, language })), emit };
}

function said(root: ParentNode): string | null {
  return find(root, "[aria-live=polite]").textContent;
}

test("an answer that may be wrong says so above its cards", async () => {
  const { root } = await drawAnswer("maybe");

  expect(find(root, ".list-heading").textContent).toBe("Maybe one of these");
  expect(root.querySelectorAll("[data-card]")).toHaveLength(2);
  expect(find(root, ".card-list").getAttribute("aria-label")).toBe("Maybe one of these");
});

test("a single card that may be wrong is not called one of several", async () => {
  const { root } = await drawAnswer("maybe", ["refund"]);

  expect(find(root, ".list-heading").textContent).toBe("Maybe this one");
});

test.each(["sure", null] as const)("an answer that is %s has no such line", async (certainty) => {
  const { root } = await drawAnswer(certainty);

  expect(root.querySelector(".list-heading")).toBeNull();
  expect(find(root, ".card-list").getAttribute("aria-label")).toBe("Suggested articles");
});

test("it is said to screen readers once", async () => {
  const { root, emit } = await drawAnswer("maybe");
  const first = said(root);
  const changes = vi.fn();
  new MutationObserver(changes).observe(find(root, "[aria-live=polite]"), {
    childList: true,
    characterData: true,
    subtree: true,
  });

  emit("articlesChanged", { ids: [] });
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1000);
  });
  await settle();

  expect(first).toBe("Not sure: 2 suggestions for ticket 4711");
  expect(changes).not.toHaveBeenCalled();
});

test("it is said in French", async () => {
  const { root } = await drawAnswer("maybe", ["refund", "goodwill"], "fr");

  expect(find(root, ".list-heading").textContent).toBe("Peut-être l’un de ces articles");
  expect(said(root)).toBe("Sans certitude\u00a0: 2 suggestions pour le ticket #4711");
});
