import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../db/database";
import { writeLinesFile } from "../write-lines-file";
import { articleLine } from "./article-line";
import { readExport } from "./read-export";
import { fileNameOf, toMarkdownFile } from "./to-markdown";

/** What does not fit into Markdown files, beside them in the folder. Its being there marks the folder as an export. */
export const OTHERS_FILE = "others.jsonl";

/** How many articles and other lines were written. */
export type ExportCount = { articles: number; others: number };

/** There is something where the export was to go; the message says what would help. */
export class ExportPlaceError extends Error {
  override readonly name = "ExportPlaceError";
}

type Export = { db: Database; path: string; withVersions: boolean; isReplacing: boolean };

/** Writes everything into a file of JSON lines, packed when its name ends in `.gz`: whole or not at all. */
export async function exportLines({ db, path, withVersions, isReplacing }: Export): Promise<ExportCount> {
  if (!isReplacing && (await stat(path).catch(() => null))) {
    throw new ExportPlaceError(`${path} is there already; --force replaces it.`);
  }
  const count = { articles: 0, others: 0 };
  await writeLinesFile(path, path.endsWith(".gz"), (write) =>
    readExport(db, withVersions, async (part) => {
      count["article" in part ? "articles" : "others"] += 1;
      await write(JSON.stringify("article" in part ? articleLine(part.article) : part.other));
    }),
  );
  return count;
}

/**
 * Writes a folder with a Markdown file for each article, and one file of JSON lines for the rest. It gets its name when
 * it is whole. Another export is replaced when `isReplacing`, any other folder with something in it never.
 */
export async function exportMarkdown({ db, path, withVersions, isReplacing }: Export): Promise<ExportCount> {
  await checkFolder(path, isReplacing);
  const unfinished = `${path}.unfinished-${process.pid}`;
  const before = `${path}.before-${process.pid}`;
  const count = { articles: 0, others: 0 };
  const taken = new Set<string>();
  await mkdir(unfinished, { recursive: true });
  try {
    await writeLinesFile(join(unfinished, OTHERS_FILE), false, (write) =>
      readExport(db, withVersions, async (part) => {
        count["article" in part ? "articles" : "others"] += 1;
        if ("other" in part) return write(JSON.stringify(part.other));
        const name = fileNameOf(part.article.id, taken);
        await writeFile(join(unfinished, name), toMarkdownFile(part.article));
      }),
    );
    if (await stat(path).catch(() => null)) await rename(path, before);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await rm(before, { recursive: true, force: true });
  return count;
}

async function checkFolder(path: string, isReplacing: boolean): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found) return;
  if (!found.isDirectory()) throw new ExportPlaceError(`${path} is a file; name a folder.`);
  const names = await readdir(path);
  if (names.length === 0) return;
  if (!names.includes(OTHERS_FILE)) throw new ExportPlaceError(`${path} has other things in it; name a new folder.`);
  if (!isReplacing) throw new ExportPlaceError(`${path} holds an export already; --force replaces it.`);
}
