// @vitest-environment jsdom
import { expect, test } from "vitest";
import { matchingWords } from "../../../components/article-body/mark-words";

function markedWords(bodyHtml: string, stems: string[]): string[] {
  const container = document.createElement("div");
  container.innerHTML = bodyHtml;
  return matchingWords(container, stems).map(({ range }) => String(range));
}

test("forms of a matched word are marked, across elements", () => {
  expect(markedWords("<p>Refunds: a <b>refunded</b> sum</p>", ["refund"])).toEqual(["Refunds", "refunded"]);
});

test("accents and capitals do not matter", () => {
  expect(markedWords("<p>Prélèvement, PRÉLÈVEMENTS</p>", ["prelev"])).toEqual(["Prélèvement", "PRÉLÈVEMENTS"]);
});

test("a longer word that begins alike is not marked", () => {
  expect(markedWords("<p>car, cars, cardiology</p>", ["car"])).toEqual(["car", "cars"]);
});
