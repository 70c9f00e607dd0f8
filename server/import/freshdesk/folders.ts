import { tidyNames } from "../draft-of-html";
import type { JsonClient } from "../web/json-client";
import { readPages } from "./pages";
import { categorySchema, type FreshdeskCategory, type FreshdeskFolder, folderSchema } from "./schemas";

/** A folder with what its articles have from it. `isPublic`: it and all it stands in are for everybody. */
export type PlacedFolder = { id: number; path: string[]; isPublic: boolean };

const ROOT = "/api/v2/solutions";
const FOR_EVERYBODY = 1;

/** All folders, each after those it stands in. A category lists its topmost folders only. */
export async function readFolders(client: JsonClient): Promise<PlacedFolder[]> {
  const placed: PlacedFolder[] = [];
  for await (const categories of readPages(client, `${ROOT}/categories`, categorySchema)) {
    for (const category of categories) await readCategory(client, category, placed);
  }
  return placed;
}

async function readCategory(client: JsonClient, category: FreshdeskCategory, placed: PlacedFolder[]): Promise<void> {
  const above = { path: [category.name], isPublic: true };
  for await (const folders of readPages(client, `${ROOT}/categories/${category.id}/folders`, folderSchema)) {
    for (const folder of folders) await placeFolder(client, folder, above, placed);
  }
}

async function placeFolder(
  client: JsonClient,
  folder: FreshdeskFolder,
  above: Omit<PlacedFolder, "id">,
  placed: PlacedFolder[],
): Promise<void> {
  if (placed.some(({ id }) => id === folder.id)) return;
  // Listed at the top although it stands in another: what that one hides is not known here.
  const parent = folder.parent_folder_id ? placed.find(({ id }) => id === folder.parent_folder_id) : undefined;
  const isUnderKnown = !folder.parent_folder_id || parent !== undefined;
  const inside = parent ?? above;
  const path = tidyNames([...inside.path, folder.name]);
  const isPublic = inside.isPublic && isUnderKnown && folder.visibility === FOR_EVERYBODY;
  placed.push({ id: folder.id, path, isPublic });
  if (!folder.sub_folders_count) return;
  for await (const folders of readPages(client, `${ROOT}/folders/${folder.id}/subfolders`, folderSchema)) {
    for (const sub of folders) {
      await placeFolder(client, { ...sub, parent_folder_id: folder.id }, above, placed);
    }
  }
}
