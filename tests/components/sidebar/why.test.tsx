// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import type { Library, MatchedTerm } from "../../../lib/worker/protocol";
import { click, drawApp, find, press } from "../render";
import { createAnswer, createFakeLibrary, createSuggestion } from "../support";

const TERMS: MatchedTerm[] = [
  { term: "card", label: "card", share: 0.05, fields: ["body"] },
  { term: "refund", label: "refunds", share: 0.34, fields: ["title", "body"] },
  { term: "bank", label: "bank", share: 0.2, fields: ["headings"] },
  { term: "visa", label: "plastic", share: 0.004, fields: ["synonym"] },
  { term: "fee", label: "fee", share: 0.01, fields: ["tags"] },
];

async function drawExplained(matchedTerms = TERMS, language = "en") {
  const suggest = vi.fn<Library["suggest"]>(async () =>
    createAnswer({ suggestions: [createSuggestion({}, { matchedTerms })] }),
  );
  const drawn = await drawApp({ library: createFakeLibrary({ suggest }).library, language });
  return { ...drawn, suggest };
}

function rows(root: ParentNode): (string | null)[] {
  return [...root.querySelectorAll(".why-row")].map((row) => row.textContent);
}

function descriptionOf(element: Element): string | null {
  return document.getElementById(element.getAttribute("aria-describedby") ?? "")?.textContent ?? null;
}

test("the words that matched stand in the order of their shares, the four largest", async () => {
  const { root } = await drawExplained();

  const words = [...root.querySelectorAll(".chip-word")].map((word) => word.textContent);

  expect(words).toEqual(["refunds", "bank", "card", "fee"]);
});

test("words that would begin a second line at 360 px stay behind the explanation", async () => {
  const long = ["compensation", "appointments", "engineers", "visits"].map((label, at) => {
    return { term: label, label, share: 0.4 - at / 10, fields: ["body" as const] };
  });
  const { root } = await drawExplained(long);
  const chips = [...root.querySelectorAll(".chip-word")].map((word) => word.textContent);

  await click(root, "[data-action=why]");

  expect(chips).toEqual(["compensation", "appointments"]);
  expect(rows(root).join()).toContain("visits");
});

test("a word tells where the article has it and what it makes of the match", async () => {
  const { root } = await drawExplained();

  const chip = find(root, ".chip", "Leave out “refunds” and look again");

  expect(descriptionOf(chip)).toBe("in the title and in the text, 34% of the match");
  expect(chip.title).toBe("Leave out “refunds” and look again (in the title and in the text, 34% of the match)");
});

test("a word says its weight by its type", async () => {
  const { root } = await drawExplained();

  const classes = [...root.querySelectorAll(".chip")].map((chip) => chip.className.trim());

  expect(classes).toEqual(["chip chip-strong", "chip", "chip chip-weak", "chip chip-weak"]);
});

test("the explanation of all words opens and closes by its button", async () => {
  const { root } = await drawExplained();
  const before = rows(root);

  await click(root, "[data-action=why]");
  const opened = rows(root);
  await click(root, "[data-action=why]");

  expect(before).toEqual([]);
  expect(opened).toEqual([
    "refundsin the title and in the text34%",
    "bankin a heading20%",
    "cardin the text5%",
    "feein the tags1%",
    "plasticthrough a synonym1%",
    "other words, their order, earlier tickets40%",
  ]);
  expect(rows(root)).toEqual([]);
});

test("the button says whether the explanation is open, and names it", async () => {
  const { root } = await drawExplained();
  const button = find(root, "[data-action=why]", "Why this article");
  const closed = button.getAttribute("aria-expanded");

  await click(root, "[data-action=why]");

  expect(closed).toBe("false");
  expect(button.getAttribute("aria-expanded")).toBe("true");
  expect(button.getAttribute("aria-controls")).toBe(find(root, ".why").id);
});

test("w explains the card with the focus, and Esc closes the explanation and goes back to its button", async () => {
  const { root } = await drawExplained();
  await press("j");

  await press("w");
  const opened = rows(root).length;
  await press("Escape");

  expect(opened).toBeGreaterThan(0);
  expect(rows(root)).toEqual([]);
  expect(document.activeElement).toBe(find(root, "[data-action=why]"));
});

test("words that explain nearly all leave no rest to tell", async () => {
  const { root } = await drawExplained([{ term: "refund", label: "refunds", share: 0.96, fields: ["title"] }]);

  await click(root, "[data-action=why]");

  expect(rows(root)).toEqual(["refundsin the title96%"]);
});

test("opening the explanation does not ask the library again", async () => {
  const { root, suggest } = await drawExplained();

  await click(root, "[data-action=why]");

  expect(suggest).toHaveBeenCalledOnce();
});

test("the explanation speaks French", async () => {
  const { root } = await drawExplained(TERMS, "fr");

  await click(root, "[data-action=why]", "Pourquoi cet article\u00a0?");

  expect(rows(root)[0]?.replace(/\s/g, " ")).toBe("refundsdans le titre et dans le texte34 %");
});

test("Esc closes the explanation as soon as it is on screen", async () => {
  const { root } = await drawExplained();
  const keyDown = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  find(root, "[data-action=open]").focus();

  keyDown("w");
  // Drawn, and no frame yet.
  for (let turns = 0; turns < 10 && rows(root).length === 0; turns += 1) await Promise.resolve();
  const before = rows(root);
  keyDown("Escape");

  expect(before).not.toEqual([]);
  await vi.waitFor(() => expect(rows(root)).toEqual([]));
});
