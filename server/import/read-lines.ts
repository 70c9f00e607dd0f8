import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ImportLine } from "./import-line";

/** Longest line, in bytes. */
const MAX_LINE_BYTES = 2 * 1024 * 1024;

const NEWLINE = 0x0a;

/** A file went away, may not be read, or is not packed as its name says. */
export class UnreadableFileError extends Error {
  override readonly name = "UnreadableFileError";
}

/** The lines of a file, unpacked when its name ends in `.gz`. Throws `UnreadableFileError`. */
export function readFileLines(path: string): AsyncIterable<ImportLine> {
  return splitLines(readBytes(path));
}

async function* readBytes(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  // The callback is there for pipeline's sake: an error of either stream ends the reading below with that error.
  const bytes = path.endsWith(".gz") ? pipeline(file, createGunzip(), () => undefined) : file;
  try {
    yield* bytes;
  } catch (error) {
    throw new UnreadableFileError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Splits at line feeds only: `node:readline` would also split at U+2028 and U+2029, which JSON texts may hold. A line
 * that is not UTF-8 or too long comes as the reason for it.
 */
export async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncIterable<ImportLine> {
  let parts: Uint8Array[] = [];
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      yield decodeLine([...parts, chunk.subarray(start, end)]);
      parts = [];
      start = end + 1;
    }
    // A line that is too long already is not gathered any further.
    if (lengthOf(parts) <= MAX_LINE_BYTES && start < chunk.length) parts.push(chunk.subarray(start));
  }
  if (parts.length > 0) yield decodeLine(parts);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((length, part) => length + part.length, 0);
}

function decodeLine(parts: readonly Uint8Array[]): ImportLine {
  if (lengthOf(parts) > MAX_LINE_BYTES) return { unreadable: `longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB` };
  try {
    // The decoder also drops a byte order mark.
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    // Its only failure is bytes that are not UTF-8.
    return { unreadable: "not UTF-8 text" };
  }
}
