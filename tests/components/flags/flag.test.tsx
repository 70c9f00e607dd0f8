// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Library } from "../../../lib/worker/protocol";
import { click, drawApp, find, settle, typeInto } from "../render";
import { createAnswer, createFakeLibrary, createFlag, createSuggestion, NOW_MS } from "../support";

beforeEach(() => vi.useFakeTimers({ now: NOW_MS }));
afterEach(() => vi.useRealTimers());

async function drawWithFlag(overrides: Partial<Library> = {}) {
  const fake = createFakeLibrary(overrides);
  return { ...fake, ...(await drawApp({ library: fake.library })) };
}

/** Lets time pass, with what it brings drawn. */
async function pass(timeMs: number) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(timeMs);
  });
}

test("one press flags, without a question first", async () => {
  const flag = vi.fn<Library["flag"]>(async ({ articleId }) => createFlag({ articleId }));
  const { root } = await drawWithFlag({ flag });

  await click(root, "[data-action=flag]");

  expect(flag).toHaveBeenCalledExactlyOnceWith({
    articleId: "refund",
    ticket: expect.objectContaining({ id: "4711" }),
  });
  expect(find(root, ".flag-summary").textContent).toContain("Flagged");
});

test("what came of the press is brought into sight: the time to undo must not pass unseen", async () => {
  const shown: Element[] = [];
  Element.prototype.scrollIntoView = function () {
    shown.push(this);
  };
  const { root } = await drawWithFlag();
  const before = shown.length;

  await click(root, "[data-action=flag]");

  expect(before).toBe(0);
  expect(shown).toEqual([find(root, ".flag-strip")]);
});

test("undo within its time takes the flag back and returns the focus", async () => {
  const unflag = vi.fn<Library["unflag"]>(async () => true);
  const { root } = await drawWithFlag({ unflag });
  await click(root, "[data-action=flag]");

  await click(root, "[data-action=undo]");

  expect(unflag).toHaveBeenCalledExactlyOnceWith({ flagId: "flag-1" });
  expect(root.querySelector(".flag-strip")).toBeNull();
  expect(document.activeElement).toBe(find(root, "[data-action=flag]"));
});

test("undo counts down and goes when its time is over", async () => {
  const { root } = await drawWithFlag();
  await click(root, "[data-action=flag]");

  await pass(2000);
  const seconds = find(root, ".undo-seconds").textContent;
  await pass(3000);

  expect(seconds).toBe("3");
  expect(root.querySelector("[data-action=undo]")).toBeNull();
  expect(find(root, ".flag-summary").textContent).toContain("Flagged");
});

test("an undo that comes too late says so and keeps the flag", async () => {
  const { root } = await drawWithFlag({ unflag: async () => false });
  await click(root, "[data-action=flag]");

  await click(root, "[data-action=undo]");

  expect(find(root, ".flag-problem").textContent).toContain("Too late to undo");
  expect(root.querySelector(".flag-summary")).not.toBeNull();
});

test("a reason is saved at the press of its chip", async () => {
  const explainFlag = vi.fn<Library["explainFlag"]>(async (request) => createFlag({ reason: request.reason }));
  const { root } = await drawWithFlag({ explainFlag });
  await click(root, "[data-action=flag]");

  await click(root, ".reasons button", "Outdated");

  expect(explainFlag).toHaveBeenCalledExactlyOnceWith({ flagId: "flag-1", reason: "outdated", comment: null });
  expect(find(root, ".reasons button", "Outdated").getAttribute("aria-pressed")).toBe("true");
});

test("a word is saved with the reason given before", async () => {
  const explainFlag = vi.fn<Library["explainFlag"]>(async (request) => createFlag({ ...request }));
  const { root } = await drawWithFlag({ explainFlag });
  await click(root, "[data-action=flag]");
  await click(root, ".reasons button", "Incorrect");

  await typeInto(find(root, ".flag-word input"), " the fee is 12 € ");
  await click(root, ".flag-word button", "Save");

  expect(explainFlag).toHaveBeenLastCalledWith({
    flagId: "flag-1",
    reason: "incorrect",
    comment: "the fee is 12 €",
  });
  expect(root.querySelector(".flag-explanation")).toBeNull();
});

test("a flag that cannot be saved says so and can be pressed again", async () => {
  const flag = vi.fn<Library["flag"]>();
  flag.mockRejectedValueOnce(new Error("disk full")).mockResolvedValueOnce(createFlag());
  const { root } = await drawWithFlag({ flag });
  await click(root, "[data-action=flag]");
  const problem = find(root, ".flag-problem").textContent;

  await click(root, "[data-action=flag]");

  expect(problem).toContain("could not be saved");
  expect(root.querySelector(".flag-problem")).toBeNull();
});

test("the server's word on a refused flag is shown when it comes", async () => {
  const { root, emit } = await drawWithFlag();
  await click(root, "[data-action=flag]");

  await act(() => emit("flagsChanged", [createFlag({ state: "refused", detail: "no such article" })]));
  await settle();

  expect(find(root, ".flag-state").textContent).toBe("Refused by the server: no such article");
});

test("a flag made earlier is shown with where it stands", async () => {
  const flag = createFlag({ state: "sent", reason: "confusing", undoUntilMs: NOW_MS - 1 });
  const answer = createAnswer({ suggestions: [createSuggestion({ flag })] });
  const { root } = await drawWithFlag({ suggest: async () => answer });

  expect(find(root, ".flag-summary").textContent).toBe("FlaggedConfusingSent");
  expect(root.querySelector("[data-action=undo]")).toBeNull();
});

test("a flag taken back stays taken back when an older answer still carries it", async () => {
  const flag = createFlag();
  const answer = createAnswer({ suggestions: [createSuggestion({ flag })] });
  const { root, emit } = await drawWithFlag({ suggest: async () => answer });
  await click(root, "[data-action=undo]");

  emit("articlesChanged", { ids: ["refund"] });
  await pass(1000);

  expect(root.querySelector(".flag-strip")).toBeNull();
});
