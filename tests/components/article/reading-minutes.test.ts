import { expect, test } from "vitest";
import { readingMinutes } from "../../../components/article/reading-minutes";

const words = (count: number) => `<p>${"word ".repeat(count)}</p>`;

test.each([
  [0, 0],
  [199, 0],
  [200, 1],
  [399, 1],
  [400, 2],
])("%i words take %i minutes", (count, minutes) => {
  expect(readingMinutes(words(count))).toBe(minutes);
});

test("neither markup nor entities count as words", () => {
  expect(readingMinutes(`<p class="${"a ".repeat(300)}">${"&nbsp;".repeat(300)}</p>`)).toBe(0);
});

test("a script without spaces counts by its characters", () => {
  expect(readingMinutes(`<p>${"退款".repeat(400)}</p>`)).toBe(2);
});
