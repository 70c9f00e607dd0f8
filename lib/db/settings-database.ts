/**
 * The extension's own settings. They live in IndexedDB and not in `storage.local`, because content scripts can read the
 * latter in some browsers and the token is among them. One value under one key needs no Dexie, which would double what
 * the panel loads before it can draw.
 */
import { createStore, get, type UseStore, update } from "idb-keyval";
import { languageTagSchema } from "../contract/article";
import { helpdeskSchema } from "../contract/helpdesk";
import { DEFAULT_SUGGEST_WHEN, suggestWhenSchema } from "../contract/suggest-when";
import { z } from "../contract/zod";

/** A sync endpoint with its token, and the library (one database) that belongs to it. */
export const connectionSchema = z.object({
  libraryId: z.string().min(1),
  /** Origin and path without a trailing slash, for example `https://kb.example.com`. */
  endpoint: z.string().min(1),
  token: z.string().min(1),
  /** Null when it was saved without having reached the server. */
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** A library that was in use before; its queued flags wait until its endpoint is chosen again. */
export const pastLibrarySchema = connectionSchema.omit({ token: true, agentName: true });
export type PastLibrary = z.infer<typeof pastLibrarySchema>;

/** A helpdesk on a host name of its own, for example `help.example.com`; never with a port. */
export const helpdeskHostSchema = z.object({
  host: z.string().min(1).max(255),
  helpdesk: helpdeskSchema,
});
export type HelpdeskHost = z.infer<typeof helpdeskHostSchema>;

export const settingsSchema = z.object({
  connection: connectionSchema.nullable(),
  pastLibraries: z.array(pastLibrarySchema),
  /** Null: the browser's. */
  interfaceLanguage: languageTagSchema.nullable(),
  /** What the page does not show may be read by the helpdesk's own API, with the agent's session. */
  readByApi: z.boolean().default(true),
  helpdeskHosts: z.array(helpdeskHostSchema).default([]),
  /** How sure the ranking must be before anything is suggested. */
  suggestWhen: suggestWhenSchema.default(DEFAULT_SUGGEST_WHEN),
  /** What this machine learns from use is shared with the team. */
  shareLearning: z.boolean().default(true),
  /** The first steps in the panel; null before the first panel. */
  firstRun: z.enum(["open", "done"]).nullable().default(null),
  /** The version whose news the agent was told of or had no need to; null before the first panel. */
  toldVersion: z.string().nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

export const NO_SETTINGS: Settings = {
  connection: null,
  pastLibraries: [],
  interfaceLanguage: null,
  readByApi: true,
  helpdeskHosts: [],
  suggestWhen: DEFAULT_SUGGEST_WHEN,
  shareLearning: true,
  firstRun: null,
  toldVersion: null,
};

const KEY = "settings";

let store: UseStore | undefined;
function settingsStore(): UseStore {
  store ??= createStore("souffleur-settings", "settings");
  return store;
}

function parseSettings(stored: unknown): Settings {
  return stored === undefined ? NO_SETTINGS : settingsSchema.parse(stored);
}

/** The stored settings. Throws a ZodError when they are not of our form, rather than pass for none. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await get<unknown>(KEY, settingsStore()));
}

/** Changes the settings in one transaction and answers them. Throws as `readSettings` does, and changes nothing then. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  await update<unknown>(KEY, (stored) => change(parseSettings(stored)), settingsStore());
  return readSettings();
}

/** Writes the settings anew from whatever is stored, in one transaction. */
export async function rewriteSettings(change: (stored: unknown) => Settings): Promise<void> {
  await update<unknown>(KEY, change, settingsStore());
}

/** The agent's own helpdesk hosts among the settings. */
export const helpdeskHostStore = {
  async read(): Promise<HelpdeskHost[]> {
    return (await readSettings()).helpdeskHosts;
  },
  change(change: (hosts: HelpdeskHost[]) => HelpdeskHost[]): Promise<Settings> {
    return changeSettings((settings) => ({ ...settings, helpdeskHosts: change(settings.helpdeskHosts) }));
  },
};
