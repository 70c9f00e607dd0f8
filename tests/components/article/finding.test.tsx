// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import type { MatchedTerm } from "../../../lib/worker/protocol";
import { click, find, press, typeInto } from "../render";
import { createAnswer, createSuggestion } from "../support";
import { drawArticle } from "./draw-article";

const BODY_HTML = `<p>Look at the invoice.</p>
<h2>Bank</h2><p>Nothing here.</p>
<h2>Twice</h2><p>The customer was charged twice for one invoice. Refund it.</p>
<h3>Later</h3><ul><li>Refund the later charge.</li></ul>`;

function term(stem: string, share: number): MatchedTerm {
  return { term: stem, label: stem, share, fields: ["body"] };
}

/** The article, opened from a suggestion that matched by these words. */
function drawMatched(terms: MatchedTerm[]) {
  const suggest = async () => createAnswer({ suggestions: [createSuggestion({}, { matchedTerms: terms })] });
  return drawArticle({ bodyHtml: BODY_HTML }, {}, { suggest });
}

const TERMS = [term("charg", 0.6), term("invoic", 0.3)];

function count(root: HTMLElement): string {
  return find(root, ".match-count").textContent ?? "";
}

test("what matches is counted by place, and m and Shift+M go round", async () => {
  const { root } = await drawMatched(TERMS);
  const before = count(root);

  await press("m");
  await press("m");
  const second = count(root);
  await press("M");
  await press("M");

  expect(before).toBe("3 places");
  expect(second).toBe("2 of 3");
  expect(count(root)).toBe("3 of 3");
});

test("the passage that fits the ticket best is marked", async () => {
  const { root } = await drawMatched(TERMS);

  await vi.waitFor(() => expect(find(root, "[data-passage]").textContent).toContain("charged twice for one invoice"));
});

test("an article without a match has no line for matches", async () => {
  const { root } = await drawMatched([term("router", 1)]);

  expect(root.querySelector(".match-bar")).toBeNull();
});

test("s opens the search in the article; Enter and Shift+Enter step through what is found", async () => {
  const { root } = await drawMatched([]);
  await press("s");
  const field = find(root, ".find-field");
  const hasFocus = document.activeElement === field;

  await typeInto(field, "REFUND");
  const first = count(root);
  await press("Enter");
  const next = count(root);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey: true, bubbles: true }));

  expect(hasFocus).toBe(true);
  expect([first, next]).toEqual(["1 of 2", "2 of 2"]);
  await vi.waitFor(() => expect(count(root)).toBe("1 of 2"));
});

test("what is not in the article is said", async () => {
  const { root } = await drawMatched([]);
  await press("s");

  await typeInto(find(root, ".find-field"), "zebra");

  expect(count(root)).toBe("Not found");
});

test("Esc closes the search, not the article, and the focus returns", async () => {
  const { root } = await drawMatched(TERMS);
  const before = find(root, "[data-action=next-match]");
  before.focus();
  await press("s");
  await typeInto(find(root, ".find-field"), "refund");

  await press("Escape");

  expect(root.querySelector(".find-field")).toBeNull();
  expect(root.querySelector("[data-article]")).not.toBeNull();
  expect(count(root)).toBe("3 places");
  expect(document.activeElement).toBe(find(root, "[data-action=next-match]"));
});

test("an article of three sections has an outline that leads to its headings", async () => {
  const { root } = await drawMatched([]);
  await click(root, ".outline-toggle");
  const isOpen = find(root, ".outline-toggle").getAttribute("aria-expanded");

  await click(root, ".outline-entry", "Twice");

  expect(isOpen).toBe("true");
  expect([...root.querySelectorAll(".outline-entry")].map((entry) => entry.textContent)).toEqual([
    "Bank",
    "Twice",
    "Later",
  ]);
  expect(document.activeElement).toBe(root.querySelectorAll(".article-body h2")[1]);
});

test("an article of two sections has none", async () => {
  const { root } = await drawArticle({ bodyHtml: "<h2>a</h2><p>b</p><h2>c</h2><p>d</p>" });

  expect(root.querySelector(".outline")).toBeNull();
});
