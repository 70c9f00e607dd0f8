// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { passageOf } from "../../../components/flags/passage";
import type { Library } from "../../../lib/worker/protocol";
import { click, drawApp, find, press, settle } from "../render";
import { createDetail, createFakeLibrary, createFlag } from "../support";

// jsdom does not scroll.
Element.prototype.scrollTo = () => undefined;

const BODY = "<p>Open the invoice.</p><p>The fee is 10 €.</p>";

async function openArticle(overrides: Partial<Library> = {}) {
  const flag = vi.fn<Library["flag"]>(async ({ articleId, passage = null }) => createFlag({ articleId, passage }));
  const explainFlag = vi.fn<Library["explainFlag"]>(async ({ reason, comment, passage = null }) =>
    createFlag({ reason, comment, passage }),
  );
  const readArticle = async () => createDetail({ bodyHtml: BODY });
  const { library } = createFakeLibrary({ flag, explainFlag, readArticle, ...overrides });
  const { root } = await drawApp({ library });
  await click(root, "[data-action=open]");
  await vi.waitUntil(() => root.querySelector(".article-body p"));
  return { root, flag, explainFlag };
}

async function select(...nodes: Element[]) {
  const range = document.createRange();
  const [first, last = first] = [nodes[0], nodes.at(-1)];
  if (!first || !last) throw new Error("Nothing to select");
  range.setStart(first, 0);
  range.setEnd(last, last.childNodes.length);
  await act(() => {
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    document.dispatchEvent(new Event("selectionchange"));
  });
  await settle();
}

test("what is selected in the article goes with the flag and is shown", async () => {
  const { root, flag } = await openArticle();
  await select(find(root, ".article-body p:nth-of-type(2)"));

  await press("f");

  expect(flag).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ passage: "The fee is 10 €." }));
  expect(find(root, ".flag-quote blockquote").textContent).toContain("The fee is 10 €.");
});

test("a selection that reaches beyond the article's text does not go along", async () => {
  const { root, flag } = await openArticle();
  await select(find(root, ".article-title"), find(root, ".article-body p"));

  await press("f");

  expect(flag.mock.calls[0]?.[0].passage).toBeUndefined();
});

test("a passage selected after the flag is added by its button", async () => {
  const { root, explainFlag } = await openArticle();
  await press("f");
  await select(find(root, ".article-body p"));

  await click(root, ".flag-attach button", "Add the selected passage");

  expect(explainFlag).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ passage: "Open the invoice." }));
  expect(root.querySelector(".flag-quote")).not.toBeNull();
});

test("the passage can be taken away again, and the flag stays", async () => {
  const { root, explainFlag } = await openArticle();
  await select(find(root, ".article-body p"));
  await press("f");

  await click(root, ".flag-quote button", "Remove the passage");

  expect(explainFlag).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ flagId: "flag-1", passage: null }));
  expect(root.querySelector(".flag-quote")).toBeNull();
  expect(root.querySelector(".flag-summary")).not.toBeNull();
});

test("a reason given later leaves the passage as it is", async () => {
  const { root, explainFlag } = await openArticle();
  await select(find(root, ".article-body p"));
  await press("f");

  await click(root, ".reasons button", "Outdated");

  expect(explainFlag.mock.calls[0]?.[0]).not.toHaveProperty("passage");
});

test("a long passage is cut at a word, within the limit", () => {
  const passage = passageOf("word ".repeat(400)) ?? "";

  expect(passage.length).toBeLessThanOrEqual(1000);
  expect(passage).toMatch(/word …$/);
});

test("an empty selection is no passage", () => {
  expect(passageOf(" \n ")).toBeNull();
});
