import { z } from "../contract/zod";
import {
  helpdeskHostSchema,
  NO_SETTINGS,
  pastLibrarySchema,
  rewriteSettings,
  type Settings,
  settingsSchema,
} from "./settings-database";

/**
 * Writes anew what can still be read of settings that are not of our form, each entry by itself. Of a connection that is
 * damaged the library stays as a past one where its name and address can be read. Settings of our form stay as they are.
 */
export function repairSettings(): Promise<void> {
  return rewriteSettings(salvageSettings);
}

function salvageSettings(stored: unknown): Settings {
  const whole = settingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const row = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const entries = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(row[name]);
    return success ? [[name, data] as const] : [];
  });
  const lists = {
    pastLibraries: [...readable(row.pastLibraries, pastLibrarySchema), ...libraryOfDamaged(row.connection, entries)],
    helpdeskHosts: readable(row.helpdeskHosts, helpdeskHostSchema),
  };
  return settingsSchema.parse({ ...NO_SETTINGS, ...Object.fromEntries(entries), ...lists });
}

function readable<Entry>(stored: unknown, schema: z.ZodType<Entry>): Entry[] {
  const entries = z.array(z.unknown()).catch([]).parse(stored);
  return entries.flatMap((entry) => {
    const { success, data } = schema.safeParse(entry);
    return success ? [data] : [];
  });
}

/** A connection whose token or agent is lost still names a library with flags in it. */
function libraryOfDamaged(connection: unknown, kept: (readonly [string, unknown])[]) {
  if (kept.some(([name]) => name === "connection")) return [];
  return readable([connection], pastLibrarySchema.extend({ agentId: z.string().nullable().catch(null) }));
}
