import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "../../lib/contract/zod";

const manifestSchema = z.object({
  background: z.object({ service_worker: z.string().optional() }).optional(),
  side_panel: z.object({ default_path: z.string() }).optional(),
  sidebar_action: z.object({ default_panel: z.string() }).optional(),
  browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }).optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What the harness needs of a built extension's manifest. Throws, naming the build command, when there is no build. */
export function readManifest(extensionDir: string): Manifest {
  const path = join(extensionDir, "manifest.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Error(`No built extension in ${extensionDir}. Run "npm run build" first.`, { cause: error });
  }
  return manifestSchema.parse(JSON.parse(text));
}
