import { access } from "node:fs/promises";
import { type OpenDatabase, openDatabase } from "../db/open-database";
import { runImport } from "../import/run-import";
import { type ImportSource, ImportStoppedError, SourceError } from "../import/source";
import { type Command, type CommandContext, CommandError } from "./command";
import { createImportProgress } from "./import-progress";
import { summariseImport } from "./import-report";
import { type ImportValues, openSource, parseImport } from "./import-sources";
import { openConfiguredDatabase } from "./open-configured-database";

/**
 * `import`: takes in articles of a file, a folder or a help center. Exit code 1 when some were bad, 2 when the source
 * cannot be read or somebody stopped it; what was read by then stays.
 */
export const importArticles: Command = async (args, context) => {
  const { kind, place, values } = parseImport(args);
  const stop = new AbortController();
  const progress = createImportProgress(context);
  const source = await openOrExplain(() =>
    openSource({ kind, place, values, context, stop: stop.signal, say: progress.say }),
  );
  // Once: a second signal ends the process at once, which loses the batch under way only.
  void context.waitForStop().then(() => stop.abort());
  const { db, close } = await openFor(values, context);
  try {
    const report = await runImport(
      source,
      {
        ...{ db, clock: context.clock, stop: stop.signal },
        onBad: ({ place: where, reason }) => progress.say(`${where}: ${reason}`),
        onProgress: progress.show,
        onResume: ({ read }) => progress.say(`Going on where the last import of ${source.key} stopped, after ${read}.`),
      },
      {
        ...{ dryRun: values["dry-run"] ?? false, restart: values.restart ?? false },
        ...{ keepMissing: values["keep-missing"] ?? false, archiveMany: values["archive-many"] ?? false },
        allowPublic: values["allow-public"] ?? false,
      },
    );
    progress.end();
    for (const line of summariseImport(report, kind, values["dry-run"] ?? false)) {
      if (line.isResult) context.out(line.text);
      else context.err(line.text);
    }
    return report.bad > 0 ? 1 : 0;
  } catch (error) {
    progress.end();
    throw explain(error, source, values);
  } finally {
    await close();
  }
};

async function openOrExplain(open: () => Promise<ImportSource>): Promise<ImportSource> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof SourceError) throw new CommandError(error.message);
    throw error;
  }
}

function explain(error: unknown, { key }: ImportSource, values: ImportValues): unknown {
  const isStopped = error instanceof ImportStoppedError;
  if (!isStopped && !(error instanceof SourceError)) return error;
  const what = isStopped ? `The import of ${key} was stopped.` : error.message;
  const after = values["dry-run"]
    ? "Nothing was written."
    : "What was read so far is kept; the same command goes on from there, and with --restart it starts over.";
  return new CommandError(`${what}\n${after}`);
}

/** Trying out is no reason to make a data folder: where there is none, an empty database in memory serves. */
async function openFor(values: ImportValues, context: CommandContext): Promise<OpenDatabase> {
  const dataDir = values.data ?? context.config.dataDir;
  const isThere = await access(dataDir).then(
    () => true,
    () => false,
  );
  if (!values["dry-run"] || context.config.databaseUrl !== null || isThere) {
    return openConfiguredDatabase(context, values.data);
  }
  context.err(`There is no database in ${dataDir} yet: trying out with an empty one.`);
  return openDatabase({ memory: true });
}
