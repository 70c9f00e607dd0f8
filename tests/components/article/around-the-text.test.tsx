// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import type { Library } from "../../../lib/worker/protocol";
import type { Disagreement } from "../../../lib/worker/protocol/reading";
import { click, find, press, settle } from "../render";
import { createActivePage, createCard, createDeferred, daysAgo, ticketPage } from "../support";
import { drawArticle } from "./draw-article";

afterEach(() => vi.useRealTimers());

const FEES = createCard({ id: "fees", title: "Card fees" });
const DISAGREEMENT: Disagreement = {
  kind: "amount",
  own: { value: "10 €", sentence: "A new card costs 10 €." },
  other: { card: FEES, value: "12 €", sentence: "A new card is 12 €." },
};

function openedTitle(root: HTMLElement): string | null {
  return find(root, "h1").textContent;
}

test("another article's amount stands over the text, with its sentence and the way there", async () => {
  const readArticle = vi.fn<Library["readArticle"]>(async ({ id }) => ({
    ...{ card: createCard({ id, title: id }), bodyHtml: "<p>Text</p>", replyText: null, escalation: null },
    ...{ tags: [], expiresAt: null, otherLanguages: [] },
  }));
  const findDisagreements: Library["findDisagreements"] = async ({ id }) => (id === "refund" ? [DISAGREEMENT] : []);
  const { root } = await drawArticle({}, {}, { findDisagreements, readArticle });
  const notice = find(root, ".disagreements");
  const isOverText = notice.compareDocumentPosition(find(root, ".article-body")) & Node.DOCUMENT_POSITION_FOLLOWING;
  const words = notice.textContent;

  await click(root, "button", "Open that article: Card fees");

  expect(words).toContain("“Card fees” says 12 €, this article 10 €.");
  expect(words).toContain("A new card is 12 €.");
  expect(isOverText).toBeTruthy();
  expect(openedTitle(root)).toBe("fees");
});

test("a slow answer on contradictions does not hold the text back, and stands below it", async () => {
  const slow = createDeferred<Disagreement[]>();
  const { root } = await drawArticle({}, {}, { findDisagreements: () => slow.promise });

  await act(async () => slow.resolve([DISAGREEMENT]));
  await settle();

  const place = find(root, ".article-body").compareDocumentPosition(find(root, ".disagreements"));
  expect(place & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test("an article is read although its contradictions cannot be asked for", async () => {
  const { root } = await drawArticle({}, {}, { findDisagreements: () => Promise.reject(new Error("no")) });

  expect(find(root, ".article-body").textContent).toBe("Open the invoice.");
  expect(root.querySelector(".disagreements")).toBeNull();
});

test("related articles open, and back leads to the article before", async () => {
  const { root } = await drawArticle({}, {}, { relatedArticles: async () => [FEES] });
  await settle();

  await click(root, ".related-article");
  const isOpen = root.querySelector("[data-article=fees]") !== null;
  await click(root, "button", "Back");

  expect(isOpen).toBe(true);
  expect(root.querySelector("[data-article=refund]")).not.toBeNull();
});

test("an opened article is counted once", async () => {
  const countUsage = vi.fn<Library["countUsage"]>(async () => undefined);

  const { emit } = await drawArticle({}, {}, { countUsage });
  await act(() => emit("articlesChanged", { ids: ["refund"] }));
  await settle();

  const opened = countUsage.mock.calls.filter(([{ type }]) => type === "opened");
  expect(opened).toEqual([[{ type: "opened", articleId: "refund" }]]);
});

test("a yes is told with the ticket in front and thanked for", async () => {
  const rateArticle = vi.fn<Library["rateArticle"]>(async () => undefined);
  const { root } = await drawArticle({}, { activePage: createActivePage(ticketPage({ id: "9" })) }, { rateArticle });

  await click(root, ".rating-button", "Yes");
  await click(root, ".rating-button", "Yes");

  expect(rateArticle).toHaveBeenCalledOnce();
  expect(rateArticle.mock.lastCall?.[0]).toMatchObject({ articleId: "refund", isHelpful: true, ticket: { id: "9" } });
  expect(find(root, ".rating").textContent).toContain("Thank you.");
});

test("a no without a ticket offers the flag and flags nothing by itself", async () => {
  const rateArticle = vi.fn<Library["rateArticle"]>(async () => undefined);
  const { root } = await drawArticle({}, {}, { rateArticle });
  await click(root, ".rating-button", "No");
  const flagged = root.querySelector(".flag-strip");

  await click(root, ".rating .text-button", "Flag as wrong");

  expect(rateArticle.mock.lastCall?.[0]).toMatchObject({ isHelpful: false });
  expect(flagged).toBeNull();
  expect(find(root, ".flag-strip").textContent).toContain("Flagged");
});

test("an answer that could not be saved says so and is open again", async () => {
  const { root } = await drawArticle({}, {}, { rateArticle: () => Promise.reject(new Error("full")) });

  await click(root, ".rating-button", "Yes");

  expect(find(root, ".rating").textContent).toContain("could not be saved");
  expect(find(root, ".rating-button", "Yes").getAttribute("aria-pressed")).toBe("false");
});

test("t copies the article's text with its title", async () => {
  const copyText = vi.fn(async () => undefined);
  await drawArticle({ bodyHtml: "<h2>Steps</h2><ol><li>Open</li><li>Close</li></ol>" }, { copyText });

  await press("t");

  expect(copyText).toHaveBeenCalledExactlyOnceWith("Refund a double charge\n\nSteps\n\n1. Open\n2. Close");
});

test("o opens the help centre's page, and without one says why not", async () => {
  const openUrl = vi.fn();
  await drawArticle({}, { openUrl });
  await press("o");
  const opened = openUrl.mock.calls;

  const { root } = await drawArticle({ card: createCard({ url: null }) }, { openUrl });
  await press("o");

  expect(opened).toEqual([["https://help.acme.example/refund"]]);
  expect(find(root, ".menu .hint-bubble").textContent).toBe("This article has no public address.");
});

test("steps and code are copied from where they stand, and their buttons are no part of the text", async () => {
  const copyText = vi.fn(async () => undefined);
  const bodyHtml = "<ol><li>Open</li><li>Close</li></ol><pre>refund --all\n</pre>";
  const { root } = await drawArticle({ bodyHtml }, { copyText });

  await click(root, "button", "Copy steps");
  await click(root, "button", "Copy code");

  expect(copyText.mock.calls).toEqual([["1. Open\n2. Close"], ["refund --all"]]);
  expect(find(root, ".article-body").textContent).toBe("OpenCloserefund --all\n");
});

test("a inserts the answer from the top bar, where nothing has to scroll", async () => {
  const { root } = await drawArticle({ replyText: "Hello" });

  await press("a");

  expect(find(root, ".article-top [data-action=insert-answer]").dataset.outcome).toBe("copied");
});

test("the article says who verified it, when it is due again and until when it is shown", async () => {
  const card = createCard({ verifiedAt: daysAgo(10), verifiedBy: "Nora Lindqvist", verifyEveryDays: 30 });
  const { root } = await drawArticle({ card, expiresAt: "2027-03-31T12:00:00Z" });

  const about = find(root, ".article-about").textContent;

  expect(about).toContain("VerifiedNov 11, 2026, by Nora Lindqvist");
  expect(about).toContain("Verification dueDec 11, 2026");
  expect(about).toContain("Shown untilMar 31, 2027");
});

test("the article's id is copied", async () => {
  const copyText = vi.fn(async () => undefined);
  const { root } = await drawArticle({}, { copyText });

  await click(root, ".article-id button");

  expect(copyText).toHaveBeenCalledExactlyOnceWith("refund");
});
