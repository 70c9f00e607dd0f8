// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { drawArticle } from "../article/draw-article";
import { click, find, press } from "../render";

const more = "More actions";

test("the menu opens with its first line in focus, and Esc gives the focus back without leaving the article", async () => {
  const { root } = await drawArticle();

  await click(root, "button", more);
  const first = document.activeElement;
  await press("Escape");

  expect(first).toBe(root.querySelector("[role=menuitem]"));
  expect(find(root, "button", more).getAttribute("aria-expanded")).toBe("false");
  expect(document.activeElement).toBe(find(root, "button", more));
  expect(root.querySelector("[data-article]")).not.toBeNull();
});

test("arrows go round, Home and End go to the ends, a letter to the line that begins with it", async () => {
  const { root } = await drawArticle();
  const lines = [...root.querySelectorAll("[role=menuitem]")];
  await click(root, "button", more);

  await press("ArrowUp");
  const last = document.activeElement;
  await press("ArrowDown");
  const round = document.activeElement;
  await press("End");
  const end = document.activeElement;
  await press("o");

  expect([last, round, end]).toEqual([lines.at(-1), lines[0], lines.at(-1)]);
  expect(document.activeElement?.textContent).toContain("Open in help centre");
});

test("a press elsewhere closes the menu", async () => {
  const { root } = await drawArticle();
  await click(root, "button", more);

  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  await vi.waitFor(() => expect(find(root, "[role=menu]").hidden).toBe(true));
});

test("a letter in the open menu is not one of the panel's keys", async () => {
  const copyText = vi.fn(async () => undefined);
  const { root } = await drawArticle({}, { copyText });
  await click(root, "button", more);

  await press("c");

  expect(copyText).not.toHaveBeenCalled();
});
