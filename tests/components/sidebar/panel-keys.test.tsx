// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import type { Library } from "../../../lib/worker/protocol";
import { click, drawApp, find, press, settle, typeInto } from "../render";
import { createAnswer, createDetail, createFakeLibrary, createFlag, createSuggestion } from "../support";

// jsdom draws nothing, so it has nothing to scroll.
beforeEach(() => {
  Element.prototype.scrollTo = () => undefined;
});

async function drawThree(overrides: Partial<Library> = {}, copyText = async (_text: string) => undefined as undefined) {
  const suggestions = ["one", "two", "three"].map((id) =>
    createSuggestion({ id, title: id, url: `https://help.acme.example/${id}`, hasReply: true }),
  );
  const { library } = createFakeLibrary({ suggest: async () => createAnswer({ suggestions }), ...overrides });
  return drawApp({ library, copyText });
}

function focusedTitle(): string | null {
  return document.activeElement?.textContent ?? null;
}

test("j and k move between the cards and stop at the ends", async () => {
  await drawThree();

  const titles = [];
  for (const key of ["j", "j", "j", "j", "k"]) {
    await press(key);
    titles.push(focusedTitle());
  }

  expect(titles).toEqual(["one", "two", "three", "three", "two"]);
});

test("the arrow leads from the search box into the list", async () => {
  const { root } = await drawThree();
  find(root, "[data-action=search]").focus();

  await press("ArrowDown");

  expect(focusedTitle()).toBe("one");
});

test("f flags the card with the focus", async () => {
  const flag = vi.fn<Library["flag"]>(async ({ articleId }) => createFlag({ articleId }));
  await drawThree({ flag });
  await press("j");
  await press("j");

  await press("f");

  expect(flag).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ articleId: "two" }));
});

test("c copies the link of the card with the focus", async () => {
  const copyText = vi.fn(async () => undefined);
  await drawThree({}, copyText);
  await press("j");

  await press("c");

  expect(copyText).toHaveBeenCalledExactlyOnceWith("https://help.acme.example/one");
});

test.each([
  ["f", "flag"],
  ["c", "copy-link"],
  ["i", "insert-link"],
  ["a", "insert-answer"],
])("%s without a card in focus acts on the first one, which gets the focus", async (key, action) => {
  const { root } = await drawThree();
  const pressed: (string | undefined)[] = [];
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-action]") : null;
    if (button?.dataset.action === action) pressed.push(button.closest<HTMLElement>("[data-card]")?.dataset.card);
  });

  await press(key);

  expect(pressed).toEqual(["one"]);
  expect(document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card).toBe("one");
});

test("a key for what the first card cannot do moves no focus", async () => {
  await drawThree();
  const before = document.activeElement;

  await press("q");

  expect(document.activeElement).toBe(before);
});

test.each(["j", "f", "c", "?", "/"])("%s is only a letter while the agent types", async (key) => {
  const flag = vi.fn<Library["flag"]>();
  const { root } = await drawThree({ flag });
  const field = find(root, "[data-action=search]");
  field.focus();

  await press(key);

  expect(document.activeElement).toBe(field);
  expect(root.querySelector("[role=dialog]")).toBeNull();
  expect(flag).not.toHaveBeenCalled();
});

test("a key with a modifier is the browser's", async () => {
  await drawThree();
  const before = document.activeElement;

  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", ctrlKey: true, bubbles: true }));
  await settle();

  expect(document.activeElement).toBe(before);
});

test("the slash goes to the search box", async () => {
  vi.useFakeTimers();
  const { root } = await drawThree();

  await press("/");
  vi.runAllTimers();

  expect(document.activeElement).toBe(find(root, "[data-action=search]"));
  vi.useRealTimers();
});

test("escape clears the search", async () => {
  const { root } = await drawThree();
  const field = find(root, "[data-action=search]");
  field.focus();
  await typeInto(field, "refund");

  await press("Escape");

  expect(root.querySelectorAll("[data-card]")).toHaveLength(3);
});

test("escape leaves the article and returns to its card", async () => {
  const { root } = await drawThree({ readArticle: async () => createDetail() });
  await press("j");
  await press("j");
  await click(root, "[data-card=two] [data-action=open]");

  await press("Escape");

  expect(root.querySelector("[data-article]")).toBeNull();
  expect(focusedTitle()).toBe("two");
});

test("escape leaves a word being written before it leaves the article", async () => {
  const { root } = await drawThree({ readArticle: async () => createDetail() });
  await click(root, "[data-card=one] [data-action=open]");
  await click(root, "[data-action=flag]");
  find(root, ".flag-word input").focus();

  await press("Escape");

  expect(root.querySelector("[data-article]")).not.toBeNull();
});

test("the list of keys opens, takes the focus, and gives it back", async () => {
  const { root } = await drawThree();
  await press("j");

  await press("?");
  const focusInside = find(root, "[role=dialog]").contains(document.activeElement);
  await press("Escape");

  expect(focusInside).toBe(true);
  expect(root.querySelector("[role=dialog]")).toBeNull();
  expect(focusedTitle()).toBe("one");
});

test.each(["/", "Enter", "f", "i", "a", "q", "c", "Esc", "?"])("the list of keys names %s", async (key) => {
  const { root } = await drawThree();

  await press("?");

  expect([...root.querySelectorAll(".key-list kbd")].map((each) => each.textContent)).toContain(key);
});

test.each(["list", "article"])(
  "what is typed right after / goes into the search, and acts on nothing: %s",
  async (place) => {
    const { root } = await drawApp();
    find(root, "[data-action=open]").focus();
    if (place === "article") await click(root, "[data-action=open]");

    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
    // The next key comes in a task of its own, as soon as this one is over.
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();

    expect(document.activeElement).toBe(find(root, "[data-action=search]"));
  },
);
