/** Puts a browser on this machine: the distribution's package where that is a real one, else Playwright's download. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { findChromium, findFirefox } from "./find-browser.mjs";

/**
 * Ubuntu's packages of the same names only call a snap, which is of no use here.
 * @returns {boolean}
 */
function canUseDebianPackages() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    const release = readFileSync("/etc/os-release", "utf8");
    return /^ID=debian$/m.test(release) || (/^ID_LIKE=.*debian/m.test(release) && !/ubuntu/.test(release));
  } catch {
    // A Linux without this file is no Debian.
    return false;
  }
}

/** @type {(command: string, args: string[], stdout: "ignore" | "inherit") => boolean} */
function run(command, args, stdout) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", stdout, "inherit"], env }).status === 0;
}

/** @type {(packageName: string) => boolean} */
function installDebianPackage(packageName) {
  const install = ["install", "-y", "-qq", packageName];
  return run("apt-get", ["update", "-qq"], "ignore") && run("apt-get", install, "ignore");
}

/**
 * As root the system libraries come along, where Playwright knows the distribution.
 * @returns {boolean}
 */
function installPlaywrightChromium() {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  const download = [cli, "install", "--no-shell", "chromium"];
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  return (
    (isRoot && run(process.execPath, [...download, "--with-deps"], "inherit")) ||
    run(process.execPath, download, "inherit")
  );
}

/**
 * A fresh browser may still lack system libraries. Elsewhere than on Linux they come with it.
 * @type {(path: string) => boolean}
 */
function starts(path) {
  if (process.platform !== "linux") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

/**
 * Installs a Chromium. Answers null when it worked, else what the user can do.
 * @type {(say: (line: string) => void) => string | null}
 */
export function installChromium(say) {
  const byHand = "Install Chromium yourself and put its path into SOUFFLEUR_CHROMIUM.";
  if (canUseDebianPackages()) {
    say("Installing Chromium with apt-get. This takes a minute or two.");
    if (installDebianPackage("chromium") && findChromium().found) return null;
  }
  say("Downloading Playwright's Chromium (about 170 MB).");
  if (!installPlaywrightChromium()) return `Chromium could not be downloaded. ${byHand}`;
  const { found } = findChromium();
  if (!found) return `Chromium was downloaded, but not where it is looked for. ${byHand}`;
  if (starts(found.path)) return null;
  return `${found.path} does not start. Run "sudo npx playwright install-deps chromium" and try again.`;
}

/**
 * Installs Firefox where the distribution has it. Answers null when it worked, else what the user can do.
 * @type {(say: (line: string) => void) => string | null}
 */
export function installFirefox(say) {
  if (canUseDebianPackages()) {
    say("Installing Firefox with apt-get. This takes a minute or two.");
    if (installDebianPackage("firefox-esr") && findFirefox().found) return null;
  }
  return "Firefox is missing. Install it from https://www.mozilla.org/firefox/ or put its path into SOUFFLEUR_FIREFOX.";
}
