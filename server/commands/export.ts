import { ExportPlaceError, exportLines, exportMarkdown } from "../export/write-export";
import { type Command, CommandError } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseOptions } from "./parse-options";

const options = {
  data: { type: "string" },
  format: { type: "string" },
  versions: { type: "boolean", default: false },
  force: { type: "boolean", default: false },
} as const;

/** `export`: writes everything the team owns into a file of JSON lines or a folder of Markdown files. */
export const exportAll: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new CommandError("export takes one file, or one folder.");
  const isLines = /\.jsonl(\.gz)?$/.test(path);
  const format = values.format ?? (isLines ? "jsonl" : "markdown");
  if (format !== "jsonl" && format !== "markdown") throw new CommandError("--format: expected jsonl or markdown.");
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const place = { db, path: path.replace(/\/+$/, ""), withVersions: values.versions, isReplacing: values.force };
    const { articles, others: rest } = await (format === "jsonl" ? exportLines(place) : exportMarkdown(place));
    context.out(`${articles} articles and ${rest} other entries are in ${path}.`);
    return 0;
  } catch (error) {
    if (error instanceof ExportPlaceError) throw new CommandError(error.message);
    if (error instanceof Error && "syscall" in error)
      throw new CommandError(`${path} cannot be written: ${error.message}`);
    throw error;
  } finally {
    await close();
  }
};
