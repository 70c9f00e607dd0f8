import { batchEntries, type Entry } from "../batch-entries";
import type { ImportSource } from "../source";
import { createEntryMaker, type EntryOptions, type ReadFile } from "./file-entry";
import { type Folder, type FolderFile, openFolder, readFolderFile } from "./folder";
import { readFrontMatter } from "./front-matter";
import type { FileOptions } from "./lines-source";

/** Articles of a folder of Markdown files with front matter. Throws `SourceError` when there is no such folder. */
export async function openMarkdownSource(options: FileOptions & EntryOptions): Promise<ImportSource> {
  const { path, language, idPrefix, name } = options;
  const folder = await openFolder(path, /\.(md|markdown)$/i);
  return {
    key: `markdown:${name ?? folder.name}`,
    settings: JSON.stringify({ language, idPrefix, state: folder.state }),
    takesOver: false,
    read: (checkpoint) => batchEntries(readEntries(folder, { language, idPrefix }), checkpoint),
  };
}

async function* readEntries({ files }: Folder, options: EntryOptions): AsyncIterable<Entry> {
  const makeEntry = createEntryMaker(options);
  for (const file of files) {
    const read = await readMarkdown(file);
    if (read === "draft") yield { skipped: read };
    else if ("reason" in read) yield { place: file.name, reason: read.reason };
    else yield makeEntry(file, read);
  }
}

async function readMarkdown(file: FolderFile): Promise<ReadFile | { reason: string } | "draft"> {
  const bytes = await readFolderFile(file);
  if ("reason" in bytes) return bytes;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { reason: "not UTF-8 text" };
  }
  const matter = readFrontMatter(text);
  if ("reason" in matter) return matter;
  const { id, title, draft, ...metadata } = matter.values;
  if (draft === true) return "draft";
  const titled = title ? { title, body: matter.body } : takeHeading(matter.body);
  return { id, title: titled.title, text: titled.body, metadata: { format: "markdown", ...metadata } };
}

/** The heading a text begins with is its title, and is not repeated in the text. */
function takeHeading(body: string): { title: string | undefined; body: string } {
  const heading = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\r?\n|$)/.exec(body);
  if (!heading) return { title: undefined, body };
  return { title: heading[1]?.replace(/[*_`]/g, ""), body: body.slice(heading[0].length) };
}
