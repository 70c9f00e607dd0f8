/** What the panel asks of the browser around it: its shortcut, and its button in the toolbar. */
import { browser } from "wxt/browser";

export type BrowserShell = {
  /** The keys that open and close the panel, as the browser writes them; null when none are set. */
  panelShortcut(): Promise<string | null>;
  /** Opens the browser's own page for shortcuts, straight from a click; null where it cannot be opened. */
  openShortcutSettings: (() => void) | null;
  /** Tells, now and after each change, whether the button is in the toolbar; null where the browser does not say. */
  watchToolbar(listener: (isOnToolbar: boolean | null) => void): () => void;
};

const OPENS_PANEL = ["_execute_action", "_execute_sidebar_action"];

/** Newer than WXT's types. */
type Newer = {
  commands?: { openShortcutSettings?(): Promise<void> };
  action?: {
    getUserSettings?(): Promise<{ isOnToolbar?: boolean }>;
    onUserSettingsChanged?: {
      addListener(listener: () => void): void;
      removeListener(listener: () => void): void;
    };
  };
};

function complain(error: unknown): void {
  console.error("Souffleur", error);
}

async function readToolbar({ action }: Newer): Promise<boolean | null> {
  return (await action?.getUserSettings?.())?.isOnToolbar ?? null;
}

/** Chromium's page for shortcuts opens in a tab; Firefox has a call for it from version 137 on. */
function shortcutSettings(newer: Newer): (() => void) | null {
  if (browser.sidePanel)
    return () => void browser.tabs.create({ url: "chrome://extensions/shortcuts" }).catch(complain);
  const open = newer.commands?.openShortcutSettings;
  return open ? () => void open().catch(complain) : null;
}

/** The browser this extension runs in. */
export function createBrowserShell(): BrowserShell {
  const newer = browser as unknown as Newer;
  return {
    async panelShortcut() {
      const commands = await browser.commands.getAll();
      return commands.find(({ name }) => name !== undefined && OPENS_PANEL.includes(name))?.shortcut || null;
    },
    openShortcutSettings: shortcutSettings(newer),
    watchToolbar(listener) {
      const tell = () => void readToolbar(newer).then(listener, () => listener(null));
      const changes = newer.action?.onUserSettingsChanged;
      changes?.addListener(tell);
      tell();
      return () => changes?.removeListener(tell);
    },
  };
}
