// @vitest-environment jsdom
import { expect, test } from "vitest";
import { findInBody } from "../../../components/article-body/find-in-body";

function found(bodyHtml: string, words: string): string[] {
  const container = document.createElement("div");
  container.innerHTML = bodyHtml;
  return findInBody(container, words).map(String);
}

test.each([
  ["refund", ["Refund", "refund"]],
  ["PRELEVEMENT", ["Prélèvement"]],
  ["prélèvement", ["Prélèvement"]],
  ["oeuvre", []],
  ["nowhere", []],
  ["  ", []],
])("%j is found with case and accents aside", (words, expected) => {
  expect(found("<p>Refund, refund. Prélèvement.</p>", words)).toEqual(expected);
});

test("words are found across emphasis and links, and over a line break of the source", () => {
  expect(found("<p>Ask for the <b>line</b> of\n the <a href='#'>statement</a>.</p>", "line of the state")).toEqual([
    "line of\n the state",
  ]);
});

test("words do not run from one block into the next", () => {
  expect(found("<p>Open the</p><p>invoice</p><ul><li>a</li><li>b</li></ul>", "the invoice")).toEqual([]);
  expect(found("<ul><li>a</li><li>b</li></ul>", "ab")).toEqual([]);
});

test("a letter that folds to two keeps its place", () => {
  expect(found("<p>Eﬃcient desk</p>", "desk")).toEqual(["desk"]);
});

test("places come in reading order and never overlap", () => {
  expect(found("<p>aaaa</p>", "aa")).toEqual(["aa", "aa"]);
});
