import { stat } from "node:fs/promises";
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { readBackupFile } from "../backup/backup-file";
import { BackupFileError } from "../backup/backup-line";
import { startNewEpoch } from "../backup/new-epoch";
import { readBackupLines } from "../backup/read-backup-lines";
import { DatabaseNotEmptyError, restoreBackup } from "../backup/restore-backup";
import { writeLinesFile } from "../write-lines-file";
import { type Command, CommandError } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseOptions } from "./parse-options";

const dataOption = { data: { type: "string" } } as const;

/** `backup FILE`: writes every table, as of one moment, into a packed file. */
export const backup: Command = async (args, context) => {
  const options = { ...dataOption, force: { type: "boolean" } } as const;
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const path = onlyFile("backup", positionals);
  if (!values.force && (await exists(path))) {
    throw new CommandError(`${path} is there already; --force replaces it.`);
  }
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const rows = await writeLinesFile(path, true, (write) => readBackupLines(db, context.clock(), write));
    context.out(`${sum(rows)} rows of ${Object.keys(rows).length} tables are in ${path}.`);
    return 0;
  } catch (error) {
    if (isSystemError(error)) throw new CommandError(`${path} cannot be written: ${error.message}`);
    throw error;
  } finally {
    await close();
  }
};

/** `restore FILE`: puts a backup into an empty database, or in place of what is there with `--replace`. */
export const restore: Command = async (args, context) => {
  const options = { ...dataOption, replace: { type: "boolean" } } as const;
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const path = onlyFile("restore", positionals);
  if (!(await exists(path))) throw new CommandError(`${path} cannot be read: there is no such file.`);
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const restoring = { isReplacing: values.replace ?? false, nowMs: context.clock() };
    const rows = await restoreBackup(db, readBackupFile(path), restoring);
    context.out(`${sum(rows)} rows are restored. Every client reads everything anew at its next request.`);
    context.out("Tokens that were revoked since the backup are in force again: see tokens list and tokens revoke.");
    return 0;
  } catch (error) {
    if (error instanceof DatabaseNotEmptyError) {
      throw new CommandError(`The database is not empty. ${error.message} --replace throws away what is there.`);
    }
    if (!(error instanceof BackupFileError)) throw error;
    throw new CommandError(`${path} cannot be restored; nothing was changed. ${error.message}`);
  } finally {
    await close();
  }
};

/** `new-epoch`: makes every client read everything anew, for who restored the database by other means. */
export const newEpoch: Command = async (args, context) => {
  const { values } = parseOptions({ args, options: dataOption });
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    await db.transaction(async (tx) => {
      await startNewEpoch(tx);
      const entry = { action: "database.newEpoch", subject: { type: "database", id: "" } };
      await recordAudit(tx, COMMAND_LINE, entry, context.clock());
    });
    context.out("Every client reads everything anew at its next request.");
    return 0;
  } finally {
    await close();
  }
};

function onlyFile(command: string, positionals: readonly string[]): string {
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new CommandError(`${command} takes one file.`);
  return path;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function sum(rows: Record<string, number>): number {
  return Object.values(rows).reduce((total, count) => total + count, 0);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
