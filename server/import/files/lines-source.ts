import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { OTHERS_FILE } from "../../export/write-export";
import { batchEntries, type Entry } from "../batch-entries";
import { parseLines } from "../import-articles";
import type { ImportLine } from "../import-line";
import { readFileLines, UnreadableFileError } from "../read-lines";
import { type ImportSource, SourceError } from "../source";
import { parseOtherLine } from "../take-other-line";

export type FileOptions = {
  path: string;
  /** Language of the articles that name none. */
  language: string;
  /** What the articles are known by as a set; null: the name of the file or folder. */
  name: string | null;
};

/** Articles of a file, one JSON object a line; see docs/importing.md. Throws `SourceError` when there is no such file. */
export async function openLinesSource({ path, language, name }: FileOptions): Promise<ImportSource> {
  const found = await stat(path).catch((error: Error) => error);
  if (found instanceof Error) throw new SourceError(`${path} cannot be read: ${found.message}`);
  if (!found.isFile()) throw new SourceError(`${path} is not a file.`);
  return {
    key: `file:${name ?? basename(path)}`,
    settings: JSON.stringify({ language, size: found.size, changedAt: found.mtimeMs }),
    takesOver: true,
    ...(basename(path) === OTHERS_FILE && { belongsWith: `markdown:${name ?? basename(dirname(resolve(path)))}` }),
    read: (checkpoint) => batchEntries(readEntries(path, language), checkpoint),
  };
}

async function* readEntries(path: string, language: string): AsyncIterable<Entry> {
  const others: Entry[] = [];
  try {
    for await (const parsed of parseLines(setOthersAside(readFileLines(path), others), language)) {
      yield* others.splice(0);
      if ("draft" in parsed) yield { place: `article "${parsed.draft.id}"`, draft: parsed.draft };
      else yield { place: `line ${parsed.line}`, reason: parsed.reason };
    }
    yield* others.splice(0);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new SourceError(`${path} cannot be read: ${error.message}`);
  }
}

/** The lines with empty ones for those that are no articles; what these say goes to `others`. */
async function* setOthersAside(lines: AsyncIterable<ImportLine>, others: Entry[]): AsyncIterable<ImportLine> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const other = typeof text === "string" ? parseOtherLine(text) : null;
    if (other !== null) others.push({ place: `line ${line}`, ...other });
    yield other === null ? text : "";
  }
}
