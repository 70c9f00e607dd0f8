/** The browser harness's fixtures, and with them a true server. */
import { configureExtension } from "../../../scripts/browser/configure-extension";
import type { Database } from "../../../server/db/database";
import { openDatabase } from "../../../server/db/open-database";
import { test as harness } from "../harness/fixtures";
import { type Backend, startBackend } from "./backend";

type Configurable = Parameters<typeof configureExtension>[0];

type BackendFixtures = {
  /** Serves from the start of the test, without articles. */
  backend: Backend;
};

/** Name of the library of an extension connected by `connectTo`. */
export const LIBRARY_ID = "test-library";

export const test = harness.extend<BackendFixtures, { database: Database }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const { db, close } = await openDatabase({ memory: true });
      await use(db);
      await close();
    },
    { scope: "worker" },
  ],
  backend: async ({ database }, use) => {
    const backend = await startBackend(database);
    await use(backend);
    await backend.stop();
  },
});

/** Saves a backend as the sync endpoint, as the options page would, and other settings with it. */
export async function connectTo(
  extension: Configurable,
  { url, token, agent }: Pick<Backend, "url" | "token" | "agent">,
  others: Omit<Parameters<typeof configureExtension>[1], "connection"> = {},
): Promise<void> {
  const connection = { libraryId: LIBRARY_ID, endpoint: url, token, agentId: agent.id, agentName: agent.name };
  await configureExtension(extension, { connection, interfaceLanguage: "en", ...others });
}

export { expect } from "@playwright/test";
