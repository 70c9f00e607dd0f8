import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Where the build for Chromium-family browsers lies, from the top of the checkout. */
export const EXTENSION_DIR = ".output/chrome-mv3";

/** Builds the extension for Chromium-family browsers. Says nothing, or throws with all that the build said. */
export async function buildExtension(root: string): Promise<void> {
  const wxt = join(root, "node_modules/wxt/bin/wxt.mjs");
  await promisify(execFile)(process.execPath, [wxt, "build", "-b", "chrome"], { cwd: root });
}
