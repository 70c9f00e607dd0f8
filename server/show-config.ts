import type { Config } from "./config";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The configuration in force, by the environment's names, without passwords and tokens. */
export function showConfig(config: Config): Record<string, string> {
  const { settings } = config;
  const { flags } = settings;
  return {
    DATABASE_URL: config.databaseUrl === null ? "(not set: the built-in database)" : maskUrl(config.databaseUrl),
    DATABASE_POOL_SIZE: String(config.poolSize),
    DATABASE_STATEMENT_TIMEOUT_S: String((config.statementTimeoutMs ?? 0) / 1000),
    PORT: String(config.port),
    HOST: config.host,
    SOUFFLEUR_DATA: config.dataDir,
    SOUFFLEUR_LOG: config.log,
    SOUFFLEUR_METRICS_TOKEN: config.metricsToken === null ? "(not set: no metrics)" : "***",
    SOUFFLEUR_REQUESTS_PER_MINUTE: String(settings.requestsPerMinute ?? 0),
    SOUFFLEUR_WRONG_TOKENS_PER_MINUTE: String(settings.wrongTokensPerMinute ?? 0),
    SOUFFLEUR_TOKEN_DAYS: String(settings.tokenDays ?? 0),
    SOUFFLEUR_ROTATION_HOURS: String(settings.rotationGraceMs / 3_600_000),
    SOUFFLEUR_OLDEST_CLIENT: settings.oldestClient,
    SOUFFLEUR_FLAG_DAYS: String(flags.lookWithinDays),
    SOUFFLEUR_WORKING_DAYS: flags.workingWeekdays.map((day) => WEEKDAYS[day - 1]).join(","),
    SOUFFLEUR_HOLIDAYS: flags.holidays.join(",") || "(none)",
    SOUFFLEUR_TIME_ZONE: flags.timeZone,
    SOUFFLEUR_FLAG_FALLBACK: flags.fallbackAssignee ?? "(not set: whoever manages)",
  };
}

/** An address may carry a password before the host and in its query. */
function maskUrl(address: string): string {
  const url = new URL(address);
  if (url.password) url.password = "***";
  for (const name of [...url.searchParams.keys()]) {
    if (/pass|secret|key|token/i.test(name)) url.searchParams.set(name, "***");
  }
  return url.href;
}
