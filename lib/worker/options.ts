/** What the options page does with settings and libraries. */
import { type ConnectionCheck, checkConnection } from "../api/check-connection";
import type { Fetch } from "../api/client";
import { parseEndpoint } from "../api/endpoint";
import type { SuggestWhen } from "../contract/suggest-when";
import { deleteLibraryDatabase, openLibraryDatabase } from "../db/library-database";
import { countQueuedFlags } from "../db/outbox";
import { type Connection, changeSettings, type PastLibrary, readSettings } from "../db/settings-database";
import { chooseConnection } from "./choose-connection";

/** What the administrator has set for everybody; null leaves it to the agent. */
export type OptionsPolicy = { readHelpdeskApi: boolean | null; suggestWhen: SuggestWhen | null };

/** What the page shows at first. `interfaceLanguage` null: the browser's. The rest is the agent's own choice. */
export type StoredOptions = {
  connection: Connection | null;
  pastLibraries: (PastLibrary & { queuedFlags: number })[];
  interfaceLanguage: string | null;
  readByApi: boolean;
  suggestWhen: SuggestWhen;
  policy: OptionsPolicy;
};

/** As typed in the page. */
export type TypedConnection = { endpoint: string; token: string };

/** The page's way to the settings. */
export type OptionsStore = {
  load(): Promise<StoredOptions>;
  check(typed: TypedConnection): Promise<ConnectionCheck>;
  /** Keeps a connection; `check` is what the test said of it, null when it was not tested. Throws on an address that cannot be one. */
  save(typed: TypedConnection & { check: ConnectionCheck | null }): Promise<void>;
  /** Removes a past library and the flags queued in it. Throws when it is the one in use. */
  discardLibrary(libraryId: string): Promise<void>;
  setLanguage(language: string | null): Promise<void>;
  /** Whether the helpdesk's own API is asked for what the page does not show. */
  setReadByApi(value: boolean): Promise<void>;
  setSuggestWhen(value: SuggestWhen): Promise<void>;
};

type OptionsStoreParts = {
  fetch: Fetch;
  clientVersion: string;
  createId: () => string;
  readPolicy: () => Promise<OptionsPolicy>;
  /** Runs work on a library while no pass is under way on it, anywhere in this browser. */
  whileNobodySyncs: (libraryId: string, work: () => Promise<void>) => Promise<void>;
  /** Called after every change, for open panels. */
  announce: () => void;
};

async function queuedFlagsOf(libraryId: string): Promise<number> {
  const database = openLibraryDatabase(libraryId);
  try {
    return await countQueuedFlags(database);
  } finally {
    database.close();
  }
}

/** The options page's way to the settings. */
export function createOptionsStore(parts: OptionsStoreParts): OptionsStore {
  const { fetch, clientVersion, createId, readPolicy, announce, whileNobodySyncs } = parts;
  return {
    async load() {
      const [settings, { readHelpdeskApi, suggestWhen: setForAll }] = await Promise.all([readSettings(), readPolicy()]);
      const { connection, pastLibraries, interfaceLanguage, readByApi, suggestWhen } = settings;
      const counted = pastLibraries.map(async (past) => ({
        ...past,
        queuedFlags: await queuedFlagsOf(past.libraryId),
      }));
      const policy = { readHelpdeskApi, suggestWhen: setForAll };
      return {
        ...{ connection, interfaceLanguage, readByApi, suggestWhen, policy },
        pastLibraries: await Promise.all(counted),
      };
    },
    check: ({ endpoint, token }) => checkConnection({ endpoint, token: token.trim(), clientVersion, fetch }),
    async save({ endpoint, token, check }) {
      const parsed = parseEndpoint(endpoint);
      if ("problem" in parsed) throw new Error(`not a sync endpoint: ${endpoint}`);
      const agent = check?.outcome === "fine" ? check.me.agent : null;
      const chosen = { endpoint: parsed.endpoint, token: token.trim(), agent };
      await changeSettings((settings) => chooseConnection(settings, chosen, createId));
      announce();
    },
    async discardLibrary(libraryId) {
      // The page may be older than the settings: what is in use now is not for discarding.
      if ((await readSettings()).connection?.libraryId === libraryId) throw new Error("this library is in use");
      await whileNobodySyncs(libraryId, () => deleteLibraryDatabase(libraryId));
      await changeSettings((settings) => ({
        ...settings,
        pastLibraries: settings.pastLibraries.filter((past) => past.libraryId !== libraryId),
      }));
      announce();
    },
    async setLanguage(language) {
      await changeSettings((settings) => ({ ...settings, interfaceLanguage: language }));
      announce();
    },
    async setReadByApi(value) {
      await changeSettings((settings) => ({ ...settings, readByApi: value }));
      announce();
    },
    async setSuggestWhen(value) {
      await changeSettings((settings) => ({ ...settings, suggestWhen: value }));
      announce();
    },
  };
}
