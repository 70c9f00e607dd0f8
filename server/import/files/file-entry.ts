import type { Entry } from "../batch-entries";
import { parseLine } from "../parse-line";
import { type FolderFile, foldersOf, stemOf, titleOf } from "./folder";

/** A file as its kind reads it. What it does not say of id, title and category comes from its path. */
export type ReadFile = {
  id: unknown;
  title: unknown;
  text: string;
  metadata: Record<string, unknown>;
};

export type EntryOptions = { language: string; idPrefix: string };

/** Makes entries of files by the rules for lines of a file, and sees to it that no two have one id. */
export function createEntryMaker({ language, idPrefix }: EntryOptions) {
  const fileOfId = new Map<string, string>();
  return ({ name }: FolderFile, { id, title, text, metadata }: ReadFile): Entry => {
    const line = {
      _id: asText(id) ?? `${idPrefix}${stemOf(name)}`,
      title: asText(title) ?? titleOf(name),
      text,
      metadata: { ...metadata, category: metadata.category ?? foldersOf(name), tags: asNames(metadata.tags) },
    };
    const parsed = parseLine(JSON.stringify(line), language);
    if ("reason" in parsed) return { place: name, reason: parsed.reason.replace(/(^|; )(metadata\.|_(?=id:))/g, "$1") };
    const earlier = fileOfId.get(parsed.draft.id);
    if (earlier !== undefined) return { place: name, reason: `id: "${parsed.draft.id}" is that of ${earlier} already` };
    fileOfId.set(parsed.draft.id, name);
    return { place: name, draft: parsed.draft };
  };
}

/** YAML reads `title: 2026` as a number. */
function asText(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return value === null || value === "" ? undefined : value;
}

function asNames(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value.split(",").filter((name) => name.trim() !== "");
}
