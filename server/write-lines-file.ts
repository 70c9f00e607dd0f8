import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/**
 * Writes a file of lines, packed when `isPacked`: whole or not at all: under another name until it is on the disk. Only its owner may read it.
 * A file that is there is replaced.
 */
export async function writeLinesFile<T>(
  path: string,
  isPacked: boolean,
  fill: (write: (line: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    const lines = isPacked ? createGzip() : new PassThrough();
    const written = pipeline(lines, createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }));
    // Awaited below; until then a full disk must not count as an error nobody waits for.
    written.catch(() => undefined);
    const filled = await fill(async (line) => {
      if (!lines.write(`${line}\n`)) await Promise.race([once(lines, "drain"), written]);
    });
    lines.end();
    await written;
    await rename(unfinished, path);
    return filled;
  } finally {
    await rm(unfinished, { force: true });
  }
}
