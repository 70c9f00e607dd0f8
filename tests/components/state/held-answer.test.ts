import { expect, test } from "vitest";
import {
  afterHoldEvent,
  type HeldAnswer,
  type HoldEvent,
  isNewerOffered,
  NOTHING_HELD,
} from "../../../components/state/held-answer";
import type { SuggestAnswer } from "../../../lib/worker/protocol";
import { createAnswer, createSuggestion } from "../support";

const listOf = (...ids: string[]): SuggestAnswer =>
  createAnswer({ suggestions: ids.map((id) => createSuggestion({ id })) });

const answered = (answer: SuggestAnswer | null, more: { key?: string; isOwnAct?: boolean } = {}): HoldEvent => ({
  event: "answered",
  outcome: { key: more.key ?? "1", answer },
  isOwnAct: more.isOwnAct ?? false,
});
const held: HoldEvent = { event: "held" };
const released: HoldEvent = { event: "released" };
const taken: HoldEvent = { event: "taken" };
const turned: HoldEvent = { event: "turned" };

function after(...events: HoldEvent[]): HeldAnswer {
  return events.reduce(afterHoldEvent, NOTHING_HELD);
}

function shownIds({ shown }: HeldAnswer): string[] | undefined {
  return shown?.answer?.suggestions.map(({ card }) => card.id);
}

const [A, B, C] = [listOf("a"), listOf("b", "a"), listOf("c")];

test("an answer that comes while nobody is busy with the list replaces it", () => {
  expect(shownIds(after(answered(A), answered(B)))).toEqual(["b", "a"]);
});

test("a held list stays as it is, and the newer answer is offered", () => {
  const state = after(answered(A), held, answered(B));

  expect(shownIds(state)).toEqual(["a"]);
  expect(isNewerOffered(state)).toBe(true);
});

test("of several answers that come meanwhile the newest waits", () => {
  expect(shownIds(after(answered(A), held, answered(B), answered(C), taken))).toEqual(["c"]);
});

test("the waiting answer comes when the list is let go, and is offered no more", () => {
  const state = after(answered(A), held, answered(B), released);

  expect(shownIds(state)).toEqual(["b", "a"]);
  expect(isNewerOffered(state)).toBe(false);
});

test("taking the newer answer leaves the list held: the one after it waits again", () => {
  const state = after(answered(A), held, answered(B), taken, answered(C));

  expect(shownIds(state)).toEqual(["b", "a"]);
  expect(isNewerOffered(state)).toBe(true);
});

test("the agent's own act is answered at once, held or not, and clears what waited", () => {
  const state = after(answered(A), held, answered(B), answered(C, { isOwnAct: true }));

  expect(shownIds(state)).toEqual(["c"]);
  expect(isNewerOffered(state)).toBe(false);
  expect(shownIds(afterHoldEvent(state, released))).toEqual(["c"]);
});

test("another ticket's answer never waits", () => {
  const state = after(answered(A), held, answered(C, { key: "2" }));

  expect(state.shown?.key).toBe("2");
  expect(isNewerOffered(state)).toBe(false);
});

test("an answer that waited for the ticket before is forgotten when another comes to the front", () => {
  const state = after(answered(A), held, answered(B), turned, released);

  expect(shownIds(state)).toEqual(["a"]);
  expect(state.next).toBeNull();
});

test("turning to another ticket lets go: its answers come at once", () => {
  const first = after(answered(A), held, turned, answered(B, { key: "2" }));

  expect(shownIds(afterHoldEvent(first, answered(C, { key: "2" })))).toEqual(["c"]);
});

test("the same articles in the same order are not offered, and come quietly when the list is let go", () => {
  const fresher = createAnswer({ suggestions: [createSuggestion({ id: "a", title: "New title" })] });
  const state = after(answered(A), held, answered(fresher));

  expect(isNewerOffered(state)).toBe(false);
  expect(state.shown?.answer).toBe(A);
  expect(afterHoldEvent(state, released).shown?.answer).toBe(fresher);
});

test.each<[string, SuggestAnswer]>([
  ["another order", listOf("b", "a")],
  ["less certainty", { ...listOf("a", "b"), certainty: "maybe" }],
  ["nothing", createAnswer({ status: "nothingFits", suggestions: [], certainty: null })],
])("%s is a difference worth offering", (_name, answer) => {
  expect(isNewerOffered(after(answered(listOf("a", "b")), held, answered(answer)))).toBe(true);
});

test("a difference below the fifth place is none", () => {
  const state = after(answered(listOf("1", "2", "3", "4", "5", "6")), held, answered(listOf("1", "2", "3", "4", "5")));

  expect(isNewerOffered(state)).toBe(false);
});

test("an answer that returns to the list on screen withdraws the offer", () => {
  expect(isNewerOffered(after(answered(A), held, answered(B), answered(listOf("a"))))).toBe(false);
});

test("a failure displaces no list of the same ticket, neither the one shown nor the one waiting", () => {
  const state = after(answered(A), held, answered(B), answered(null));

  expect(shownIds(state)).toEqual(["a"]);
  expect(shownIds(afterHoldEvent(state, taken))).toEqual(["b", "a"]);
});

test("a failure is shown where there is nothing else, and the next answer replaces it", () => {
  const failed = after(answered(A, { key: "2" }), answered(null));

  expect(failed.shown).toEqual({ key: "1", answer: null });
  expect(shownIds(afterHoldEvent(failed, answered(B)))).toEqual(["b", "a"]);
});

test("holding, letting go and taking without anything that waits change no list", () => {
  expect(shownIds(after(answered(A), held, taken, released, released))).toEqual(["a"]);
  expect(after(held, released, taken).shown).toBeNull();
});
