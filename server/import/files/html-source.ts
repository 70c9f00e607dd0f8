import { batchEntries, type Entry } from "../batch-entries";
import type { ImportSource } from "../source";
import { createEntryMaker, type EntryOptions } from "./file-entry";
import { type Folder, type FolderFile, openFolder, readFolderFile } from "./folder";
import type { FileOptions } from "./lines-source";
import { readPage } from "./read-page";

/** Articles of a folder of web pages. Throws `SourceError` when there is no such folder. */
export async function openHtmlSource(options: FileOptions & EntryOptions): Promise<ImportSource> {
  const { path, language, idPrefix, name } = options;
  const folder = await openFolder(path, /\.(html?|xhtml)$/i);
  return {
    key: `html:${name ?? folder.name}`,
    settings: JSON.stringify({ language, idPrefix, state: folder.state }),
    takesOver: false,
    read: (checkpoint) => batchEntries(readEntries(folder, { language, idPrefix }), checkpoint),
  };
}

async function* readEntries({ files }: Folder, options: EntryOptions): AsyncIterable<Entry> {
  const makeEntry = createEntryMaker(options);
  for (const file of files) {
    const html = await readHtml(file);
    if (typeof html === "string") yield makeEntry(file, readPage(html));
    else yield { place: file.name, reason: html.reason };
  }
}

const LATIN = "windows-1252";

async function readHtml(file: FolderFile): Promise<string | { reason: string }> {
  const bytes = await readFolderFile(file);
  if ("reason" in bytes) return bytes;
  const named = markOf(bytes) ?? charsetOf(bytes);
  try {
    return new TextDecoder(named ?? "utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    // A label no decoder knows is a RangeError. A page that names no charset and is not UTF-8 is as old as its browser.
    if (error instanceof RangeError) return { reason: `charset: "${named}" is not known` };
    return named === null ? new TextDecoder(LATIN).decode(bytes) : { reason: `not ${named} text, as it says` };
  }
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function charsetOf(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 2_048).toString("latin1");
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
}
