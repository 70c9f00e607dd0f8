import type { Database } from "../db/database";
import { ProblemError } from "../http/problem";
import { type CommandContext, CommandError } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";

/**
 * Does something with the configured database and closes it. What the rules of the house refuse (`ProblemError`) becomes
 * a `CommandError` in the same words.
 */
export async function withDatabase<T>(
  context: CommandContext,
  dataOption: string | undefined,
  act: (db: Database) => Promise<T>,
): Promise<T> {
  const { db, close } = await openConfiguredDatabase(context, dataOption);
  try {
    return await act(db);
  } catch (error) {
    if (error instanceof ProblemError) throw new CommandError(error.message);
    throw error;
  } finally {
    await close();
  }
}
