import { uuidv7 } from "uuidv7";
import { createLibrary } from "./create-library";
import { type LibraryAddress, openPlatform } from "./platform";
import type { Library } from "./protocol";

/** Opens a library in this worker; its index loads from the database from now on. */
export function openLibrary(address: LibraryAddress): Library {
  return createLibrary({
    ...openPlatform(address),
    createId: uuidv7,
    yieldToOthers: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
}
