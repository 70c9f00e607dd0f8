/**
 * The extension's own settings. They live in IndexedDB and not in `storage.local`, because content scripts can read the
 * latter in some browsers and the token is among them.
 */
import { Dexie, type Table } from "dexie";
import { languageTagSchema } from "../contract/article";
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

export const settingsSchema = z.object({
  connection: connectionSchema.nullable(),
  pastLibraries: z.array(pastLibrarySchema),
  /** Null: the browser's. */
  interfaceLanguage: languageTagSchema.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

const NO_SETTINGS: Settings = { connection: null, pastLibraries: [], interfaceLanguage: null };

type SettingsRow = { id: "settings"; settings: unknown };
export type SettingsDatabase = Dexie & { settings: Table<SettingsRow, string> };

/** Opens (or makes) the settings' database. */
export function openSettingsDatabase(): SettingsDatabase {
  const database = new Dexie("souffleur-settings") as SettingsDatabase;
  database.version(1).stores({ settings: "id" });
  return database;
}

/** The stored settings. Throws a ZodError when the row is not one of ours, rather than overwrite it with nothing. */
export async function readSettings(database: SettingsDatabase): Promise<Settings> {
  const row = await database.settings.get("settings");
  return row ? settingsSchema.parse(row.settings) : NO_SETTINGS;
}

/** Changes the settings in one transaction and answers them. */
export function changeSettings(
  database: SettingsDatabase,
  change: (settings: Settings) => Settings,
): Promise<Settings> {
  return database.transaction("rw", database.settings, async () => {
    const settings = change(await readSettings(database));
    await database.settings.put({ id: "settings", settings });
    return settings;
  });
}
