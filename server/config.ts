/** What the environment may say: one list, from which the reading, the help and the `config` command are made. */
import { z } from "../lib/contract/zod";
import { describeVariable, flagVariables, limitVariables, placeVariables, type Variables } from "./config-variables";
import { DEFAULT_SETTINGS, type ServerSettings } from "./settings";

export type LogForm = "json" | "text" | "off";

/**
 * What the environment says. `databaseUrl` null means the built-in database in `dataDir`. `warnings` are lines for a
 * person: what was set and means nothing.
 */
export type Config = {
  databaseUrl: string | null;
  /** Connections to PostgreSQL at once, and how long a statement may take (null: as long as it likes). */
  poolSize: number;
  statementTimeoutMs: number | null;
  port: number;
  host: string;
  dataDir: string;
  log: LogForm;
  /** Who sends it as bearer may read the metrics; null: nobody may. */
  metricsToken: string | null;
  settings: ServerSettings;
  warnings: readonly string[];
};

/** The environment does not fit; the message names each variable and what is expected of it, never its value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

export const VARIABLES = { ...placeVariables, ...limitVariables, ...flagVariables };

const configSchema = z.object(schemasOf(VARIABLES));

/** Set by this project's own tests and scripts, so nobody is warned of them. */
const OF_DEVELOPERS = /^SOUFFLEUR_(CHROMIUM|FIREFOX|BUILD_DIR|TEST_)/;

/** Reads the configuration; an empty variable counts as not set. Throws `ConfigError` that names all that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = configSchema.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
    throw new ConfigError(`The environment is not right.\n${[...new Set(problems)].join("\n")}`);
  }
  const said = parsed.data;
  return {
    databaseUrl: said.DATABASE_URL ?? null,
    poolSize: said.DATABASE_POOL_SIZE,
    statementTimeoutMs: said.DATABASE_STATEMENT_TIMEOUT_S === 0 ? null : said.DATABASE_STATEMENT_TIMEOUT_S * 1000,
    port: said.PORT,
    host: said.HOST,
    dataDir: said.SOUFFLEUR_DATA,
    log: said.SOUFFLEUR_LOG,
    metricsToken: said.SOUFFLEUR_METRICS_TOKEN ?? null,
    settings: settingsOf(said),
    warnings: Object.keys(set).filter(isUnknown).map(warnOf),
  };
}

/** Lines for `--help`: each variable with what it means. */
export function describeVariables(): string {
  return Object.entries(VARIABLES).map(describeVariable).join("\n");
}

function settingsOf(said: z.output<typeof configSchema>): ServerSettings {
  return {
    oldestClient: said.SOUFFLEUR_OLDEST_CLIENT ?? DEFAULT_SETTINGS.oldestClient,
    flags: {
      lookWithinDays: said.SOUFFLEUR_FLAG_DAYS,
      workingWeekdays: said.SOUFFLEUR_WORKING_DAYS,
      holidays: said.SOUFFLEUR_HOLIDAYS,
      timeZone: said.SOUFFLEUR_TIME_ZONE,
      fallbackAssignee: said.SOUFFLEUR_FLAG_FALLBACK ?? null,
    },
    tokenDays: said.SOUFFLEUR_TOKEN_DAYS || null,
    rotationGraceMs: said.SOUFFLEUR_ROTATION_HOURS * 3_600_000,
    requestsPerMinute: said.SOUFFLEUR_REQUESTS_PER_MINUTE || null,
    wrongTokensPerMinute: said.SOUFFLEUR_WRONG_TOKENS_PER_MINUTE || null,
  };
}

function schemasOf<Known extends Variables>(variables: Known): { [Name in keyof Known]: Known[Name]["schema"] } {
  const schemas = Object.entries(variables).map(([name, { schema }]) => [name, schema]);
  return Object.fromEntries(schemas) as { [Name in keyof Known]: Known[Name]["schema"] };
}

function isUnknown(name: string): boolean {
  return name.startsWith("SOUFFLEUR_") && !Object.hasOwn(VARIABLES, name) && !OF_DEVELOPERS.test(name);
}

function warnOf(name: string): string {
  return `Warning: the environment sets ${name}, which means nothing to this server. See: npm run server -- --help`;
}
