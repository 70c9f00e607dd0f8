/**
 * Finds the browsers that the demo and the browser tests start. Plain JavaScript, because the set-up script runs it
 * before anything is installed; its types and promises stand in `find-browser.d.mts`.
 */
import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { posix, win32 } from "node:path";

/** @typedef {import("./find-browser.mjs").Machine} Machine */
/** @typedef {import("./find-browser.mjs").BrowserSearch} BrowserSearch */
/** @typedef {{ path: string, name: string, branded: boolean }} Candidate */

/** @type {(path: string) => string} */
function readStart(path) {
  try {
    const file = openSync(path, "r");
    const start = Buffer.alloc(2048);
    const length = readSync(file, start, 0, start.length, 0);
    closeSync(file);
    return start.toString("latin1", 0, length);
  } catch {
    // A program that may be run but not read is not one of the shell scripts looked for here.
    return "";
  }
}

/** @type {(path: string) => string} */
function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    // A dangling link: the search goes on with the path as it is and finds no file there.
    return path;
  }
}

/** @type {(path: string) => string[]} */
function listFolder(path) {
  try {
    return readdirSync(path);
  } catch {
    // No such folder.
    return [];
  }
}

/** @returns {Machine} */
export function thisMachine() {
  return {
    platform: process.platform,
    env: process.env,
    homeDir: homedir(),
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    readStart,
    realPath,
    listFolder,
  };
}

/** @type {(machine: Machine, names: string[]) => string[]} */
function onPath(machine, names) {
  const { join, delimiter } = machine.platform === "win32" ? win32 : posix;
  const folders = (machine.env.PATH ?? machine.env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  const suffix = machine.platform === "win32" ? ".exe" : "";
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

/**
 * Playwright's Chromium is looked up in its folder, newest first: importing Playwright to ask it takes half a second.
 * @type {(machine: Machine) => string[]}
 */
function inPlaywrightFolder(machine) {
  const { join } = machine.platform === "win32" ? win32 : posix;
  const { env, homeDir } = machine;
  const caches = {
    darwin: join(homeDir, "Library", "Caches"),
    win32: env.LOCALAPPDATA || join(homeDir, "AppData", "Local"),
    linux: env.XDG_CACHE_HOME || join(homeDir, ".cache"),
  };
  const cache = caches[/** @type {keyof typeof caches} */ (machine.platform)] ?? caches.linux;
  const registry = env.PLAYWRIGHT_BROWSERS_PATH || join(cache, "ms-playwright");
  const revisions = machine
    .listFolder(registry)
    .map((name) => ({ name, revision: Number(/^chromium-(\d+)$/.exec(name)?.[1]) }))
    .filter(({ revision }) => !Number.isNaN(revision))
    .sort((a, b) => b.revision - a.revision);
  return revisions.flatMap(({ name }) =>
    machine
      .listFolder(join(registry, name))
      .filter((folder) => folder.startsWith("chrome-"))
      .flatMap((folder) =>
        [
          ["chrome"],
          ["chrome.exe"],
          ["Chromium.app", "Contents", "MacOS", "Chromium"],
          ["Google Chrome for Testing.app", "Contents", "MacOS", "Google Chrome for Testing"],
        ].map((rest) => join(registry, name, folder, ...rest)),
      ),
  );
}

/**
 * Where installers put a program: application bundles on macOS, the program folders on Windows, nothing on Linux,
 * where PATH has it.
 * @type {(machine: Machine, macName: string, windowsPath: string[]) => string[]}
 */
function inUsualPlaces(machine, macName, windowsPath) {
  if (machine.platform === "darwin") {
    return ["/Applications", posix.join(machine.homeDir, "Applications")].map((folder) =>
      posix.join(folder, `${macName}.app`, "Contents", "MacOS", macName),
    );
  }
  if (machine.platform !== "win32") return [];
  const { LOCALAPPDATA, PROGRAMFILES, "PROGRAMFILES(X86)": programFilesX86 } = machine.env;
  return [LOCALAPPDATA, PROGRAMFILES, programFilesX86].flatMap((folder) =>
    folder === undefined ? [] : [win32.join(folder, ...windowsPath)],
  );
}

/** @type {(machine: Machine) => Candidate[]} */
function chromiumCandidates(machine) {
  const edge = ["Microsoft", "Edge", "Application", "msedge.exe"];
  const chrome = ["Google", "Chrome", "Application", "chrome.exe"];
  /** @type {(paths: string[], name: string, branded?: boolean) => Candidate[]} */
  const named = (paths, name, branded = false) => paths.map((path) => ({ path, name, branded }));
  return [
    ...named(onPath(machine, ["chromium", "chromium-browser"]), "Chromium"),
    ...named(inPlaywrightFolder(machine), "Playwright's Chromium"),
    ...named(inUsualPlaces(machine, "Chromium", ["Chromium", "Application", "chrome.exe"]), "Chromium"),
    ...named(onPath(machine, ["microsoft-edge", "microsoft-edge-stable"]), "Microsoft Edge", true),
    ...named(inUsualPlaces(machine, "Microsoft Edge", edge), "Microsoft Edge", true),
    ...named(onPath(machine, ["google-chrome", "google-chrome-stable"]), "Google Chrome", true),
    ...named(inUsualPlaces(machine, "Google Chrome", chrome), "Google Chrome", true),
  ];
}

/** @type {(machine: Machine) => Candidate[]} */
function firefoxCandidates(machine) {
  return [
    ...onPath(machine, ["firefox-esr", "firefox"]),
    ...(machine.platform === "darwin" ? ["/Applications/Firefox.app/Contents/MacOS/firefox"] : []),
    ...inUsualPlaces(machine, "Firefox", ["Mozilla Firefox", "firefox.exe"]),
  ].map((path) => ({ path, name: "Firefox", branded: false }));
}

/**
 * A browser inside a snap has a /tmp of its own, so nobody outside finds the profile it was given. Ubuntu's own
 * `chromium-browser` and `firefox` are scripts that call the snap.
 * @type {(machine: Machine, path: string) => boolean}
 */
function isSnap(machine, path) {
  if (path.startsWith("/snap/") || machine.realPath(path) === "/usr/bin/snap") return true;
  const start = machine.readStart(path);
  return start.startsWith("#!") && start.includes("/snap/");
}

/** @type {(machine: Machine, wish: string, name: string, candidates: () => Candidate[]) => BrowserSearch} */
function search(machine, wish, name, candidates) {
  const wished = machine.env[wish];
  if (wished) {
    const branded = /google|edge/i.test(wished);
    if (machine.isFile(wished)) return { found: { path: wished, name, branded }, unsuitable: [] };
    return { found: null, unsuitable: [{ path: wished, reason: `${wish} names it, but there is no such file` }] };
  }
  /** @type {BrowserSearch["unsuitable"]} */
  const unsuitable = [];
  for (const candidate of candidates()) {
    if (!machine.isFile(candidate.path)) continue;
    if (!isSnap(machine, candidate.path)) return { found: candidate, unsuitable };
    unsuitable.push({ path: candidate.path, reason: "it is a snap, which keeps its profile out of reach" });
  }
  return { found: null, unsuitable };
}

/** @param {Machine} [machine] */
export function findChromium(machine = thisMachine()) {
  return search(machine, "SOUFFLEUR_CHROMIUM", "Chromium", () => chromiumCandidates(machine));
}

/** @param {Machine} [machine] */
export function findFirefox(machine = thisMachine()) {
  return search(machine, "SOUFFLEUR_FIREFOX", "Firefox", () => firefoxCandidates(machine));
}

/** @type {(answer: BrowserSearch, what: string, command: string) => import("./find-browser.mjs").FoundBrowser} */
function required({ found, unsuitable }, what, command) {
  if (found) return found;
  const turnedDown = unsuitable.map(({ path, reason }) => ` ${path}: ${reason}.`).join("");
  throw new Error(`No usable ${what} here.${turnedDown} Run "${command}" to install one.`);
}

export function requireChromium() {
  return required(findChromium(), "Chromium", "node scripts/setup.mjs");
}

export function requireFirefox() {
  return required(findFirefox(), "Firefox", "node scripts/setup.mjs --with-firefox");
}
