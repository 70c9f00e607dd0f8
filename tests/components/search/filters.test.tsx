// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, type Mock, test, vi } from "vitest";
import { NO_FILTERS, SEARCH_DELAY_MS, SETTLED_MS } from "../../../components/state/article-search";
import type { Library, Suggestion } from "../../../lib/worker/protocol";
import { click, drawApp, find, press, settle, typeInto } from "../render";
import { createFakeLibrary, createSuggestion } from "../support";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function pass(timeMs: number) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(timeMs);
  });
  await settle();
}

async function search(root: HTMLElement, text: string) {
  await typeInto(find(root, "[data-action=search]"), text);
  await pass(SEARCH_DELAY_MS);
}

async function choose(root: HTMLElement, name: string, value: string) {
  const field = find(root, "select", name) as HTMLSelectElement;
  await act(() => {
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await pass(SEARCH_DELAY_MS);
}

const RESULTS = [createSuggestion({ id: "one", title: "First result" })];

async function drawWith(find: (filters: boolean) => Suggestion[] = () => RESULTS, more: Partial<Library> = {}) {
  const ask = vi.fn<Library["search"]>(async ({ filters }) => find(filters !== undefined));
  const { library } = createFakeLibrary({
    search: ask,
    searchChoices: async () => ({
      ...{ languages: ["en", "fr"], categories: ["Billing"], kinds: ["how-to", "policy"], audiences: ["public"] },
    }),
    ...more,
  });
  return { ask, ...(await drawApp({ library })) };
}

const lastAsked = (ask: Mock<Library["search"]>) => ask.mock.lastCall?.[0];

test("a filter asks again, and stands as a chip that takes it off", async () => {
  const { root, ask } = await drawWith();
  await search(root, "refund");
  await click(root, ".filter-button");

  await choose(root, "Language", "fr");
  const narrowed = lastAsked(ask);
  await press("Escape");
  await click(root, ".filter-chips .chip");
  await pass(SEARCH_DELAY_MS);

  expect(narrowed).toEqual({ text: "refund", limit: 20, filters: { ...NO_FILTERS, language: "fr" } });
  expect(lastAsked(ask)).toEqual({ text: "refund", limit: 20 });
  expect(document.activeElement).toBe(find(root, ".filter-button"));
});

test("the button says how many filters are set, and Esc folds them with the focus on it", async () => {
  const { root } = await drawWith();
  await search(root, "refund");
  await click(root, ".filter-button");
  await choose(root, "Kind", "policy");
  await click(root, ".filter-check input");

  await press("Escape");

  const button = find(root, ".filter-button");
  expect(button.textContent).toBe("Filters (2)");
  expect(button.getAttribute("aria-expanded")).toBe("false");
  expect(document.activeElement).toBe(button);
  expect(find(root, "[data-action=search]")).toHaveProperty("value", "refund");
});

test("what the library has one of only is not offered", async () => {
  const { root } = await drawWith();
  await search(root, "refund");

  await click(root, ".filter-button");

  const names = [...root.querySelectorAll("select")].map((field) => field.getAttribute("aria-label"));
  expect(names).toEqual(["Language", "Kind"]);
});

test("filters go with the search", async () => {
  const { root, ask } = await drawWith();
  await search(root, "refund");
  await click(root, ".filter-button");
  await choose(root, "Language", "fr");

  await click(root, ".search-box .icon-button");
  await search(root, "invoice");

  expect(lastAsked(ask)).toEqual({ text: "invoice", limit: 20 });
});

test("nothing found with filters offers to search without them, and is no search without result", async () => {
  const countUsage = vi.fn<Library["countUsage"]>(async () => undefined);
  const { root } = await drawWith((isNarrowed) => (isNarrowed ? [] : RESULTS), { countUsage });
  await search(root, "refund");
  await click(root, ".filter-button");
  await choose(root, "Language", "fr");
  await pass(SETTLED_MS);

  await click(root, "button", "Search without filters");
  await pass(SEARCH_DELAY_MS);

  expect(root.textContent).toContain("First result");
  expect(document.activeElement).toBe(find(root, "[data-action=search]"));
  expect(countUsage.mock.calls.map(([{ type }]) => type)).not.toContain("searchedWithoutResult");
});

test("nothing found in quotation marks offers to search without them", async () => {
  const { root, ask } = await drawWith(() => []);
  await search(root, "«direct debit» fee");

  await click(root, "button", "Search without quotation marks");
  await pass(SEARCH_DELAY_MS);

  expect(lastAsked(ask)).toEqual({ text: "direct debit fee", limit: 20 });
});

test("what only synonyms found stands under its own heading, which says for which words", async () => {
  const found: Suggestion = {
    ...createSuggestion({ id: "two", title: "Restart the decoder" }),
    matchedTerms: [{ term: "decod", label: "set-top box", share: 1, fields: ["title", "synonym"] }],
  };
  const { root } = await drawWith(() => [...RESULTS, found]);

  await search(root, "set-top box");

  const headings = [...root.querySelectorAll("h2.list-heading")].map((heading) => heading.textContent);
  expect(headings).toEqual(["Through your team’s synonyms for “set-top box”"]);
  expect([...root.querySelectorAll("ul.card-list")].map((list) => list.querySelectorAll("[data-card]").length)).toEqual(
    [1, 1],
  );
});
