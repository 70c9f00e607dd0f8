import { open, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Time another process may need between making its lock file and writing its id into it. */
const WRITE_TIME_MS = 100;

/** Locks of this very process. In a container every start may have the same process id, so the id alone says little. */
const heldHere = new Set<string>();

/** Another living process has the data folder open; the message says what to do. */
export class DataFolderInUseError extends Error {
  override readonly name = "DataFolderInUseError";

  constructor(dataDir: string, lockFile: string, pid: number) {
    super(
      `The data folder ${dataDir} is in use by process ${pid}. The built-in database allows one process at a time: ` +
        "stop that one first (Ctrl-C where it runs), or keep the articles in PostgreSQL (DATABASE_URL). " +
        `If process ${pid} is not a Souffleur server, delete ${lockFile} and try again.`,
    );
  }
}

/**
 * Takes the lock file in the data folder and answers the function that gives it back. The lock of a process that is
 * gone is taken over. Throws `DataFolderInUseError` when its process lives.
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const lockFile = resolve(join(dataDir, "server.lock"));
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await createLock(lockFile)) {
      heldHere.add(lockFile);
      return () => unlock(lockFile);
    }
    const owner = (await readOwner(lockFile)) ?? (await wait(WRITE_TIME_MS).then(() => readOwner(lockFile)));
    if (owner !== null && holds(owner, lockFile)) throw new DataFolderInUseError(dataDir, lockFile, owner);
    await rm(lockFile, { force: true });
  }
  throw new Error(`The lock file ${lockFile} keeps coming back; delete it when no Souffleur server runs.`);
}

async function unlock(lockFile: string): Promise<void> {
  heldHere.delete(lockFile);
  await rm(lockFile, { force: true });
}

function holds(pid: number, lockFile: string): boolean {
  return pid === process.pid ? heldHere.has(lockFile) : isAlive(pid);
}

async function createLock(lockFile: string): Promise<boolean> {
  try {
    const file = await open(lockFile, "wx");
    await file.writeFile(`${process.pid}\n`);
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** Null when the file is gone or holds no process id. */
async function readOwner(lockFile: string): Promise<number | null> {
  try {
    const pid = Number.parseInt(await readFile(lockFile, "utf8"), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return hasCode(error, "EPERM");
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
