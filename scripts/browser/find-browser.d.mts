/** A browser that can be started. `path` is absolute. `branded`: Google Chrome or Edge, used only for want of Chromium. */
export type FoundBrowser = { path: string; name: string; branded: boolean };

/** What a search looked at and turned down, and why, in words for the user. */
export type UnsuitableBrowser = { path: string; reason: string };

export type BrowserSearch = { found: FoundBrowser | null; unsuitable: UnsuitableBrowser[] };

/** What a search asks of the machine it runs on. `readStart` answers the first 2 kB, "" when the file cannot be read. */
export type Machine = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  homeDir: string;
  isFile(path: string): boolean;
  readStart(path: string): string;
  realPath(path: string): string;
  /** Names in a folder, [] when it does not exist. */
  listFolder(path: string): string[];
};

/** The machine this process runs on. */
export function thisMachine(): Machine;

/**
 * Finds a browser of the Chromium family that loads unpacked extensions: `SOUFFLEUR_CHROMIUM`, then Chromium on PATH,
 * Playwright's own, the usual places, and last Edge and Chrome. Starts nothing and imports nothing heavy.
 */
export function findChromium(machine?: Machine): BrowserSearch;

/** Finds Firefox: `SOUFFLEUR_FIREFOX`, then `firefox-esr` and `firefox` on PATH, then the usual places. */
export function findFirefox(machine?: Machine): BrowserSearch;

/** The browser to start; throws an error that says how to get one. */
export function requireChromium(): FoundBrowser;

/** The Firefox to start; throws an error that says how to get one. */
export function requireFirefox(): FoundBrowser;
