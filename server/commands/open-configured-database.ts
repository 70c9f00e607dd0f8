import { DataFolderInUseError } from "../db/data-folder-lock";
import { type OpenDatabase, openDatabase } from "../db/open-database";
import { type CommandContext, CommandError } from "./command";

/**
 * Opens PostgreSQL when `DATABASE_URL` is set, else the built-in database, and says which. Throws `CommandError` when
 * it cannot be opened.
 */
export async function openConfiguredDatabase(
  { config, err }: CommandContext,
  dataOption: string | undefined,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null && dataOption !== undefined) {
    throw new CommandError("--data names a folder, but DATABASE_URL is set: take one of them away.");
  }
  const dataDir = dataOption ?? config.dataDir;
  if (config.databaseUrl === null) err(`DATABASE_URL is not set: using the built-in database in ${dataDir}.`);
  try {
    return await openDatabase(config.databaseUrl === null ? { dataDir } : { databaseUrl: config.databaseUrl });
  } catch (error) {
    if (error instanceof DataFolderInUseError) throw new CommandError(error.message);
    throw new CommandError(`The database cannot be opened: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A refused connection comes as several errors, one per address, and without a message of its own.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return error.message || (first instanceof Error ? first.message : error.name);
}
