import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createBrowserShell } from "../../../lib/browser/browser-shell";

type Fake = Record<string, unknown>;

/** The fake browser lacks these; each test gives those of the browser it is about. */
function give(parts: Fake): void {
  Object.assign(fakeBrowser, parts);
}

beforeEach(() => {
  vi.restoreAllMocks();
  give({ commands: { getAll: async () => [] }, action: {}, sidePanel: undefined });
});

it.each(["_execute_action", "_execute_sidebar_action"])("reads the keys of %s", async (name) => {
  give({
    commands: {
      getAll: async () => [
        { name: "other", shortcut: "Alt+O" },
        { name, shortcut: "Alt+Shift+S" },
      ],
    },
  });

  expect(await createBrowserShell().panelShortcut()).toBe("Alt+Shift+S");
});

it("answers null where the keys were taken by another extension", async () => {
  give({ commands: { getAll: async () => [{ name: "_execute_action", shortcut: "" }] } });

  expect(await createBrowserShell().panelShortcut()).toBeNull();
});

it("opens Chromium's page for shortcuts in a tab", () => {
  const create = vi.spyOn(fakeBrowser.tabs, "create");
  give({ sidePanel: {} });

  createBrowserShell().openShortcutSettings?.();

  expect(create).toHaveBeenCalledExactlyOnceWith({ url: "chrome://extensions/shortcuts" });
});

it("opens Firefox's page by its own call, and knows none in older versions", () => {
  const openShortcutSettings = vi.fn(async () => undefined);
  const older = createBrowserShell();
  give({ commands: { openShortcutSettings } });

  createBrowserShell().openShortcutSettings?.();

  expect(older.openShortcutSettings).toBeNull();
  expect(openShortcutSettings).toHaveBeenCalledOnce();
});

it("tells whether the button is in the toolbar, now and after a change, until it is stopped", async () => {
  let isOnToolbar = false;
  const listeners = new Set<() => void>();
  const onUserSettingsChanged = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  give({ action: { getUserSettings: async () => ({ isOnToolbar }), onUserSettingsChanged } });
  const told = vi.fn();

  const stop = createBrowserShell().watchToolbar(told);
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(false));
  isOnToolbar = true;
  for (const listener of listeners) listener();
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(true));
  stop();

  expect(listeners.size).toBe(0);
});

it("says nothing of the toolbar where the browser does not", async () => {
  const told = vi.fn();

  createBrowserShell().watchToolbar(told);

  await vi.waitFor(() => expect(told).toHaveBeenCalledExactlyOnceWith(null));
});
