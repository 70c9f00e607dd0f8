import { stat } from "node:fs/promises";
import { type ImportReport, importArticles } from "../import/import-articles";
import { readFileLines, UnreadableFileError } from "../import/read-lines";
import { type Command, CommandError } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseLanguage } from "./parse-language";
import { parseOptions } from "./parse-options";

const DEFAULT_LANGUAGE = "en";

const options = { data: { type: "string" }, language: { type: "string" } } as const;

/** `import`: takes in a file of articles. Exit code 1 when lines were bad, 2 when the file cannot be read. */
export const importFile: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new CommandError("import takes one file.");
  const defaultLanguage = parseLanguage(values.language) ?? DEFAULT_LANGUAGE;
  await checkFile(path);
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const report = await importArticles({
      db,
      clock: context.clock,
      lines: readFileLines(path),
      onBadLine: ({ line, reason }) => context.err(`line ${line}: ${reason}`),
      defaultLanguage,
    });
    context.out(summarise(report));
    return report.bad > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new CommandError(`${path} cannot be read: ${error.message}`);
    throw error;
  } finally {
    await close();
  }
};

/** Before the database is opened, so that a mistyped name makes no data folder. */
async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: Error) => error);
  if (found instanceof Error) throw new CommandError(`${path} cannot be read: ${found.message}`);
  if (!found.isFile()) throw new CommandError(`${path} is not a file.`);
}

/** For example `62 imported (60 new, 2 changed), 5 unchanged, 3 bad lines`. */
function summarise(report: ImportReport): string {
  const imported = report.new + report.changed;
  const bad = `${report.bad} bad ${report.bad === 1 ? "line" : "lines"}`;
  return `${imported} imported (${report.new} new, ${report.changed} changed), ${report.unchanged} unchanged, ${bad}`;
}
