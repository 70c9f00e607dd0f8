/** What the options page does with settings and libraries. */
import { type ConnectionCheck, checkConnection } from "../api/check-connection";
import type { Fetch } from "../api/client";
import { parseEndpoint } from "../contract/endpoint";
import type { SuggestWhen } from "../contract/suggest-when";
import { forgetLearned } from "../db/learned";
import { deleteQueuedLessons } from "../db/lessons-outbox";
import { deleteLibraryDatabase, type LibraryDatabase, openLibraryDatabase } from "../db/library-database";
import { countQueuedFlags } from "../db/outbox";
import { repairSettings } from "../db/repair-settings";
import { type Connection, changeSettings, type PastLibrary, readSettings } from "../db/settings-database";
import { deleteUsage } from "../db/usage";
import { chooseConnection } from "./choose-connection";
import type { ShownLesson } from "./protocol";
import { readShownLessons } from "./shown-lessons";

/** What the administrator has set for everybody; null leaves it to the agent. */
export type OptionsPolicy = {
  readHelpdeskApi: boolean | null;
  suggestWhen: SuggestWhen | null;
  shareLearning: boolean | null;
  /** The only sync address. */
  syncEndpoint: string | null;
  skipFirstRun: boolean;
  /** Names of the entries that were set and mean nothing. */
  notUnderstood: string[];
};

/** What the page shows at first. `interfaceLanguage` null: the browser's. The rest is the agent's own choice. */
export type StoredOptions = {
  connection: Connection | null;
  pastLibraries: (PastLibrary & { queuedFlags: number })[];
  interfaceLanguage: string | null;
  readByApi: boolean;
  suggestWhen: SuggestWhen;
  shareLearning: boolean;
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
  /** Writes settings that cannot be read anew from what is left of them. Articles and queued flags stay. */
  repairSettings(): Promise<void>;
  /** The panel shows the first steps again. */
  reopenFirstRun(): Promise<void>;
  /** Removes a past library and the flags queued in it. Throws when it is the one in use. */
  discardLibrary(libraryId: string): Promise<void>;
  setLanguage(language: string | null): Promise<void>;
  /** Whether the helpdesk's own API is asked for what the page does not show. */
  setReadByApi(value: boolean): Promise<void>;
  setSuggestWhen(value: SuggestWhen): Promise<void>;
  /** Whether what is learnt from use is shared; switched off, what waits to be sent is deleted. */
  setShareLearning(value: boolean): Promise<void>;
  /** The newest lessons for the team, newest first; none without a connection. */
  lastLessons(): Promise<ShownLesson[]>;
  /** Removes all that this machine has learnt with the connection in use, and the lessons for the team. */
  forgetLearned(): Promise<void>;
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

async function withDatabase<T>(libraryId: string, work: (database: LibraryDatabase) => Promise<T>): Promise<T> {
  const database = openLibraryDatabase(libraryId);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function withLibraryInUse<T>(otherwise: T, work: (database: LibraryDatabase) => Promise<T>): Promise<T> {
  const { connection } = await readSettings();
  return connection ? withDatabase(connection.libraryId, work) : otherwise;
}

/** What of the policy the page shows; more may be in what was given. */
function policyOf(policy: OptionsPolicy): OptionsPolicy {
  const { readHelpdeskApi, suggestWhen, shareLearning, syncEndpoint, skipFirstRun, notUnderstood } = policy;
  return { readHelpdeskApi, suggestWhen, shareLearning, syncEndpoint, skipFirstRun, notUnderstood };
}

/** The options page's way to the settings. */
export function createOptionsStore(parts: OptionsStoreParts): OptionsStore {
  const { fetch, clientVersion, createId, readPolicy, announce, whileNobodySyncs } = parts;
  return {
    async load() {
      const [settings, setForAll] = await Promise.all([readSettings(), readPolicy()]);
      const { connection, pastLibraries, interfaceLanguage, readByApi, suggestWhen, shareLearning } = settings;
      const counted = pastLibraries.map(async (past) => ({
        ...past,
        queuedFlags: await withDatabase(past.libraryId, countQueuedFlags),
      }));
      const policy = policyOf(setForAll);
      return {
        ...{ connection, interfaceLanguage, readByApi, suggestWhen, shareLearning, policy },
        pastLibraries: await Promise.all(counted),
      };
    },
    check: ({ endpoint, token }) => checkConnection({ endpoint, token: token.trim(), clientVersion, fetch }),
    async save({ endpoint, token, check }) {
      const parsed = parseEndpoint(endpoint);
      if ("problem" in parsed) throw new Error(`not a sync endpoint: ${endpoint}`);
      const { syncEndpoint } = await readPolicy();
      if (syncEndpoint !== null && syncEndpoint !== parsed.endpoint) throw new Error("the administrator set another");
      const agent = check?.outcome === "fine" ? check.me.agent : null;
      const chosen = { endpoint: parsed.endpoint, token: token.trim(), agent };
      await changeSettings((settings) => chooseConnection(settings, chosen, createId));
      announce();
    },
    async repairSettings() {
      await repairSettings();
      announce();
    },
    async reopenFirstRun() {
      await changeSettings((settings) => ({ ...settings, firstRun: "open" }));
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
    async setShareLearning(value) {
      await changeSettings((settings) => ({ ...settings, shareLearning: value }));
      // With no panel open nobody else would delete what waits until the next pass.
      if (!value) {
        await withLibraryInUse(undefined, async (database) => {
          await Promise.all([deleteQueuedLessons(database), deleteUsage(database)]);
        });
      }
      announce();
    },
    lastLessons: () => withLibraryInUse([], readShownLessons),
    async forgetLearned() {
      await withLibraryInUse(undefined, forgetLearned);
      announce();
    },
  };
}
