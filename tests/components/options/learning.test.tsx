// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { ShownLesson } from "../../../lib/worker/protocol";
import { click, drawOptions, find, settle } from "../render";
import { createStoredOptions } from "../surroundings";

const CONNECTION = {
  libraryId: "l1",
  endpoint: "https://kb.acme.example",
  token: "t1",
  agentId: "a1",
  agentName: "Ada Moreau",
};

const connected = async () => createStoredOptions({ connection: CONNECTION });

const LESSON: ShownLesson = {
  state: "queued",
  articleId: "refund",
  articleTitle: "Refund a double charge",
  kind: "learn",
  day: "2026-11-21",
  terms: ["charg", "twice"],
};

function checkbox(root: ParentNode): HTMLInputElement {
  const found = find(root, "#share-learning");
  if (!(found instanceof HTMLInputElement)) throw new Error("Not a checkbox");
  return found;
}

async function openList(root: ParentNode): Promise<void> {
  const list = find(root, ".lessons");
  if (!(list instanceof HTMLDetailsElement)) throw new Error("Not a disclosure");
  await act(() => {
    list.open = true;
    list.dispatchEvent(new Event("toggle"));
  });
  await settle();
}

test.each([true, false])("the stored choice %s is shown", async (shareLearning) => {
  const { root } = await drawOptions({ load: async () => createStoredOptions({ shareLearning }) });

  expect(checkbox(root).checked).toBe(shareLearning);
});

test("a choice is saved at once and said", async () => {
  const setShareLearning = vi.fn(async () => undefined);
  const { root } = await drawOptions({ setShareLearning });

  await click(root, "#share-learning");

  expect(setShareLearning).toHaveBeenCalledExactlyOnceWith(false);
  expect(find(root, ".check-title").textContent).toBe("Saved.");
});

test("a choice that cannot be saved goes back", async () => {
  const { root } = await drawOptions({ setShareLearning: () => Promise.reject(new Error("disk full")) });

  await click(root, "#share-learning");

  expect(checkbox(root).checked).toBe(true);
  expect(find(root, ".check-title").textContent).toBe("It could not be saved. Try again.");
});

test.each([true, false])("what the administrator set (%s) holds and cannot be changed", async (shareLearning) => {
  const policy = { ...createStoredOptions().policy, shareLearning };
  const stored = createStoredOptions({ shareLearning: !shareLearning, policy });
  const setShareLearning = vi.fn(async () => undefined);
  const { root } = await drawOptions({ load: async () => stored, setShareLearning });

  await act(() => checkbox(root).click());
  await settle();

  expect(checkbox(root).checked).toBe(shareLearning);
  expect(find(root, ".by-policy").textContent).toBe("Set by your administrator");
  expect(setShareLearning).not.toHaveBeenCalled();
});

test("the checkbox has a label and an explanation", async () => {
  const { root } = await drawOptions();

  expect(checkbox(root).labels?.[0]?.textContent).toBe("Share these words with your team");
  expect(document.getElementById(checkbox(root).getAttribute("aria-describedby") ?? "")?.textContent).toContain(
    "go to the sync address",
  );
});

test("the list shows word for word what is sent, with what became of it", async () => {
  const flagged: ShownLesson = { ...LESSON, state: "sent", articleTitle: null, kind: "unlearn" };
  const { root } = await drawOptions({ load: connected, lastLessons: async () => [LESSON, flagged] });

  await openList(root);

  const shown = [...root.querySelectorAll(".lesson")].map((lesson) => lesson.textContent);
  expect(shown).toEqual([
    "Refund a double charge2026-11-21 · the article was used · waitingcharg · twice",
    "refund2026-11-21 · the article was flagged · sentcharg · twice",
  ]);
});

test("nothing is read before the list is asked for", async () => {
  const lastLessons = vi.fn(async () => []);

  await drawOptions({ load: connected, lastLessons });

  expect(lastLessons).not.toHaveBeenCalled();
});

test("an empty list says so", async () => {
  const { root } = await drawOptions({ load: connected });

  await openList(root);

  expect(find(root, ".lessons p").textContent).toContain("Nothing is waiting");
});

test("a list that cannot be read says so", async () => {
  const { root } = await drawOptions({ load: connected, lastLessons: () => Promise.reject(new Error("disk")) });

  await openList(root);

  expect(find(root, ".lessons .check-title").textContent).toBe("It could not be read. Try again.");
});

test("forgetting asks first, and keeps everything when told to", async () => {
  const forgetLearned = vi.fn(async () => undefined);
  const { root } = await drawOptions({ load: connected, forgetLearned });

  await click(root, "button", "Forget everything learnt here");
  await click(root, "button", "Keep");

  expect(forgetLearned).not.toHaveBeenCalled();
});

test("forgetting is done once it was confirmed, and said", async () => {
  const forgetLearned = vi.fn(async () => undefined);
  const { root } = await drawOptions({ load: connected, forgetLearned });

  await click(root, "button", "Forget everything learnt here");
  await click(root, "button", "Forget it");

  expect(forgetLearned).toHaveBeenCalledOnce();
  expect(find(root, ".forget-learned .check-title").textContent).toBe("Forgotten.");
});

test("without a connection there is nothing to show or to forget", async () => {
  const { root } = await drawOptions();

  expect(root.querySelector(".lessons, .forget-learned")).toBeNull();
});
