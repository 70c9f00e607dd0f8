// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import type { InsertAnswer } from "../../../lib/page-commands";
import type { Library } from "../../../lib/worker/protocol";
import { click, type DrawAppOptions, drawApp, find, typeInto } from "../render";
import {
  createActivePage,
  createAnswer,
  createCard,
  createDetail,
  createFakeLibrary,
  createSuggestion,
  pageWith,
} from "../support";

// jsdom draws nothing, so it has nothing to scroll.
beforeEach(() => {
  Element.prototype.scrollTo = () => undefined;
});

const INSERTED: InsertAnswer = { outcome: "inserted", channel: "public", editor: "ckeditor" };
const REFUSED: InsertAnswer = { outcome: "notInserted", reason: "noEditor" };

async function drawTaught(more: DrawAppOptions & { inserting?: InsertAnswer } = {}) {
  const { inserting = INSERTED, ...options } = more;
  const teach = vi.fn<Library["teach"]>(async () => undefined);
  const suggestions = [createSuggestion()];
  const { library } = createFakeLibrary({
    suggest: async () => createAnswer({ suggestions }),
    search: async () => suggestions,
    readArticle: async () => createDetail({ replyText: "Hello", bodyHtml: "<p>Open the invoice.</p>" }),
    teach,
  });
  const drawn = await drawApp({ library, page: { insert: async () => inserting }, ...options });
  const taught = () => teach.mock.calls.map(([{ articleId, signal }]) => `${articleId} ${signal}`);
  return { ...drawn, teach, taught };
}

test("opening a suggestion teaches its article by the ticket in front", async () => {
  const { root, teach, taught } = await drawTaught();

  await click(root, "[data-action=open]");

  expect(taught()).toEqual(["refund opened"]);
  expect(teach.mock.lastCall?.[0].ticket.id).toBe("4711");
});

test("inserting a link teaches", async () => {
  const { root, taught } = await drawTaught();

  await click(root, "[data-action=insert-link]");

  expect(taught()).toEqual(["refund linked"]);
});

test("a link that went to the clipboard instead teaches as well", async () => {
  const { root, taught } = await drawTaught({ inserting: REFUSED });

  await click(root, "[data-action=insert-link]");

  expect(taught()).toEqual(["refund linkCopied"]);
});

test("a link that went nowhere teaches nothing", async () => {
  const copyText = () => Promise.reject(new Error("no focus"));
  const { root, taught } = await drawTaught({ inserting: REFUSED, copyText });

  await click(root, "[data-action=insert-link]");

  expect(taught()).toEqual([]);
});

test("a question that is still open teaches nothing", async () => {
  const { root, taught } = await drawTaught({ inserting: { outcome: "askFirst", channel: "public" } });

  await click(root, "[data-action=insert-link]");

  expect(taught()).toEqual([]);
});

test("copying the link teaches", async () => {
  const { root, taught } = await drawTaught();

  await click(root, "[data-action=copy-link]");

  expect(taught()).toEqual(["refund linkCopied"]);
});

test("a copy that the browser refused teaches nothing", async () => {
  const { root, taught } = await drawTaught({ copyText: () => Promise.reject(new Error("no focus")) });

  await click(root, "[data-action=copy-link]");

  expect(taught()).toEqual([]);
});

test.each([
  ["Insert answer", "refund inserted"],
  ["Copy answer", "refund answerCopied"],
])("%s in the open article teaches", async (name, expected) => {
  const { root, taught } = await drawTaught();
  await click(root, "[data-action=open]");

  await click(root, ".aside-box button", name);

  expect(taught()).toEqual(["refund opened", expected]);
});

test("inserting a quotation teaches", async () => {
  const { root, taught } = await drawTaught();
  await click(root, "[data-action=open]");
  await vi.waitFor(() => {
    if (find(root, ".article-body").textContent === "") throw new Error("not shown yet");
  });
  const words = find(root, ".article-body p");
  await act(() => {
    document.getSelection()?.selectAllChildren(words);
    document.dispatchEvent(new Event("selectionchange"));
  });

  await click(root, "[data-action=quote]");

  expect(taught()).toEqual(["refund opened", "refund quoted"]);
});

test("without a ticket in front nothing is taught", async () => {
  const activePage = createActivePage(pageWith(null));
  const { root, taught } = await drawTaught({ activePage });
  await typeInto(find(root, "input"), "refund");
  await vi.waitFor(() => find(root, "[data-action=open]"));

  await click(root, "[data-action=open]");

  expect(taught()).toEqual([]);
});

test("a lesson that the library does not take changes nothing on screen", async () => {
  const { library } = createFakeLibrary({
    suggest: async () => createAnswer(),
    teach: () => Promise.reject(new Error("disk full")),
  });
  const { root } = await drawApp({ library });

  await click(root, "[data-action=copy-link]");

  expect(find(root, "[data-action=copy-link]").getAttribute("data-outcome")).toBe("copied");
});

test("a flag without a ticket in front says so to the library", async () => {
  const flag = vi.fn<Library["flag"]>(() => Promise.reject(new Error("not saved")));
  const { library } = createFakeLibrary({ search: async () => [createSuggestion()], flag });
  const { root } = await drawApp({ library, activePage: createActivePage(pageWith(null)) });
  await typeInto(find(root, "input"), "refund");
  await vi.waitFor(() => find(root, "[data-action=flag]"));

  await click(root, "[data-action=flag]");

  expect(flag).toHaveBeenCalledExactlyOnceWith({ articleId: createCard().id, ticket: null });
});
