import { fileURLToPath } from "node:url";
import { build } from "vite";

const bundles = new Map<string, Promise<string>>();

async function bundle(path: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "extensionCode" } },
  });
  const first = Array.isArray(built) ? built[0] : built;
  if (!first || !("output" in first)) throw new Error(`${path} could not be bundled.`);
  return first.output[0].code;
}

/**
 * A file of the extension as one script for a page of the extension, so that the harness does exactly what the
 * extension does. What it exports is in the variable `extensionCode`. `path` is relative to the project's root.
 */
export function bundleExtensionCode(path: string): Promise<string> {
  const known = bundles.get(path) ?? bundle(path);
  bundles.set(path, known);
  return known;
}
