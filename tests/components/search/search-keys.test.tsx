// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SEARCH_DELAY_MS, SETTLED_MS } from "../../../components/state/article-search";
import type { Library, Suggestion } from "../../../lib/worker/protocol";
import { click, drawApp, find, press, settle, typeInto } from "../render";
import { createDeferred, createFakeLibrary, createSuggestion } from "../support";

beforeEach(() => {
  vi.useFakeTimers();
  // Not in jsdom.
  Element.prototype.scrollTo = () => undefined;
});
afterEach(() => vi.useRealTimers());

const RESULTS = [
  createSuggestion({ id: "one", title: "First result" }),
  createSuggestion({ id: "two", title: "Second result" }),
];

const searchField = (root: HTMLElement) => find(root, "[data-action=search]");

async function pass(timeMs: number) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(timeMs);
  });
  await settle();
}

async function search(root: HTMLElement, text: string) {
  searchField(root).focus();
  await typeInto(searchField(root), text);
  await pass(SEARCH_DELAY_MS);
}

async function drawWith(overrides: Partial<Library> = {}) {
  const fake = createFakeLibrary({ search: async () => RESULTS, ...overrides });
  return { ...fake, ...(await drawApp({ library: fake.library })) };
}

test("the arrow leads from the box into the results and from the first one back", async () => {
  const { root } = await drawWith();
  await search(root, "refund");

  await press("ArrowDown");
  const inList = document.activeElement;
  await press("ArrowUp");

  expect(inList).toBe(find(root, "[data-card=one] [data-action=open]"));
  expect(document.activeElement).toBe(searchField(root));
});

test("Enter in the box opens the first result, and the search is remembered", async () => {
  const noteSearched = vi.fn<Library["noteSearched"]>(async () => undefined);
  const { root } = await drawWith({ noteSearched });
  await search(root, "refund");

  await press("Enter");

  expect(root.querySelector("[data-article=one]")).not.toBeNull();
  expect(noteSearched).toHaveBeenCalledWith({ text: "refund" });
});

test.each(["ada@example.com", "order 12 345"])(
  "a search that may name somebody is not remembered: %s",
  async (words) => {
    const noteSearched = vi.fn<Library["noteSearched"]>(async () => undefined);
    const { root } = await drawWith({ noteSearched });
    await search(root, words);

    await press("Enter");

    expect(root.querySelector("[data-article=one]")).not.toBeNull();
    expect(noteSearched).not.toHaveBeenCalled();
  },
);

test("Enter before the answer waits for what was typed, and opens that", async () => {
  const answer = createDeferred<Suggestion[]>();
  const { root } = await drawWith({ search: ({ text }) => (text === "refund" ? answer.promise : Promise.resolve([])) });
  searchField(root).focus();
  await typeInto(searchField(root), "refund");

  await press("Enter");
  const before = root.querySelector("[data-article]");
  answer.resolve(RESULTS);
  await settle();

  expect(before).toBeNull();
  expect(root.querySelector("[data-article=one]")).not.toBeNull();
});

test("Enter opens nothing when something else was typed before the answer came", async () => {
  const answer = createDeferred<Suggestion[]>();
  const { root } = await drawWith({ search: () => answer.promise });
  searchField(root).focus();
  await typeInto(searchField(root), "refund");
  await press("Enter");

  await typeInto(searchField(root), "refund fee");
  answer.resolve(RESULTS);
  await pass(SEARCH_DELAY_MS);

  expect(root.querySelector("[data-article]")).toBeNull();
});

test("Enter without a result does nothing", async () => {
  const { root } = await drawWith({ search: async () => [] });
  await search(root, "refund");

  await press("Enter");

  expect(root.querySelector("[data-article]")).toBeNull();
  expect(document.activeElement).toBe(searchField(root));
});

test("Esc on a result clears the search and gives the focus back to the box", async () => {
  const { root } = await drawWith();
  await search(root, "refund");
  await press("ArrowDown");

  await press("Escape");

  expect(searchField(root)).toHaveProperty("value", "");
  expect(document.activeElement).toBe(searchField(root));
});

test("the focus goes to the box when the result that had it is gone", async () => {
  let results = RESULTS;
  const { root, emit } = await drawWith({ search: async () => results });
  await search(root, "refund");
  find(root, "[data-card=two] [data-action=open]").focus();

  results = RESULTS.slice(0, 1);
  emit("articlesChanged", { ids: ["two"] });
  await pass(SEARCH_DELAY_MS);

  expect(document.activeElement).toBe(searchField(root));
});

test("a query is counted once when it has settled, with its lack of results", async () => {
  const countUsage = vi.fn<Library["countUsage"]>(async () => undefined);
  const { root } = await drawWith({ search: async () => [], countUsage });

  await search(root, "ref");
  await pass(SETTLED_MS / 2);
  await search(root, "refund");
  await pass(SETTLED_MS);
  await search(root, "refund ");
  await pass(SETTLED_MS);

  const counted = countUsage.mock.calls.map(([{ type }]) => type).filter((type) => type.startsWith("searched"));
  expect(counted).toEqual(["searched", "searchedWithoutResult"]);
});

test("a search that led to an article is counted at once, and once", async () => {
  const countUsage = vi.fn<Library["countUsage"]>(async () => undefined);
  const { root } = await drawWith({ countUsage });
  await search(root, "refund");

  await click(root, "[data-card=one] [data-action=open]");
  await pass(SETTLED_MS);

  const searched = countUsage.mock.calls.filter(([{ type }]) => type.startsWith("searched"));
  expect(searched).toEqual([[{ type: "searched" }]]);
});
