/**
 * Brings a fresh checkout to where everything runs: checks Node, installs the packages when they are missing or
 * behind the lock file, and finds or installs a browser. Does nothing, quickly, when all is there.
 *
 *   node scripts/setup.mjs [--quiet] [--with-firefox]
 */
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [20, 19];
const USAGE = "Usage: node scripts/setup.mjs [--quiet] [--with-firefox]";
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @type {(line: string, exitCode?: number) => never} */
function giveUp(line, exitCode = 1) {
  console.error(line);
  process.exit(exitCode);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  giveUp(
    `Node ${OLDEST_NODE.join(".")} or later is needed; this is ${process.versions.node}. See https://nodejs.org/.`,
  );
}

/** @type {(path: string) => number} */
function modifiedAtMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * Whether every package the lock file asks for is installed in that version. Packages for other machines may be missing.
 * @type {(lockPath: string, installedPath: string) => boolean}
 */
function isSameTree(lockPath, installedPath) {
  try {
    const { packages: wanted } = JSON.parse(readFileSync(lockPath, "utf8"));
    const { packages: installed } = JSON.parse(readFileSync(installedPath, "utf8"));
    return Object.keys(wanted).every((path) => {
      if (path === "") return true;
      if (installed[path] === undefined) return wanted[path].optional === true;
      return installed[path].version === wanted[path].version;
    });
  } catch {
    // A file cut short by an interrupted install: installing again puts it right.
    return false;
  }
}

/** Git gives a new time to a lock file it has not changed, so a later time alone is no reason to install. */
function arePackagesCurrent() {
  const lockPath = join(root, "package-lock.json");
  const installedPath = join(root, "node_modules", ".package-lock.json");
  const installedAtMs = modifiedAtMs(installedPath);
  if (installedAtMs === 0) return false;
  return modifiedAtMs(lockPath) <= installedAtMs || isSameTree(lockPath, installedPath);
}

/** @type {(command: string) => boolean} */
function runNpm(command) {
  const line = `npm ${command} --no-audit --no-fund`;
  return spawnSync(line, { cwd: root, shell: true, stdio: "inherit" }).status === 0;
}

/**
 * `npm ci` refuses a lock file that names no package for this kind of machine; `npm install` fills the gap.
 * @type {(say: (line: string) => void) => void}
 */
function installPackages(say) {
  const hasLock = modifiedAtMs(join(root, "package-lock.json")) > 0;
  const isMissing = modifiedAtMs(join(root, "node_modules")) === 0;
  say(`${isMissing ? "Installing" : "Updating"} the packages. This takes about a minute.`);
  if (hasLock && runNpm("ci --loglevel=silent")) return;
  if (hasLock) say("The packages could not be installed from the lock file alone; trying npm install.");
  if (!runNpm("install --loglevel=error"))
    giveUp("The packages could not be installed. Check the network, run it again.");
}

/** @type {(say: (line: string) => void, withFirefox: boolean) => Promise<string>} */
async function provideBrowsers(say, withFirefox) {
  const { findChromium, findFirefox } = await import("./browser/find-browser.mjs");
  const install = () => import("./browser/install-browser.mjs");
  if (!findChromium().found) {
    for (const { path, reason } of findChromium().unsuitable) say(`${path} cannot be used: ${reason}.`);
    if (process.env.SOUFFLEUR_CHROMIUM) giveUp("Correct SOUFFLEUR_CHROMIUM or take it away.");
    const advice = (await install()).installChromium(say);
    if (advice !== null) giveUp(advice);
  }
  if (withFirefox && !findFirefox().found) {
    for (const { path, reason } of findFirefox().unsuitable) say(`${path} cannot be used: ${reason}.`);
    if (process.env.SOUFFLEUR_FIREFOX) giveUp("Correct SOUFFLEUR_FIREFOX or take it away.");
    const advice = (await install()).installFirefox(say);
    if (advice !== null) giveUp(advice);
  }
  const chromium = findChromium().found;
  const firefox = withFirefox ? findFirefox().found : null;
  const note = chromium?.branded ? " (the last resort: Chromium is the browser this is tested with)" : "";
  return `${chromium?.name} at ${chromium?.path}${note}${firefox ? `, Firefox at ${firefox.path}` : ""}`;
}

const options = process.argv.slice(2);
const unknown = options.find((option) => !["--quiet", "--with-firefox"].includes(option));
if (unknown !== undefined) giveUp(`Unknown option ${unknown}. ${USAGE}`, 2);

checkNode();
if (!arePackagesCurrent()) installPackages(console.log);
const browsers = await provideBrowsers(console.log, options.includes("--with-firefox"));
if (!options.includes("--quiet")) console.log(`Ready: Node ${process.versions.node}, packages, ${browsers}.`);
