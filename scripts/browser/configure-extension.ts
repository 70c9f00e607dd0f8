import { fileURLToPath } from "node:url";
import { build } from "vite";
import { type Connection, connectionSchema, type Settings, settingsSchema } from "../../lib/db/settings-database";

/** Whatever runs an expression in a page of the extension: Chromium's and Firefox's harness both do. */
type ExtensionEvaluator = { evaluate(expression: string): Promise<unknown> };

let settingsDatabaseCode: Promise<string> | undefined;

/** The extension's own settings code as one script, so that the harness writes exactly what the extension reads. */
async function bundleSettingsDatabase(): Promise<string> {
  const entry = fileURLToPath(new URL("../../lib/db/settings-database.ts", import.meta.url));
  const bundles = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "settingsDatabase" } },
  });
  const bundle = Array.isArray(bundles) ? bundles[0] : bundles;
  if (!bundle || !("output" in bundle)) throw new Error("The settings code could not be bundled.");
  return bundle.output[0].code;
}

/**
 * Saves a connection as the options page would, and answers all settings. Meant for before the panel is opened. Throws
 * when the connection is not of the shape the extension reads.
 */
export async function configureExtension(
  extension: ExtensionEvaluator,
  { connection, ...others }: { connection: Connection | null } & Partial<Pick<Settings, "interfaceLanguage">>,
): Promise<Settings> {
  settingsDatabaseCode ??= bundleSettingsDatabase();
  const code = await settingsDatabaseCode;
  const changes = { ...others, connection: connectionSchema.nullable().parse(connection) };
  const expression = `(async () => {
    ${code}
    return settingsDatabase.changeSettings((settings) => ({ ...settings, ...${JSON.stringify(changes)} }));
  })()`;
  return settingsSchema.parse(await extension.evaluate(expression));
}
