/** Panels on one library, for tests of the search index's life. */
import { randomUUID } from "node:crypto";
import { applyPage } from "../../../lib/db/apply-page";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import { createLibraryIndex } from "../../../lib/library-index/library-index";
import { startIndexLife } from "../../../lib/worker/index-life";
import { freshDatabase, page } from "../db/support";

/** A panel's index on a database; `quiet` lets the time pass after which it is saved, and waits until it is. */
export function openPanel(
  database: LibraryDatabase,
  whenYielding: (slices: number) => Promise<void> = async () => undefined,
) {
  const index = createLibraryIndex();
  const told: string[][] = [];
  const planned: (() => void)[] = [];
  let slices = 0;
  const life = startIndexLife({
    ...{ database, index },
    createId: randomUUID,
    yieldToOthers: async () => {
      slices += 1;
      await whenYielding(slices);
    },
    later: (_, callback) => planned.push(callback),
    onIndexed: (ids) => told.push(ids),
  });
  return {
    ...{ index, told, planned, life },
    slices: () => slices,
    async catchUp(): Promise<void> {
      life.catchUp();
      await life.whenIndexed();
    },
    async quiet(): Promise<void> {
      for (const callback of planned.splice(0)) callback();
      await life.whenSaved();
    },
    ids(word: string): string[] {
      const bm25f = {
        k: 1,
        fields: {
          title: { share: 1, b: 0 },
          headings: { share: 1, b: 0 },
          tags: { share: 1, b: 0 },
          body: { share: 1, b: 0 },
        },
      };
      return index.candidates([{ term: word, weight: 1 }], 100, bm25f).map((candidate) => candidate.article.id);
    },
  };
}

/** A database with these pages applied, and an index of them saved. */
export async function savedBase(...changes: Parameters<typeof page>[0][]): Promise<LibraryDatabase> {
  const database = freshDatabase();
  for (const change of changes) await applyPage(database, page(change), 1);
  const panel = openPanel(database);
  await panel.life.whenLoaded();
  await panel.quiet();
  return database;
}

/** Ids of the parts of the saved index. */
export async function keptParts(database: LibraryDatabase): Promise<string[]> {
  return (await database.indexParts.toCollection().primaryKeys()).filter((id) => id !== "manifest");
}
