import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ImportLine } from "../../../server/import/import-line";
import { readFileLines, splitLines, UnreadableFileError } from "../../../server/import/read-lines";

async function gather(lines: AsyncIterable<ImportLine>): Promise<ImportLine[]> {
  const gathered: ImportLine[] = [];
  for await (const line of lines) gathered.push(line);
  return gathered;
}

async function* chunksOf(...chunks: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

describe("lines", () => {
  test("are put together across chunks, also when a letter is cut in two", async () => {
    const bytes = Buffer.from("été\nhiver\nfin");

    const lines = await gather(splitLines(chunksOf(bytes.subarray(0, 1), bytes.subarray(1, 9), bytes.subarray(9))));

    expect(lines).toEqual(["été", "hiver", "fin"]);
  });

  test("do not end at Unicode's own line separators, which JSON may hold", async () => {
    expect(await gather(splitLines(chunksOf("a\u2028b\u2029c\n")))).toEqual(["a\u2028b\u2029c"]);
  });

  test("lose a byte order mark", async () => {
    expect(await gather(splitLines(chunksOf("\ufeff{}\n{}")))).toEqual(["{}", "{}"]);
  });

  test("that are not UTF-8 are told as such, and the next is read", async () => {
    const latin1 = Buffer.from("été\n", "latin1");

    expect(await gather(splitLines(chunksOf(latin1, "fine")))).toEqual([{ unreadable: "not UTF-8 text" }, "fine"]);
  });

  test("that are too long are told as such, and the next is read", async () => {
    const long = Array.from({ length: 5 }, () => "x".repeat(1024 * 1024));

    expect(await gather(splitLines(chunksOf(...long, "\nfine")))).toEqual([
      { unreadable: "longer than 2 MiB" },
      "fine",
    ]);
  });
});

describe("a file", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "souffleur-lines-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  test("may be packed", async () => {
    const path = join(folder, "corpus.jsonl.gz");
    await writeFile(path, gzipSync("a\nb\n"));

    expect(await gather(readFileLines(path))).toEqual(["a", "b"]);
  });

  test.each([
    ["is not there", "missing.jsonl", null],
    ["is not packed as its name says", "plain.jsonl.gz", "a\nb\n"],
    ["was packed and cut short", "cut.jsonl.gz", gzipSync("a\nb\n").subarray(0, 12)],
  ])("that %s is unreadable", async (_what, name, content) => {
    const path = join(folder, name);
    if (content !== null) await writeFile(path, content);

    await expect(gather(readFileLines(path))).rejects.toBeInstanceOf(UnreadableFileError);
  });
});
