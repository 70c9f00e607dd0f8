// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import type { ArticleDetail, Library } from "../../../lib/worker/protocol";
import { click, type DrawAppOptions, drawApp, find, settle } from "../render";
import {
  createActivePage,
  createCard,
  createDeferred,
  createDetail,
  createFakeLibrary,
  pageWith,
  ticketPage,
} from "../support";

// jsdom draws nothing, so it has nothing to scroll.
beforeEach(() => {
  Element.prototype.scrollTo = () => undefined;
});

async function drawArticle(detail: ArticleDetail | null, more: DrawAppOptions = {}) {
  const fake = createFakeLibrary({ readArticle: async () => detail });
  const drawn = await drawApp({ library: fake.library, nowMs: () => Date.UTC(2026, 10, 21), ...more });
  await click(drawn.root, "[data-action=open]");
  // The sanitiser of a browser without one of its own is loaded when it is needed.
  await vi.waitFor(() => {
    if (detail && find(drawn.root, ".article-body").textContent === "") throw new Error("not shown yet");
  });
  return { ...drawn, ...fake };
}

test("an article shows its title, its text and who looks after it", async () => {
  const { root } = await drawArticle(createDetail({ tags: ["refund"] }));

  expect(find(root, "h1").textContent).toBe("Refund a double charge");
  expect(find(root, ".article-body").textContent).toBe("Open the invoice.");
  expect(find(root, ".article-body").hidden).toBe(false);
  expect(find(root, ".article-about").textContent).toContain("OwnerBilling");
});

test("a hostile body shows as harmless text", async () => {
  const bodyHtml =
    '<p onclick="steal()">Safe</p><script>steal()</script><img src="https://evil.example/a.png" alt="map">';

  const { root } = await drawArticle(createDetail({ bodyHtml }));

  expect(find(root, ".article-body").innerHTML).toBe("<p>Safe</p>[Image: map]");
});

test("the ready answer is copied as it is", async () => {
  const copyText = vi.fn(async () => undefined);
  const { root } = await drawArticle(createDetail({ replyText: "Hello,\n\nall is well." }), { copyText });

  await click(root, ".aside-box button", "Copy answer");

  expect(copyText).toHaveBeenCalledExactlyOnceWith("Hello,\n\nall is well.");
});

test("an internal article warns, and warns again beside its ready answer", async () => {
  const { root } = await drawArticle(createDetail({ card: createCard({ audience: "internal" }), replyText: "Hello" }));

  expect(find(root, ".notice").textContent).toContain("do not pass this on to customers");
  expect(find(root, ".reply-care").textContent).toContain("check the text");
});

test("the public address opens in the help centre", async () => {
  const openUrl = vi.fn();
  const { root } = await drawArticle(createDetail(), { openUrl });

  await click(root, "button", "Open in help centre");

  expect(openUrl).toHaveBeenCalledExactlyOnceWith("https://help.acme.example/refund");
});

test("an article that is gone says so", async () => {
  const { root } = await drawArticle(null);

  expect(find(root, ".state-title").textContent).toBe("This article is no longer there");
});

test("another language opens in place, and back still leads to the card", async () => {
  const readArticle = vi.fn<Library["readArticle"]>(async ({ id }) =>
    createDetail({
      card: createCard({ id, title: id }),
      otherLanguages: [{ id: "remboursement", language: "fr", title: "Remboursement" }],
    }),
  );
  const { root } = await drawApp({ library: createFakeLibrary({ readArticle }).library });
  await click(root, "[data-action=open]");

  await click(root, ".language-switch button", "French");
  const title = find(root, "h1").textContent;
  await click(root, "button", "Back");

  expect(title).toBe("remboursement");
  expect(document.activeElement).toBe(find(root, "[data-card=refund] [data-action=open]"));
});

test("a late text of the article left behind is not shown", async () => {
  const slow = createDeferred<ArticleDetail | null>();
  const readArticle = vi.fn<Library["readArticle"]>(({ id }) =>
    id === "refund" ? slow.promise : Promise.resolve(createDetail({ card: createCard({ id, title: "Other" }) })),
  );
  const { root } = await drawApp({ library: createFakeLibrary({ readArticle }).library });
  await click(root, "[data-action=open]");
  await click(root, "button", "Back");

  slow.resolve(createDetail({ bodyHtml: "<p>Late</p>" }));
  await settle();

  expect(root.textContent).not.toContain("Late");
});

test("an open article is read again when it changes", async () => {
  const readArticle = vi
    .fn<Library["readArticle"]>()
    .mockResolvedValueOnce(createDetail())
    .mockResolvedValueOnce(createDetail({ card: createCard({ title: "New title" }) }));
  const { library, emit } = createFakeLibrary({ readArticle });
  const { root } = await drawApp({ library });
  await click(root, "[data-action=open]");

  await act(() => emit("articlesChanged", { ids: ["refund"] }));
  await settle();

  expect(find(root, "h1").textContent).toBe("New title");
});

test("the article stays while a page without a ticket is in front, and goes with another ticket", async () => {
  const activePage = createActivePage();
  const { root } = await drawArticle(createDetail(), { activePage });

  await act(() => {
    activePage.value = pageWith(null);
  });
  const stays = root.querySelector("[data-article]") !== null;
  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });

  expect(stays).toBe(true);
  expect(root.querySelector("[data-article]")).toBeNull();
});
