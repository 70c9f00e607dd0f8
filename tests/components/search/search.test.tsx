// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SEARCH_DELAY_MS } from "../../../components/state/article-search";
import type { Library, Suggestion } from "../../../lib/worker/protocol";
import { drawApp, find, settle, typeInto } from "../render";
import { createActivePage, createDeferred, createFakeLibrary, createSuggestion, ticketPage } from "../support";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function search(root: HTMLElement, text: string) {
  await typeInto(find(root, "[data-action=search]"), text);
  await act(async () => {
    await vi.advanceTimersByTimeAsync(SEARCH_DELAY_MS);
  });
  await settle();
}

test("results replace the suggestions while there is text", async () => {
  const results = [createSuggestion({ id: "found", title: "Found by search" })];
  const { root } = await drawApp({ library: createFakeLibrary({ search: async () => results }).library });

  await search(root, "refund");
  const during = root.textContent;
  await search(root, "");

  expect(during).toContain("Found by search");
  expect(during).not.toContain("Refund a double charge");
  expect(root.textContent).toContain("Refund a double charge");
});

test("quick typing asks once", async () => {
  const ask = vi.fn<Library["search"]>(async () => []);
  const { root } = await drawApp({ library: createFakeLibrary({ search: ask }).library });
  const field = find(root, "[data-action=search]");

  await typeInto(field, "r");
  await typeInto(field, "re");
  await search(root, "ref");

  expect(ask).toHaveBeenCalledExactlyOnceWith({ text: "ref", limit: 20 });
});

test("an answer to an earlier text does not replace that to a later one", async () => {
  const [first, second] = [createDeferred<Suggestion[]>(), createDeferred<Suggestion[]>()];
  const ask = vi.fn<Library["search"]>().mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
  const { root } = await drawApp({ library: createFakeLibrary({ search: ask }).library });
  await search(root, "one");
  await search(root, "two");

  second.resolve([createSuggestion({ title: "Second" })]);
  first.resolve([createSuggestion({ title: "First" })]);
  await settle();

  expect(root.textContent).toContain("Second");
  expect(root.textContent).not.toContain("First");
});

test("a search without a result says so with the words searched for", async () => {
  const { root } = await drawApp();

  await search(root, "zzz");

  expect(find(root, ".state-title").textContent).toBe("Nothing found for “zzz”");
});

test("the search works without any ticket", async () => {
  const results = [createSuggestion({ title: "Found by search" })];
  const { library } = createFakeLibrary({ search: async () => results });
  const { root } = await drawApp({
    library,
    activePage: createActivePage({ tabId: null, report: null, missingAccess: [] }),
  });

  await search(root, "refund");

  expect(root.textContent).toContain("Found by search");
});

test("another ticket in front closes the search", async () => {
  const activePage = createActivePage();
  const { root } = await drawApp({ activePage });
  await search(root, "refund");

  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  await settle();

  expect(find(root, "[data-action=search]")).toHaveProperty("value", "");
  expect(find(root, ".ticket-line").textContent).toContain("#2");
});
