// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { drawApp, press } from "../render";

async function drawKeys(language = "en") {
  const drawn = await drawApp({ language });
  await press("?");
  const dialog = drawn.root.querySelector<HTMLElement>("[role=dialog]");
  if (!dialog) throw new Error("The list of keys is not on screen");
  return { ...drawn, dialog };
}

describe("the list of keys", () => {
  it("has a group for each place where keys work", async () => {
    const { dialog } = await drawKeys();

    const groups = [...dialog.querySelectorAll("h3")].map((heading) => heading.textContent);
    expect(groups).toEqual(["Everywhere", "Beside a ticket", "On the article in focus", "In an open article"]);
  });

  it("calls keys as they are called in the language", async () => {
    const { dialog } = await drawKeys("fr");

    const keys = [...dialog.querySelectorAll("kbd")].map((key) => key.textContent);
    expect(keys).toContain("Entrée");
    expect(keys).toContain("Échap");
    expect(keys).not.toContain("Escape");
  });

  it("names no key twice", async () => {
    const { dialog } = await drawKeys();

    const keys = [...dialog.querySelectorAll(".key-group kbd")].map((key) => key.textContent);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it("keeps the focus among its own buttons, and reaches all of them", async () => {
    const { dialog } = await drawKeys();
    const buttons = [...dialog.querySelectorAll("button")];

    const visited = new Set([document.activeElement]);
    for (let step = 0; step < buttons.length; step += 1) {
      await press("Tab");
      visited.add(document.activeElement);
    }

    expect(visited).toEqual(new Set(buttons));
  });
});
