import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { BackupFileError } from "./backup-line";

/**
 * Writes a packed file, whole or not at all: under another name until it is on the disk. Only its owner may read it.
 * A file that is there is replaced.
 */
export async function writeBackupFile<T>(
  path: string,
  fill: (write: (line: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    const packed = createGzip();
    const written = pipeline(packed, createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }));
    // Awaited below; until then a full disk must not count as an error nobody waits for.
    written.catch(() => undefined);
    const filled = await fill(async (line) => {
      if (!packed.write(`${line}\n`)) await Promise.race([once(packed, "drain"), written]);
    });
    packed.end();
    await written;
    await rename(unfinished, path);
    return filled;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** The lines of a packed file. Throws `BackupFileError` when it cannot be read or unpacked. */
export async function* readBackupFile(path: string): AsyncIterable<string> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.on("error", (error) => unpacked.destroy(error));
  const decoder = new TextDecoder();
  let rest = "";
  try {
    // Split at line feeds only: `node:readline` also splits at U+2028, which texts may hold.
    for await (const chunk of file.pipe(unpacked)) {
      const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n");
      rest = parts.pop() ?? "";
      yield* parts;
    }
  } catch (error) {
    throw new BackupFileError(error instanceof Error ? error.message : String(error));
  } finally {
    file.destroy();
  }
  if (rest !== "") yield rest;
}
