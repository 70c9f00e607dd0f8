// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { click, drawApp, find, press } from "../render";
import { createShell } from "../surroundings";

async function openKeys(shell: Parameters<typeof createShell>[0]) {
  const { root } = await drawApp({ shell: createShell(shell) });
  await press("?");
  return root;
}

test("the list of keys begins with the shortcut as it is set in the browser", async () => {
  const root = await openKeys({ panelShortcut: async () => "Ctrl+Shift+9" });

  const row = find(root, ".shortcut-row");

  expect([...row.querySelectorAll("kbd")].map((key) => key.textContent)).toEqual(["Ctrl", "Shift", "9"]);
  expect(row.textContent).toContain("Open and close this panel");
});

test("a shortcut that is not set is said, and leads to where it is", async () => {
  const openShortcutSettings = vi.fn();
  const root = await openKeys({ panelShortcut: async () => null, openShortcutSettings });

  await click(root, ".shortcut-row button", "Set it in the browser");

  expect(find(root, ".shortcut-row").textContent).toContain("Not set");
  expect(find(root, ".shortcut-row").textContent).toContain("Another extension may have taken the keys.");
  expect(openShortcutSettings).toHaveBeenCalledOnce();
});

test("where the browser's page cannot be opened, it is said where it is", async () => {
  const root = await openKeys({ openShortcutSettings: null });

  expect(root.querySelector(".shortcut-row button")).toBeNull();
  expect(find(root, ".shortcut-row").textContent).toContain("Manage Extension Shortcuts");
});
