// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { click, find, press, settle } from "../render";
import { draw, EXPRESS, HOURS } from "./draw-notices";

beforeEach(() => {
  Element.prototype.scrollTo = () => undefined;
});

afterEach(() => {
  vi.useRealTimers();
});

it("gives the focus to the next notice also where the library tells of the change before it answers", async () => {
  const third = { ...HOURS, id: "third", title: "Third" };
  const before = { ...HOURS, id: "before", title: "Before" };
  const pieces: { change?: (next: (typeof HOURS)[]) => Promise<void> } = {};
  const { root, change } = await draw([before, EXPRESS, third], {
    acknowledgeNotice: async () => pieces.change?.([before, third]),
  });
  pieces.change = change;
  await click(root, "button", "1 more notice");
  await click(find(root, "[data-notice=express]"), "[data-action=toggle-notice]");
  find(root, "[data-action=understood]").focus();

  await click(root, "[data-action=understood]");
  await settle();

  expect(document.activeElement?.closest<HTMLElement>("[data-notice]")?.dataset.notice).toBe("third");
  const rows = [...root.querySelectorAll<HTMLElement>(".team-notices li")];
  expect(rows.map((row) => row.dataset.notice ?? row.className)).toEqual(["before", "team-notice-handled", "third"]);
});

it("what changed while a word was being saved is shown afterwards", async () => {
  const pieces: { change?: (next: (typeof HOURS)[]) => Promise<void> } = {};
  const { root, change } = await draw([EXPRESS], { acknowledgeNotice: async () => pieces.change?.([HOURS]) });
  pieces.change = change;

  await click(root, "[data-action=understood]");
  await settle();

  expect(root.querySelector("[data-notice=hours]")).not.toBeNull();
  expect(root.querySelector("[data-notice=express]")).toBeNull();
});

it("a critical notice is not said again when the list comes back", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { root } = await draw([{ ...EXPRESS, severity: "critical" }]);
  const status = () => find(root, "[role=status]").textContent ?? "";
  await act(() => void vi.advanceTimersByTime(1_100));
  expect(status()).toContain(EXPRESS.title);
  await press("v");
  await act(() => void vi.advanceTimersByTime(5_000));
  const said: string[] = [];
  const watcher = new MutationObserver(() => said.push(status()));
  watcher.observe(find(root, "[role=status]"), { childList: true, characterData: true, subtree: true });

  await press("Escape");
  await act(() => void vi.advanceTimersByTime(1_100));
  await settle();

  expect(root.querySelector("[data-notice=express]")).not.toBeNull();
  expect(said.filter((words) => words !== "")).toEqual([]);
});
