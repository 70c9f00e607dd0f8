import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { SourceError } from "../source";

/** Longest file, in bytes. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** A file of a folder. `name` is its path within the folder, with "/" between the steps. */
export type FolderFile = { name: string; path: string; bytes: number; changedAt: number };

/** Files of a folder with what stands for their state. */
export type Folder = { name: string; files: FolderFile[]; state: string };

/**
 * The files whose names match, in the order of their names, hidden ones left out. Links are followed to files within the
 * folder only. Throws `SourceError` when the folder cannot be read.
 */
export async function openFolder(path: string, pattern: RegExp): Promise<Folder> {
  const found = await stat(path).catch((error: Error) => error);
  if (found instanceof Error) throw new SourceError(`${path} cannot be read: ${found.message}`);
  if (!found.isDirectory()) throw new SourceError(`${path} is not a folder.`);
  const root = await realpath(path);
  const files = await listFiles(root, root, pattern);
  files.sort((one, other) => (one.name < other.name ? -1 : 1));
  const state = createHash("sha256");
  for (const { name, bytes, changedAt } of files) state.update(JSON.stringify([name, bytes, changedAt]));
  return { name: basename(resolve(path)), files, state: state.digest("hex") };
}

async function listFiles(root: string, folder: string, pattern: RegExp): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    throw new SourceError(`${folder} cannot be read: ${error.message}`);
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) files.push(...(await listFiles(root, path, pattern)));
    if (!pattern.test(entry.name) || entry.isDirectory()) continue;
    if (entry.isSymbolicLink() && !(await isWithin(root, path))) continue;
    const { size, mtimeMs } = await stat(path);
    const name = relative(root, path).split(sep).join("/").normalize("NFC");
    files.push({ name, path, bytes: size, changedAt: mtimeMs });
  }
  return files;
}

async function isWithin(root: string, path: string): Promise<boolean> {
  // A link to nothing is no file.
  const target: string = await realpath(path).catch(() => "");
  return target?.startsWith(root + sep) && (await stat(target)).isFile();
}

/** What is in a file, or why it cannot be read. */
export async function readFolderFile({ path, bytes }: FolderFile): Promise<Buffer | { reason: string }> {
  if (bytes > MAX_FILE_BYTES) return { reason: `longer than ${MAX_FILE_BYTES / 1024 / 1024} MiB` };
  return readFile(path).catch((error: Error) => ({ reason: `cannot be read: ${error.message}` }));
}

/** The path without its ending: what a file is known by. */
export function stemOf(name: string): string {
  return name.replace(/\.[^./]+$/, "");
}

/** The folders a file stands in. */
export function foldersOf(name: string): string[] {
  return name.split("/").slice(0, -1);
}

/** A title for a file that has none: its name in words. */
export function titleOf(name: string): string {
  const words = stemOf(name.split("/").at(-1) ?? name)
    .replace(/[-_]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
