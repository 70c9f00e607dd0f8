import { describe, expect, it } from "vitest";
import { findChromium, findFirefox, type Machine } from "../../../scripts/browser/find-browser.mjs";

/** A machine that holds these files, each with the start of its text, and nothing else. */
function machineWith(files: Record<string, string>, parts: Partial<Machine> = {}): Machine {
  const paths = Object.keys(files);
  return {
    platform: "linux",
    env: { PATH: "/usr/local/bin:/usr/bin" },
    homeDir: "/home/ines",
    isFile: (path) => paths.includes(path),
    readStart: (path) => files[path] ?? "",
    realPath: (path) => path,
    listFolder: (folder) => {
      const inside = paths.filter((path) => path.startsWith(`${folder}/`));
      return [
        ...new Set(
          inside.map((path) =>
            path
              .slice(folder.length + 1)
              .split("/", 1)
              .join(),
          ),
        ),
      ];
    },
    ...parts,
  };
}

const PLAYWRIGHT_DIR = "/home/ines/.cache/ms-playwright";

describe("findChromium", () => {
  it("takes Chromium on PATH before Google Chrome", () => {
    const machine = machineWith({ "/usr/bin/google-chrome": "", "/usr/bin/chromium": "" });

    expect(findChromium(machine).found).toEqual({ path: "/usr/bin/chromium", name: "Chromium", branded: false });
  });

  it("takes the browser that SOUFFLEUR_CHROMIUM names before any other", () => {
    const env = { PATH: "/usr/bin", SOUFFLEUR_CHROMIUM: "/opt/browser" };
    const machine = machineWith({ "/usr/bin/chromium": "", "/opt/browser": "" }, { env });

    expect(findChromium(machine).found?.path).toBe("/opt/browser");
  });

  it("finds none when SOUFFLEUR_CHROMIUM names a file that is not there", () => {
    const env = { PATH: "/usr/bin", SOUFFLEUR_CHROMIUM: "/opt/browser" };
    const machine = machineWith({ "/usr/bin/chromium": "" }, { env });

    expect(findChromium(machine)).toMatchObject({ found: null, unsuitable: [{ path: "/opt/browser" }] });
  });

  it("passes over a script that starts a snap", () => {
    const machine = machineWith({ "/usr/bin/chromium-browser": "#!/bin/sh\nexec /snap/bin/chromium" });

    expect(findChromium(machine)).toMatchObject({ found: null, unsuitable: [{ path: "/usr/bin/chromium-browser" }] });
  });

  it("takes the newest of Playwright's browsers", () => {
    const machine = machineWith({
      [`${PLAYWRIGHT_DIR}/chromium-990/chrome-linux/chrome`]: "",
      [`${PLAYWRIGHT_DIR}/chromium-1255/chrome-linux64/chrome`]: "",
      [`${PLAYWRIGHT_DIR}/chromium_headless_shell-1300/chrome-linux/headless_shell`]: "",
    });

    expect(findChromium(machine).found?.path).toBe(`${PLAYWRIGHT_DIR}/chromium-1255/chrome-linux64/chrome`);
  });

  it("takes Google Chrome, marked as branded, for want of anything else", () => {
    const path = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    const machine = machineWith({ [path]: "" }, { platform: "darwin", homeDir: "/Users/ines" });

    expect(findChromium(machine).found).toEqual({ path, name: "Google Chrome", branded: true });
  });

  it("finds Edge in the program folder of Windows", () => {
    const path = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const env = { Path: "C:\\Windows", "PROGRAMFILES(X86)": "C:\\Program Files (x86)" };
    const machine = machineWith({ [path]: "" }, { platform: "win32", homeDir: "C:\\Users\\ines", env });

    expect(findChromium(machine).found).toEqual({ path, name: "Microsoft Edge", branded: true });
  });

  it("finds none on a machine without browsers", () => {
    expect(findChromium(machineWith({}))).toEqual({ found: null, unsuitable: [] });
  });
});

describe("findFirefox", () => {
  it("takes firefox-esr before firefox", () => {
    const machine = machineWith({ "/usr/local/bin/firefox": "", "/usr/bin/firefox-esr": "" });

    expect(findFirefox(machine).found?.path).toBe("/usr/bin/firefox-esr");
  });
});
