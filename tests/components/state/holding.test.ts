import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createHolding, RELEASE_DELAY_MS } from "../../../components/state/holding";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watch() {
  const onChange = vi.fn<(isHeld: boolean) => void>();
  return { holding: createHolding(onChange), told: () => onChange.mock.calls.map(([isHeld]) => isHeld) };
}

test("the first reason holds at once, and it is told once however many follow", () => {
  const { holding, told } = watch();

  holding.set("pointing", true);
  holding.set("pointing", true);
  holding.set("focused", true);

  expect(told()).toEqual([true]);
});

test("the list is let go a short moment after the last reason has gone", () => {
  const { holding, told } = watch();
  holding.set("pointing", true);
  holding.set("focused", true);
  holding.set("pointing", false);
  vi.advanceTimersByTime(10 * RELEASE_DELAY_MS);
  const whileFocused = told();

  holding.set("focused", false);
  vi.advanceTimersByTime(RELEASE_DELAY_MS - 1);
  const tooEarly = told();
  vi.advanceTimersByTime(1);

  expect([whileFocused, tooEarly]).toEqual([[true], [true]]);
  expect(told()).toEqual([true, false]);
});

test("whoever comes back within that moment never left", () => {
  const { holding, told } = watch();
  holding.set("pointing", true);

  holding.set("pointing", false);
  vi.advanceTimersByTime(RELEASE_DELAY_MS - 1);
  holding.set("focused", true);
  vi.advanceTimersByTime(10 * RELEASE_DELAY_MS);

  expect(told()).toEqual([true]);
});

test("saying again that a reason has gone does not put the end off", () => {
  const { holding, told } = watch();
  holding.set("pointing", true);
  holding.set("pointing", false);

  vi.advanceTimersByTime(RELEASE_DELAY_MS / 2);
  holding.set("scrolled", false);
  vi.advanceTimersByTime(RELEASE_DELAY_MS / 2);

  expect(told()).toEqual([true, false]);
});

test("each thing that stands open holds until it is closed", () => {
  const { holding, told } = watch();
  const [closeOne, closeOther] = [holding.open(), holding.open()];

  closeOne();
  closeOne();
  vi.advanceTimersByTime(RELEASE_DELAY_MS);
  const withOneOpen = told();
  closeOther();
  vi.advanceTimersByTime(RELEASE_DELAY_MS);

  expect(withOneOpen).toEqual([true]);
  expect(told()).toEqual([true, false]);
});

test("what was done in the list before counts no more, and nothing is told of it", () => {
  const { holding, told } = watch();
  holding.set("pointing", true);

  holding.forget();
  vi.advanceTimersByTime(RELEASE_DELAY_MS);
  holding.set("focused", true);

  expect(told()).toEqual([true, true]);
});

test("a holding that has ended tells nothing", () => {
  const { holding, told } = watch();
  holding.set("pointing", true);
  holding.set("pointing", false);

  holding.dispose();
  vi.advanceTimersByTime(RELEASE_DELAY_MS);

  expect(told()).toEqual([true]);
});
