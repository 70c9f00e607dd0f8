// @vitest-environment jsdom
import { expect, it } from "vitest";
import { drawApp, find, press } from "../render";

it("returns to the card with the focus from a page that was opened with a key and has no button", async () => {
  await drawApp();
  await press("j");
  const card = document.activeElement;

  await press("v");
  await press("Escape");

  expect(card?.closest("[data-card]")).not.toBeNull();
  expect(document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card).toBe("refund");
});

it("returns to the list, where the next key is a key, when no card had the focus before", async () => {
  const { root } = await drawApp();

  await press("v");
  await press("Escape");

  expect(document.activeElement).toBe(find(root, "main"));
  expect(root.querySelector("[data-suggestions]")).not.toBeNull();
  await press("j");
  expect(document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card).toBe("refund");
});
