// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import type { Library } from "../../../lib/worker/protocol";
import type { Shelf } from "../../../lib/worker/protocol/finding";
import { click, drawApp, find, press, settle, typeInto } from "../render";
import {
  createActivePage,
  createAnswer,
  createCard,
  createFakeLibrary,
  createSuggestion,
  pageWith,
  ticketPage,
} from "../support";

beforeEach(() => {
  // Not in jsdom.
  Element.prototype.scrollTo = () => undefined;
});

const EMPTY: Shelf = { pinned: [], recent: [], similar: [], searches: [] };
const NO_TICKET = pageWith({ state: "none", helpdesk: "zendesk" });
const NOTHING_FITS = createAnswer({ status: "nothingFits", suggestions: [], certainty: null });

const card = (id: string) => createCard({ id, title: `The ${id}` });

function withShelf(shelf: Partial<Shelf>, more: Partial<Library> = {}) {
  return createFakeLibrary({ readShelf: async () => ({ ...EMPTY, ...shelf }), ...more });
}

const rows = (root: HTMLElement) =>
  [...root.querySelectorAll("[data-row] [data-action=open]")].map((row) => row.textContent);
const toggle = (root: HTMLElement) => find(root, ".shelf-button");

test("under suggestions it is folded, and stays open once it was opened, whatever ticket comes", async () => {
  const activePage = createActivePage();
  const { root } = await drawApp({ library: withShelf({ pinned: [card("router")] }).library, activePage });
  const folded = rows(root);

  await act(() => toggle(root).click());
  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  await settle();

  expect(folded).toEqual([]);
  expect(toggle(root).getAttribute("aria-expanded")).toBe("true");
  expect(rows(root)).toEqual(["The router"]);
});

test.each([
  ["without a ticket", {}, NO_TICKET],
  ["where nothing fits", { suggest: async () => NOTHING_FITS }, ticketPage()],
])("%s it lies open", async (_when, more, page) => {
  const { library } = withShelf({ pinned: [card("router")] }, more);

  const { root } = await drawApp({ library, activePage: createActivePage(page) });

  expect(rows(root)).toEqual(["The router"]);
});

test("with nothing at hand there is no shelf", async () => {
  const { root } = await drawApp({ library: withShelf({}).library, activePage: createActivePage(NO_TICKET) });

  expect(root.querySelector(".shelf")).toBeNull();
});

test("what was used on such tickets leaves out what is suggested, three at most", async () => {
  const similar = ["refund", "a", "b", "c", "d"].map(card);
  const suggest = async () => createAnswer({ suggestions: [createSuggestion({ id: "refund" })] });
  const { root } = await drawApp({ library: withShelf({ similar }, { suggest }).library });

  await click(root, ".shelf-button");

  expect(rows(root)).toEqual(["The a", "The b", "The c"]);
});

test("what was used on one ticket's likes is not shown beside another while the library looks", async () => {
  const activePage = createActivePage(ticketPage());
  let answers = 0;
  const { library } = createFakeLibrary({
    suggest: async () => NOTHING_FITS,
    readShelf: () => {
      answers += 1;
      return answers === 1
        ? Promise.resolve({ ...EMPTY, similar: [card("a")], pinned: [card("p")] })
        : new Promise(() => undefined);
    },
  });
  const { root } = await drawApp({ library, activePage });
  const before = rows(root);

  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  await settle();

  expect(before).toEqual(["The a", "The p"]);
  expect(rows(root)).toEqual(["The p"]);
});

test("the keys go through the rows: Enter opens, Esc comes back to the row, p takes the pin off", async () => {
  const pinArticle = vi.fn<Library["pinArticle"]>(async () => true);
  const { library } = withShelf({ pinned: [card("one"), card("two")] }, { pinArticle });
  const { root } = await drawApp({ library, activePage: createActivePage(NO_TICKET) });

  await press("j");
  await press("j");
  const second = document.activeElement;
  await act(() => (second as HTMLElement).click());
  await settle();
  const opened = root.querySelector("[data-article]")?.getAttribute("data-article");
  await press("Escape");
  const back = document.activeElement?.textContent;
  await press("p");

  expect([second?.textContent, opened, back]).toEqual(["The two", "two", "The two"]);
  expect(pinArticle).toHaveBeenCalledExactlyOnceWith({ articleId: "two", isPinned: false });
});

test("p pins the card with the focus, which says so", async () => {
  const pinArticle = vi.fn<Library["pinArticle"]>(async () => true);
  const { root } = await drawApp({ library: withShelf({}, { pinArticle }).library });

  await press("j");
  await press("p");

  const button = find(root, "[data-card=refund] [data-action=pin]");
  expect(button.getAttribute("aria-pressed")).toBe("true");
  expect(find(root, "[role=status]").textContent).toBe("Pinned");
  expect(pinArticle).toHaveBeenCalledExactlyOnceWith({ articleId: "refund", isPinned: true });
});

test.each([
  ["too many pins", async () => false, "50 articles are pinned, which is the most. Unpin one first."],
  ["a full disk", () => Promise.reject(new Error("full")), "That could not be saved. Try again."],
])("with %s the pin goes back and it is said", async (_what, pinArticle, said) => {
  const { root } = await drawApp({ library: withShelf({}, { pinArticle }).library });

  await click(root, "[data-card=refund] [data-action=pin]");

  expect(find(root, "[data-card=refund] [data-action=pin]").getAttribute("aria-pressed")).toBe("false");
  expect(find(root, "[role=status]").textContent).toBe(said);
});

test("the empty box in use offers the shelf; typing and Esc take it away", async () => {
  const { root } = await drawApp({ library: withShelf({ pinned: [card("router")] }).library });
  const field = find(root, "[data-action=search]");

  await act(() => field.focus());
  const offered = rows(root);
  await press("Escape");
  const afterEsc = rows(root);
  await act(() => field.click());
  await typeInto(field, "r");

  expect(offered).toEqual(["The router"]);
  expect(afterEsc).toEqual([]);
  expect(root.querySelector(".box-shelf")).toBeNull();
  expect(document.activeElement).toBe(field);
});

test("clearing a search leaves the suggestions in sight", async () => {
  const { root } = await drawApp({ library: withShelf({ pinned: [card("router")] }).library });
  const field = find(root, "[data-action=search]");
  await act(() => field.focus());
  await typeInto(field, "refund");

  await click(root, ".search-box .icon-button");

  expect(document.activeElement).toBe(field);
  expect(root.querySelector(".box-shelf")).toBeNull();
});

test("a recent search is searched for again", async () => {
  const search = vi.fn<Library["search"]>(async () => []);
  const { library } = withShelf({ searches: ["refund fee"] }, { search });
  const { root } = await drawApp({ library, activePage: createActivePage(NO_TICKET) });

  await click(root, "button", "Search for “refund fee” again");

  expect(find(root, "[data-action=search]")).toHaveProperty("value", "refund fee");
  expect(document.activeElement).toBe(find(root, "[data-action=search]"));
});

test("what was opened and searched for is forgotten on demand, and the focus stays near", async () => {
  const forgetRecent = vi.fn(async () => undefined);
  const { library } = withShelf({ pinned: [card("p")], searches: ["refund"] }, { forgetRecent });
  const { root } = await drawApp({ library, activePage: createActivePage(NO_TICKET) });

  await click(root, "button", "Forget what was opened and searched for");

  expect(forgetRecent).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(toggle(root));
});

test("the shelf is read again when the library says that it changed", async () => {
  let pinned = [card("one")];
  const { library, emit } = createFakeLibrary({ readShelf: async () => ({ ...EMPTY, pinned }) });
  const { root } = await drawApp({ library, activePage: createActivePage(NO_TICKET) });

  pinned = [card("one"), card("two")];
  emit("shelfChanged", null);
  await settle();

  expect(rows(root)).toEqual(["The one", "The two"]);
});
