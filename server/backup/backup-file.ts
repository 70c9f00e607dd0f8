import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { BackupFileError } from "./backup-line";

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
