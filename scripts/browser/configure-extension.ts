import { type Connection, connectionSchema, type Settings, settingsSchema } from "../../lib/db/settings-database";
import { bundleExtensionCode } from "./extension-code";

/** Whatever runs an expression in a page of the extension: Chromium's and Firefox's harness both do. */
type ExtensionEvaluator = { evaluate(expression: string): Promise<unknown> };

/**
 * Saves a connection as the options page would, and answers all settings. Meant for before the panel is opened. Throws
 * when the connection is not of the shape the extension reads.
 */
export async function configureExtension(
  extension: ExtensionEvaluator,
  { connection, ...others }: { connection: Connection | null } & Partial<Omit<Settings, "connection">>,
): Promise<Settings> {
  const code = await bundleExtensionCode("lib/db/settings-database.ts");
  const changes = { ...others, connection: connectionSchema.nullable().parse(connection) };
  const expression = `(async () => {
    ${code}
    return extensionCode.changeSettings((settings) => ({ ...settings, ...${JSON.stringify(changes)} }));
  })()`;
  return settingsSchema.parse(await extension.evaluate(expression));
}
