// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import type { Library } from "../../../lib/worker/protocol";
import type { NewsComparison, NewsEntry } from "../../../lib/worker/protocol/news";
import { click, drawApp, find, press, settle } from "../render";
import { createCard, createFakeLibrary, daysAgo, NOW_MS } from "../support";

beforeEach(() => {
  // Not in jsdom.
  Element.prototype.scrollTo = () => undefined;
});

function entry(id: string, more: Partial<NewsEntry> = {}): NewsEntry {
  return {
    card: createCard({ id, title: `The ${id}` }),
    ...{ change: "changed", sinceVersion: 1, arrivedAtMs: NOW_MS, suitsTicket: false },
    ...more,
  };
}

const COMPARISON: NewsComparison = {
  title: null,
  sections: [
    {
      heading: "Fee",
      headingParts: null,
      paragraphs: [
        {
          isAfterGap: true,
          parts: [
            { kind: "same", text: "It is " },
            { kind: "removed", text: "10" },
            { kind: "added", text: "12" },
            { kind: "same", text: " euros." },
          ],
        },
      ],
    },
  ],
  replyText: [],
};

async function drawWith(entries: NewsEntry[], more: Partial<Library> = {}) {
  let unread = entries;
  const fake = createFakeLibrary({
    listNews: async () => unread,
    compareNews: async () => COMPARISON,
    markNewsRead: async ({ articleIds }) => {
      unread = articleIds === null ? [] : unread.filter(({ card }) => !articleIds.includes(card.id));
      fake.emit("newsChanged", { count: unread.length });
    },
    ...more,
  });
  const drawn = await drawApp({ library: fake.library, nowMs: () => NOW_MS });
  await act(() => fake.emit("newsChanged", { count: unread.length }));
  return { ...drawn, emit: fake.emit };
}

const titles = (root: HTMLElement) => [...root.querySelectorAll(".news-open")].map((each) => each.textContent);

test("without news there is no line and no button", async () => {
  const { root } = await drawWith([]);

  expect(root.querySelector("[data-action=news], [data-action=news-count]")).toBeNull();
});

test("the line leads to the page, and back to where the focus was", async () => {
  const { root } = await drawWith([entry("a"), entry("b")]);
  const line = find(root, ".news-line").textContent;

  await click(root, "[data-action=news]");
  const shown = titles(root);
  await press("Escape");

  expect(line).toBe("2 articles are new or changedShow");
  expect(shown).toEqual(["The a", "The b"]);
  expect(document.activeElement).toBe(find(root, "[data-action=news]"));
});

test("v opens the page from anywhere, and it says when there is nothing", async () => {
  const { root } = await drawWith([]);

  await press("v");

  expect(find(root, ".state-title").textContent).toBe("Nothing new");
});

test("what suits the ticket stands under a heading of its own, first", async () => {
  const { root } = await drawWith([entry("b", { suitsTicket: true }), entry("a")]);

  await press("v");

  const headings = [...root.querySelectorAll("h2")].map((heading) => heading.textContent);
  expect(headings).toEqual(["For this ticket", "Others"]);
  expect(titles(root)).toEqual(["The b", "The a"]);
});

test("what changed is shown on demand, told by words and not by colour", async () => {
  const { root } = await drawWith([entry("a")]);
  await press("v");

  await click(root, "[data-action=compare]");

  const changes = find(root, ".changes");
  expect(changes.querySelector("del")?.textContent).toBe("Removed: 10");
  expect(changes.querySelector("ins")?.textContent).toBe("Added: 12");
  expect(changes.querySelector("h4")?.textContent).toBe("Fee");
  expect(changes.querySelector(".changes-gap")?.textContent).toBe("…");
  expect(find(root, "[data-action=compare]").getAttribute("aria-expanded")).toBe("true");
});

test("a new article has nothing to compare", async () => {
  const { root } = await drawWith([entry("a", { change: "new", sinceVersion: null })]);

  await press("v");

  expect(root.querySelector("[data-action=compare]")).toBeNull();
  expect(find(root, ".badge-new").textContent).toBe("New");
});

test("an entry that is opened is read, stays in its place, and can still be compared", async () => {
  const { root } = await drawWith([entry("a"), entry("b")]);
  await press("v");

  await click(root, '[data-row="a"] [data-action=open]');
  await press("Escape");
  await click(root, '[data-row="a"] [data-action=compare]');

  expect(titles(root)).toEqual(["The a", "The b"]);
  expect(find(root, '[data-row="a"]').textContent).toContain("Read");
  expect(find(root, '[data-row="b"]').className).not.toContain("news-read");
  expect(root.querySelector("ins")?.textContent).toBe("Added: 12");
});

test("coming back from an article the focus is on the entry it was opened from", async () => {
  const { root } = await drawWith([entry("a"), entry("b")]);
  await press("v");
  await click(root, '[data-row="b"] [data-action=open]');

  await press("Escape");

  expect(document.activeElement?.textContent).toBe("The b");
});

test("all are marked as read at once, and the next visit has nothing", async () => {
  const { root } = await drawWith([entry("a"), entry("b")]);
  await press("v");

  await click(root, "[data-action=mark-all-read]");
  const said = find(root, "[role=status]").textContent;
  const marked = root.querySelectorAll(".news-read").length;
  await press("Escape");
  await press("v");

  expect([said, marked]).toEqual(["All marked as read", 2]);
  expect(titles(root)).toEqual([]);
});

test("what comes while the page is open stands first, the rest does not move", async () => {
  let unread = [entry("a"), entry("b")];
  const { root, emit } = await drawWith(unread, { listNews: async () => unread });
  await press("v");

  unread = [entry("a"), entry("c"), entry("b")];
  await act(() => emit("newsChanged", { count: 3 }));
  await settle();

  expect(titles(root)).toEqual(["The c", "The a", "The b"]);
});

test("a list that cannot be read says so, and can be asked for again", async () => {
  const listNews = vi
    .fn<Library["listNews"]>()
    .mockRejectedValueOnce(new Error("gone"))
    .mockResolvedValue([entry("a")]);
  const { root } = await drawWith([], { listNews });
  await press("v");
  const title = find(root, ".state-title").textContent;

  await click(root, "button", "Try again");

  expect(title).toBe("What is new could not be read");
  expect(titles(root)).toEqual(["The a"]);
});

test("who verified it is named only when that was after the change", async () => {
  const since = createCard({ id: "a", title: "A", updatedAt: daysAgo(3), verifiedAt: daysAgo(1), verifiedBy: "Ines" });
  const before = createCard({ id: "b", title: "B", updatedAt: daysAgo(3), verifiedAt: daysAgo(9), verifiedBy: "Ines" });
  const { root } = await drawWith([entry("a", { card: since }), entry("b", { card: before })]);

  await press("v");

  expect(find(root, '[data-row="a"]').textContent).toContain("Verified yesterday by Ines");
  expect(find(root, '[data-row="b"]').textContent).not.toContain("Verified");
});

test("an article opened from the suggestions is news no more", async () => {
  const markNewsRead = vi.fn<Library["markNewsRead"]>(async () => undefined);
  const noteOpened = vi.fn<Library["noteOpened"]>(async () => undefined);
  const { root } = await drawWith([], { markNewsRead, noteOpened });

  await click(root, "[data-card=refund] [data-action=open]");

  expect(markNewsRead).toHaveBeenCalledExactlyOnceWith({ articleIds: ["refund"] });
  expect(noteOpened).toHaveBeenCalledExactlyOnceWith({ articleId: "refund" });
});
