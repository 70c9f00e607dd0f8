// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { click, drawApp, find, press } from "../render";
import { createAnswer, createFakeLibrary, createSuggestion } from "../support";

const ANSWER = createAnswer({ suggestions: ["refund", "fees", "bank"].map((id) => createSuggestion({ id })) });

/** The cards with anything that Tab stops at. */
const reached = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>(".card[data-card]")]
    .filter((card) => [...card.querySelectorAll("button")].some(({ tabIndex }) => tabIndex >= 0))
    .map(({ dataset }) => dataset.card);

test("Tab stops at the controls of one card: the first, then the one that had the focus last", async () => {
  const { root } = await drawApp({ library: createFakeLibrary({ suggest: async () => ANSWER }).library });
  const before = reached(root);

  await press("j");
  await press("j");

  expect(before).toEqual(["refund"]);
  expect(reached(root)).toEqual(["fees"]);
});

test("what comes into a card later is reached with the rest of it, and passed by with the rest of it", async () => {
  const { root } = await drawApp({ library: createFakeLibrary({ suggest: async () => ANSWER }).library });
  await act(() => find(root, "[data-card=bank] [data-action=open]").focus());
  await click(root, "[data-card=bank] [data-action=flag]");
  const reason = find(root, "[data-card=bank] .flag-explanation .chip");
  const tabIndex = reason.tabIndex;

  await press("k");

  expect(tabIndex).toBe(0);
  expect(reached(root)).toEqual(["fees"]);
});
