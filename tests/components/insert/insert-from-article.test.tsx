// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import type { PageActions } from "../../../lib/browser/page-actions";
import type { ArticleDetail } from "../../../lib/worker/protocol";
import { click, drawApp, find, press } from "../render";
import { createCard, createDetail, createFakeLibrary } from "../support";

// jsdom draws nothing, so it has nothing to scroll.
beforeEach(() => {
  Element.prototype.scrollTo = () => undefined;
});

async function drawArticle(overrides: Partial<ArticleDetail> = {}) {
  const insert = vi.fn<PageActions["insert"]>(async () => ({ outcome: "inserted", channel: "public", editor: "e" }));
  const detail = createDetail({ bodyHtml: "<p>Open the invoice.</p><p>Refund it.</p>", ...overrides });
  const { library } = createFakeLibrary({ readArticle: async () => detail });
  const drawn = await drawApp({ library, page: { insert } });
  await click(drawn.root, "[data-action=open]");
  // The sanitiser of a browser without one of its own is loaded when it is needed.
  await vi.waitFor(() => {
    if (find(drawn.root, ".article-body").textContent === "") throw new Error("not shown yet");
  });
  return { ...drawn, insert };
}

async function select(from: Node, to: Node, endOffset?: number): Promise<void> {
  await act(() => {
    document.getSelection()?.setBaseAndExtent(from, 0, to, endOffset ?? to.childNodes.length);
    document.dispatchEvent(new Event("selectionchange"));
  });
}

test("the ready answer goes into the reply, line breaks and all", async () => {
  const { root, insert } = await drawArticle({ replyText: "Hello,\n\nall is well." });

  await click(root, ".aside-box button", "Insert answer");

  expect(insert).toHaveBeenCalledOnce();
  expect(insert.mock.lastCall?.[1].content).toEqual({ kind: "text", text: "Hello,\n\nall is well." });
});

test.each([
  ["i", { kind: "link", title: "Refund a double charge", url: "https://help.acme.example/refund" }],
  ["a", { kind: "text", text: "Hello" }],
])("%s inserts from the open article", async (key, content) => {
  const { insert } = await drawArticle({ replyText: "Hello" });

  await press(key);

  expect(insert.mock.calls.map(([, request]) => request.content)).toEqual([content]);
});

test("an internal article's ready answer is known as internal", async () => {
  const { insert } = await drawArticle({ card: createCard({ audience: "internal" }), replyText: "Hello" });

  await press("a");

  expect(insert.mock.lastCall?.[1].isInternal).toBe(true);
});

test("what is asked about a link stands over the article, where it is seen", async () => {
  const { root, insert } = await drawArticle();
  insert.mockResolvedValue({ outcome: "askFirst", channel: "public" });

  await press("i");

  expect(find(root, ".article-strips .insert-words").textContent).toContain("internal");
});

test("an article without an address says why there is no link to insert", async () => {
  const { root, insert } = await drawArticle({ card: createCard({ audience: "internal", url: null }) });

  await press("i");

  expect(find(root, ".hint-bubble").textContent).toBe("No link to insert: this article has no public address.");
  expect(insert).not.toHaveBeenCalled();
});

test("selected text is quoted with its source", async () => {
  const { root, insert } = await drawArticle();
  const paragraph = find(root, ".article-body p");
  await select(paragraph, paragraph);

  await press("q");

  expect(insert.mock.lastCall?.[1].content).toEqual({
    kind: "quote",
    text: "Open the invoice.",
    source: { title: "Refund a double charge", url: "https://help.acme.example/refund" },
  });
});

test("a selection that ends in the next paragraph without a word of it counts as inside", async () => {
  const { root, insert } = await drawArticle();
  const last = find(root, ".article-body p:last-child");
  await select(last, find(root, ".rating"), 0);

  await press("q");

  expect(insert.mock.lastCall?.[1].content).toMatchObject({ kind: "quote", text: "Refund it." });
});

test.each([
  ["nothing is selected", null],
  ["the title is selected too", "h1"],
])("while %s there is nothing to quote", async (_name, from) => {
  const { root, insert } = await drawArticle();
  if (from !== null) await select(find(root, from), find(root, ".article-body"));

  await click(root, "[data-action=quote]");

  expect(find(root, ".hint-bubble").textContent).toBe("To quote, first select text in the article.");
  expect(insert).not.toHaveBeenCalled();
});

test("pressing the button leaves the selection as it is", async () => {
  const { root } = await drawArticle();
  const paragraph = find(root, ".article-body p");
  await select(paragraph, paragraph);
  const down = new MouseEvent("mousedown", { bubbles: true, cancelable: true });

  find(root, "[data-action=quote]").dispatchEvent(down);

  expect(down.defaultPrevented).toBe(true);
});
