import { explainOpenError } from "../db/explain-open-error";
import { type OpenDatabase, openDatabase } from "../db/open-database";
import { type CommandContext, CommandError } from "./command";

/**
 * Opens PostgreSQL when `DATABASE_URL` is set, else the built-in database, and says which. Statements of commands may
 * take as long as they like, unlike a server's. Throws `CommandError` when it cannot be opened.
 */
export async function openConfiguredDatabase(
  { config, err }: CommandContext,
  dataOption: string | undefined,
  { statementTimeoutMs = null }: { statementTimeoutMs?: number | null } = {},
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null && dataOption !== undefined) {
    throw new CommandError("--data names a folder, but DATABASE_URL is set: take one of them away.");
  }
  const dataDir = dataOption ?? config.dataDir;
  if (config.databaseUrl === null) err(`DATABASE_URL is not set: using the built-in database in ${dataDir}.`);
  const place = config.databaseUrl === null ? { dataDir } : { databaseUrl: config.databaseUrl };
  try {
    return await openDatabase(place, { poolSize: config.poolSize, statementTimeoutMs, onWait: err });
  } catch (error) {
    throw new CommandError(explainOpenError(error));
  }
}
