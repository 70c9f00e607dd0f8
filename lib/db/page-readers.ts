import type { PageReaderChange } from "../contract/changes";
import type { PageReader } from "../contract/page-reader";
import { type LibraryDatabase, openLibraryDatabase } from "./library-database";

/** The page-reader updates of the library, by helpdesk. */
export async function readPageReaders(database: LibraryDatabase): Promise<PageReader[]> {
  return (await database.pageReaders.toArray()).map((row) => row.pageReader);
}

/** The same of a library that is not open here; it is closed again. */
export async function readPageReadersOf(libraryId: string): Promise<PageReader[]> {
  const database = openLibraryDatabase(libraryId);
  try {
    return await readPageReaders(database);
  } finally {
    database.close();
  }
}

/** Within a transaction: writes a page's changes in their order. */
export async function applyPageReaderChanges(
  database: LibraryDatabase,
  changes: PageReaderChange[],
  generation: number,
): Promise<void> {
  for (const change of changes) {
    if (change.op === "put") {
      const { pageReader } = change;
      await database.pageReaders.put({ helpdesk: pageReader.helpdesk, generation, pageReader });
    } else {
      await database.pageReaders.delete(change.helpdesk);
    }
  }
}
