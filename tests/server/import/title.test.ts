import { expect, test } from "vitest";
import { firstSentence } from "../../../server/import/title";

function titleOf(text: string): string {
  return firstSentence([{ heading: "", text }]);
}

test.each([
  ["How do I pay? Use the portal.", "How do I pay?"],
  ["Version 2.5 is out. Install it.", "Version 2.5 is out."],
  ["No sentence end here\nSecond line.", "No sentence end here"],
])("takes the first sentence of %j", (text, expected) => {
  expect(titleOf(text)).toBe(expected);
});

test("cuts a long sentence at a word boundary, at most 80 characters", () => {
  const title = titleOf(`Customers who moved, ${"and then moved again, ".repeat(6)}pay once.`);

  expect(title).toBe("Customers who moved, and then moved again, and then moved again, and then moved…");
  expect(title.length).toBeLessThanOrEqual(80);
});

test("cuts a text without spaces at 80 characters", () => {
  expect(titleOf("x".repeat(200))).toBe(`${"x".repeat(79)}…`);
});

test("takes a heading that comes first", () => {
  expect(firstSentence([{ heading: "Late fees", text: "They are high." }])).toBe("Late fees");
});

test("is empty when there are no words", () => {
  expect(firstSentence([])).toBe("");
});
