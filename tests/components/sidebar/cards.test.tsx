// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ArticleCard, Library, MatchedTerm, Suggestion } from "../../../lib/worker/protocol";
import { click, drawApp, find, settle } from "../render";
import {
  createActivePage,
  createAnswer,
  createFakeLibrary,
  createSuggestion,
  daysAgo,
  NOW_MS,
  ticketPage,
} from "../support";

beforeEach(() => vi.useFakeTimers({ now: NOW_MS }));
afterEach(() => vi.useRealTimers());

async function drawCard(card: Partial<ArticleCard>, more: Partial<Suggestion> = {}, language = "en") {
  const answer = createAnswer({ suggestions: [createSuggestion(card, more)] });
  const { library } = createFakeLibrary({ suggest: async () => answer });
  return drawApp({ library, language });
}

test("at most five suggestions are shown", async () => {
  const suggestions = ["1", "2", "3", "4", "5", "6"].map((id) => createSuggestion({ id }));
  const { library } = createFakeLibrary({ suggest: async () => createAnswer({ suggestions }) });

  const { root } = await drawApp({ library });

  expect(root.querySelectorAll("[data-card]")).toHaveLength(5);
});

test.each<[string, Partial<ArticleCard>, string]>([
  [
    "verified by a person",
    { verifiedAt: daysAgo(12), verifiedBy: "Nora Lindqvist" },
    "Verified 12 days ago by Nora Lindqvist",
  ],
  ["verified by nobody known, so by its owner", { verifiedAt: daysAgo(12) }, "Verified 12 days ago by Billing"],
  ["verified, without an owner", { verifiedAt: daysAgo(1), owner: null }, "Verified yesterday"],
  ["verified too long ago", { verifiedAt: daysAgo(214) }, "Not verified for 7 months"],
  ["never verified", { verifiedAt: null }, "Never verified"],
  ["flagged by others", { openFlags: 2 }, "2 open flags"],
  [
    "a translation that lags",
    { language: "it", translation: { sourceId: "a", sourceLanguage: "en", versionsBehind: 2 } },
    "Italian is 2 versions behind",
  ],
])("%s is said in words", async (_name, card, words) => {
  const { root } = await drawCard(card);

  expect([...root.querySelectorAll(".fact")].map((fact) => fact.textContent)).toContain(words);
});

test("the interval of the article decides when it is due", async () => {
  const { root } = await drawCard({ verifiedAt: daysAgo(40), verifyEveryDays: 30 });

  expect(find(root, ".fact-due").textContent).toBe("Not verified for 40 days");
});

test("the trust line speaks French", async () => {
  const { root } = await drawCard({ verifiedAt: daysAgo(12) }, {}, "fr-CA");

  expect(find(root, ".fact-verified").textContent).toBe("Vérifié il y a 12 jours par Billing");
});

test("matched words are marked and markup in a passage stays text", async () => {
  const text = "<b>Refund</b> the charge";
  const passage = { heading: "", text, marks: [{ start: 3, end: 9 }] };

  const { root } = await drawCard({}, { passage });

  expect(find(root, ".card-passage mark").textContent).toBe("Refund");
  expect(find(root, ".card-passage").textContent).toBe(text);
});

test("marks that overlap or leave the text are put right", async () => {
  const marks = [
    { start: 4, end: 99 },
    { start: 0, end: 6 },
  ];

  const { root } = await drawCard({}, { passage: { heading: "", text: "Refund it", marks } });

  expect([...root.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["Refund", " it"]);
});

test("a long passage starts near its first marked word", async () => {
  const text = `${"word ".repeat(60)}refund`;

  const { root } = await drawCard({}, { passage: { heading: "", text, marks: [{ start: 300, end: 306 }] } });

  expect(find(root, "mark").textContent).toBe("refund");
  expect(find(root, ".card-passage").textContent).toMatch(/^…word/);
});

test("an article in the ticket's language is marked quietly, one in another language stands out", async () => {
  const { root } = await drawCard({ language: "en-GB" });
  const other = await drawCard({ language: "fr" });

  expect(root.querySelector(".badge-language")).toBeNull();
  expect(find(other.root, ".badge-language").textContent).toBe("French");
});

test("a copied link says so for two seconds", async () => {
  const { root } = await drawCard({});
  await click(root, "[data-action=copy-link]");
  const said = find(root, ".hint-bubble").textContent;

  await act(async () => {
    await vi.advanceTimersByTimeAsync(2000);
  });

  expect(said).toBe("Copied");
  expect(root.querySelector(".hint-bubble")).toBeNull();
});

test("a clipboard that refuses is told", async () => {
  const { root } = await drawApp({ copyText: () => Promise.reject(new Error("no focus")) });

  await click(root, "[data-action=copy-link]");

  expect(find(root, ".hint-bubble").textContent).toContain("Not copied");
});

test("an internal article without an address says why there is no link", async () => {
  const copyText = vi.fn(async () => undefined);
  const answer = createAnswer({ suggestions: [createSuggestion({ audience: "internal", url: null })] });
  const { root } = await drawApp({ library: createFakeLibrary({ suggest: async () => answer }).library, copyText });

  await click(root, "[data-action=copy-link]");

  expect(find(root, ".hint-bubble").textContent).toBe("No link to copy: this article is internal.");
  expect(copyText).not.toHaveBeenCalled();
});

const TERMS: MatchedTerm[] = [
  { term: "refund", label: "refunds", share: 0.6, fields: ["title"] },
  { term: "card", label: "card", share: 0.4, fields: ["body"] },
];

async function drawWithTerms() {
  const suggest = vi.fn<Library["suggest"]>(async () =>
    createAnswer({ suggestions: [createSuggestion({}, { matchedTerms: TERMS })] }),
  );
  const activePage = createActivePage();
  const drawn = await drawApp({ library: createFakeLibrary({ suggest }).library, activePage });
  return { ...drawn, suggest, activePage, dropped: () => suggest.mock.lastCall?.[0].droppedTerms };
}

test("pressing a matched word asks again without it", async () => {
  const { root, dropped } = await drawWithTerms();

  await click(root, ".chip", "Leave out “refunds” and look again");

  expect(dropped()).toEqual(["refund"]);
  expect(find(root, ".dropped-words").textContent).toBe("Left out: refunds");
});

test("left-out words can be brought back", async () => {
  const { root, dropped } = await drawWithTerms();
  await click(root, ".chip", "Leave out “refunds” and look again");

  await click(root, ".dropped-terms button");

  expect(dropped()).toEqual([]);
  expect(root.querySelector(".dropped-terms")).toBeNull();
});

test("words are left out for one ticket only, and still are when the agent comes back to it", async () => {
  const { root, dropped, activePage } = await drawWithTerms();
  await click(root, ".chip", "Leave out “refunds” and look again");

  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  const elsewhere = dropped();
  await act(() => {
    activePage.value = ticketPage();
  });

  expect(elsewhere).toEqual([]);
  expect(dropped()).toEqual(["refund"]);
});

test("new suggestions are announced once", async () => {
  const { library, emit } = createFakeLibrary();
  const { root } = await drawApp({ library });
  const region = find(root, "[aria-live=polite]");
  const said = region.textContent;
  const changes = vi.fn();
  const observer = new MutationObserver(changes);
  observer.observe(region, { childList: true, characterData: true, subtree: true });

  emit("articlesChanged", { ids: ["refund"] });
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1000);
  });
  await settle();

  expect(said).toBe("1 suggestion for ticket 4711");
  expect(changes).not.toHaveBeenCalled();
});

test.each([
  ["insert-link", "i"],
  ["copy-link", "c"],
  ["flag", "f"],
  ["pin", "p"],
])("the tooltip of %s names its key", async (action, key) => {
  const { root } = await drawCard({});

  const button = find(root, `[data-card] [data-action=${action}]`);

  expect(button.title).toMatch(new RegExp(` \\(${key}\\)$`));
  expect(button.getAttribute("aria-keyshortcuts")).toBe(key);
});
