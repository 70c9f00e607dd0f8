/** The panel's library: a worker of its own for each connection, so that nothing of another library is left in memory. */
import type { Connection } from "../db/settings-database";
import type { LibraryAddress } from "./platform";
import type { Library } from "./protocol";
import { connectLibrary, type MessageEnd } from "./transport";

/** The part of a Worker that is used. */
export type LibraryWorker = MessageEnd & { terminate(): void };

export type PanelLibrary = {
  /**
   * Opens the library of a connection, or none for null. A connection that is open already stays as it is. `sharesLearning`
   * is told to the library each time.
   */
  follow(connection: Connection | null, sharesLearning: boolean): void;
};

/** `onLibrary` hears of every library opened, and null when there is none; `clientVersion` is the extension's own. */
export function createPanelLibrary(
  createWorker: () => LibraryWorker,
  clientVersion: string,
  onLibrary: (library: Library | null) => void,
): PanelLibrary {
  let worker: LibraryWorker | null = null;
  let library: Library | null = null;
  let openAddress: string | null = null;

  function open(connection: Connection | null): void {
    const address: LibraryAddress | null = connection && {
      libraryId: connection.libraryId,
      endpoint: connection.endpoint,
      token: connection.token,
      clientVersion,
    };
    if (worker && JSON.stringify(address) === openAddress) return;
    worker?.terminate();
    worker = address && createWorker();
    openAddress = JSON.stringify(address);
    worker?.postMessage(address);
    library = worker && connectLibrary(worker);
    onLibrary(library);
  }

  return {
    follow(connection, sharesLearning) {
      open(connection);
      // The worker tells of its own failures.
      library?.followLearningSettings({ sharesLearning }).catch(() => undefined);
    },
  };
}
