// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FlagState, Library } from "../../../lib/worker/protocol";
import { click, drawApp, find, press, settle } from "../render";
import { createAnswer, createFakeLibrary, createFlag, createSuggestion, DAY_MS, daysAgo, NOW_MS } from "../support";

// jsdom does not scroll.
Element.prototype.scrollTo = () => undefined;

beforeEach(() => vi.useFakeTimers({ now: NOW_MS, toFake: ["setTimeout", "clearTimeout", "setInterval", "Date"] }));
afterEach(() => vi.useRealTimers());

const sent = { state: "sent", undoUntilMs: 0, flaggedAtMs: NOW_MS - 3 * DAY_MS } as const;

function withOutcome(status: "open" | "accepted" | "fixed" | "declined", more: Partial<FlagState> = {}): FlagState {
  const outcome = { status, answer: status === "declined" ? "It is still right." : null, answeredAt: daysAgo(1) };
  return createFlag({ ...sent, outcome, isOutcomeNew: true, ...more });
}

async function drawWith(flags: FlagState[], overrides: Partial<Library> = {}) {
  const fake = createFakeLibrary({ listFlags: async () => flags, ...overrides });
  return { ...fake, ...(await drawApp({ library: fake.library })) };
}

async function drawCard(flag: FlagState) {
  const answer = createAnswer({ suggestions: [createSuggestion({ flag })] });
  return drawWith([flag], { suggest: async () => answer });
}

async function pass(timeMs: number) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(timeMs);
  });
}

test.each([
  ["received and to be looked at", { lookBy: "2026-11-27" }, "Received, somebody looks at it by Nov 27, 2026"],
  ["received, its day gone by", { lookBy: "2026-11-20" }, "Received, not looked at yet"],
  ["sent to a server that names no day", {}, "Sent"],
])("a flag that is %s says so", async (_name, more, wording) => {
  const { root } = await drawCard(createFlag({ ...sent, ...more }));

  expect(find(root, ".flag-state").textContent).toBe(wording);
});

test("a flag that is being worked on says so on the card", async () => {
  const { root } = await drawCard(withOutcome("accepted"));

  expect(find(root, ".flag-state").textContent).toBe("Being worked on");
});

test("a fix is thanked for on the card until it was put away, and the article can be flagged anew", async () => {
  const markOutcomesSeen = vi.fn<Library["markOutcomesSeen"]>(async () => undefined);
  const flag = withOutcome("fixed");
  const answer = createAnswer({ suggestions: [createSuggestion({ flag })] });
  const { root } = await drawWith([flag], { suggest: async () => answer, markOutcomesSeen });
  const thanks = find(root, ".flag-state").textContent;

  await click(root, ".flag-strip button", "Put away");

  expect(thanks).toBe("Fixed, thank you");
  expect(root.querySelector(".flag-strip")).toBeNull();
  expect(markOutcomesSeen).toHaveBeenCalledExactlyOnceWith({ flagIds: ["flag-1"] });
  expect(find(root, "[data-card] [data-action=flag]").getAttribute("aria-pressed")).toBe("false");
  expect(document.activeElement).toBe(find(root, "[data-card] [data-action=flag]"));
});

test("what became of a flag is told once in a line, with the answer, and stays away once put away", async () => {
  const { root, emit } = await drawWith([withOutcome("declined")]);
  const told = find(root, ".outcome-told").textContent;

  await click(root, ".outcome-line button", "Put away");
  emit("flagsChanged", [withOutcome("declined")]);
  await settle();

  expect(told).toContain("Your flag on “Refund a double charge” was declined.");
  expect(told).toContain("It is still right.");
  expect(root.querySelector(".outcome-line")).toBeNull();
});

test("a flag that merely arrived is no news", async () => {
  const { root } = await drawWith([withOutcome("open")]);

  expect(root.querySelector(".outcome-line")).toBeNull();
});

test("an answer that comes while the panel is open is announced", async () => {
  const { root, emit } = await drawWith([]);

  await act(() => emit("flagsChanged", [withOutcome("fixed")]));
  await pass(1000);

  expect(root.querySelector("[role=status]")?.textContent).toContain("led to a fix. Thank you.");
});

test("the key l opens My flags, new answers first, and they count as seen after a moment", async () => {
  const markOutcomesSeen = vi.fn<Library["markOutcomesSeen"]>(async () => undefined);
  const newest = createFlag({ id: "newest", articleTitle: "Newest" });
  const answered = withOutcome("fixed", { id: "answered", articleTitle: "Answered" });
  const { root } = await drawWith([newest, answered], { markOutcomesSeen });

  await press("l");
  const atOnce = markOutcomesSeen.mock.calls.length;
  await pass(1600);

  expect([...root.querySelectorAll(".own-flag .card-open")].map((title) => title.textContent)).toEqual([
    "Answered",
    "Newest",
  ]);
  expect(atOnce).toBe(0);
  expect(markOutcomesSeen).toHaveBeenCalledExactlyOnceWith({ flagIds: ["answered"] });
  expect(find(root, "[data-card=answered] .badge-new").textContent).toBe("New");
});

test("My flags that were left at once are not counted as seen", async () => {
  const markOutcomesSeen = vi.fn<Library["markOutcomesSeen"]>(async () => undefined);
  await drawWith([withOutcome("fixed")], { markOutcomesSeen });

  await press("l");
  await press("Escape");
  await pass(3000);

  expect(markOutcomesSeen).not.toHaveBeenCalled();
});

test("a flag can be taken back in My flags while its time runs", async () => {
  const unflag = vi.fn<Library["unflag"]>(async () => true);
  const { root } = await drawWith([createFlag()], { unflag });
  await press("l");

  await click(root, ".own-flag [data-action=undo]");

  expect(unflag).toHaveBeenCalledExactlyOnceWith({ flagId: "flag-1" });
});

test("a flag taken back in My flags leaves the focus on the next row", async () => {
  const rows = [createFlag({ id: "f1", articleId: "one" }), createFlag({ id: "f2", articleId: "two" })].map((flag) => ({
    ...flag,
    undoUntilMs: Date.now() + 5_000,
  }));
  let left = rows;
  const { library, emit } = createFakeLibrary({
    listFlags: async () => left,
    unflag: async ({ flagId }) => {
      left = left.filter(({ id }) => id !== flagId);
      emit("flagsChanged", left);
      return true;
    },
  });
  const { root } = await drawApp({ library });
  await press("l");
  await settle();

  await click(find(root, "[data-card=f1]"), "[data-action=undo]");

  expect(root.querySelector("[data-card=f1]")).toBeNull();
  expect(document.activeElement).toBe(find(root, "[data-card=f2] [data-action=open]"));
});

test("an agent without flags is told what they are for", async () => {
  const { root } = await drawWith([]);

  await press("l");

  expect(find(root, ".state-title").textContent).toBe("You have not flagged anything yet");
});

test("flags that cannot be read can be asked for again", async () => {
  const listFlags = vi.fn<Library["listFlags"]>();
  listFlags.mockRejectedValueOnce(new Error("closed")).mockResolvedValueOnce([createFlag()]);
  const { root } = await drawWith([], { listFlags });
  await press("l");
  const failed = find(root, ".state-title").textContent;

  await click(root, ".state-message button", "Try again");

  expect(failed).toBe("Your flags could not be read");
  expect(root.querySelector(".own-flag")).not.toBeNull();
});

test("the article of a flag opens, and the way back leads to My flags", async () => {
  const { root } = await drawWith([withOutcome("accepted", { isOutcomeNew: false })]);
  await press("l");

  await click(root, ".own-flag [data-action=open]");
  const isOpen = root.querySelector("[data-article=refund]") !== null;
  await press("Escape");

  expect(isOpen).toBe(true);
  expect(root.querySelector(".own-flags")).not.toBeNull();
});
