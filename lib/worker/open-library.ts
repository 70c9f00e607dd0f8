import { uuidv7 } from "uuidv7";
import type { ApiClient } from "../api/client";
import { readSettings } from "../db/settings-database";
import { createLibrary } from "./create-library";
import { learnAgent } from "./learn-agent";
import { type LibraryAddress, openPlatform } from "./platform";
import type { Library } from "./protocol";

/** After the first pass that reaches the server, when the settings do not say yet whose the connection is. */
function learnAgentOnce(library: Library, libraryId: string, api: ApiClient): void {
  const end = library.on("syncChanged", ({ phase, problem }) => {
    if (phase !== "idle" || problem) return;
    end();
    readSettings()
      .then(({ connection }) => (connection?.agentId === null ? learnAgent(libraryId, api) : false))
      // Nothing depends on it now; the next panel tries again.
      .catch(() => undefined);
  });
}

/** Opens a library in this worker; its index loads from the database from now on. */
export function openLibrary(address: LibraryAddress): Library {
  const platform = openPlatform(address);
  const library = createLibrary({
    ...platform,
    createId: uuidv7,
    yieldToOthers: () => new Promise((resolve) => setTimeout(resolve, 0)),
    later: (delayMs, callback) => void setTimeout(callback, delayMs),
  });
  learnAgentOnce(library, address.libraryId, platform.api);
  return library;
}
