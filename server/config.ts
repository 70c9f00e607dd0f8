import { z } from "../lib/contract/zod";

export const portSchema = z.coerce
  .number({ error: "expected a port number" })
  .int("expected a port number")
  .min(0, "expected a port from 0 to 65535")
  .max(65_535, "expected a port from 0 to 65535");

const configSchema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "expected an address such as postgres://user:password@host:5432/name" })
    .optional(),
  PORT: portSchema.default(8787),
  HOST: z.string().default("127.0.0.1"),
  SOUFFLEUR_DATA: z.string().default(".data/server"),
});

/** What the environment says. `databaseUrl` null means the built-in database in `dataDir`. */
export type Config = { databaseUrl: string | null; port: number; host: string; dataDir: string };

/** The environment does not fit; the message names each variable and what is expected of it, never its value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads the configuration; an empty variable counts as not set. Throws `ConfigError`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = configSchema.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`The environment is not right.\n${problems.join("\n")}`);
  }
  const { DATABASE_URL, PORT, HOST, SOUFFLEUR_DATA } = parsed.data;
  return { databaseUrl: DATABASE_URL ?? null, port: PORT, host: HOST, dataDir: SOUFFLEUR_DATA };
}
