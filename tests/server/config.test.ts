import { expect, test } from "vitest";
import { ConfigError, describeVariables, readConfig, VARIABLES } from "../../server/config";
import { DEFAULT_SETTINGS } from "../../server/settings";

const DEFAULTS = {
  databaseUrl: null,
  poolSize: 10,
  statementTimeoutMs: 30_000,
  port: 8787,
  host: "127.0.0.1",
  dataDir: ".data/server",
  log: "text",
  metricsToken: null,
  settings: DEFAULT_SETTINGS,
  warnings: [],
};

test("has defaults for everything", () => {
  expect(readConfig({})).toEqual(DEFAULTS);
});

test("takes what the environment says and leaves the rest of it alone", () => {
  const config = readConfig({
    DATABASE_URL: "postgresql://ada:secret@db.acme.example/souffleur",
    DATABASE_POOL_SIZE: "25",
    DATABASE_STATEMENT_TIMEOUT_S: "0",
    PORT: "9000",
    HOST: "::1",
    SOUFFLEUR_DATA: "/srv/souffleur",
    SOUFFLEUR_LOG: "json",
    SOUFFLEUR_METRICS_TOKEN: "a-long-enough-token",
    PATH: "/bin",
  });

  expect(config).toEqual({
    ...DEFAULTS,
    databaseUrl: "postgresql://ada:secret@db.acme.example/souffleur",
    poolSize: 25,
    statementTimeoutMs: null,
    port: 9000,
    host: "::1",
    dataDir: "/srv/souffleur",
    log: "json",
    metricsToken: "a-long-enough-token",
  });
});

test("makes the API's settings of it", () => {
  const { settings } = readConfig({
    SOUFFLEUR_FLAG_DAYS: "5",
    SOUFFLEUR_WORKING_DAYS: "sun, Mon-Wed",
    SOUFFLEUR_HOLIDAYS: "2027-01-01, 2026-12-25",
    SOUFFLEUR_TIME_ZONE: "Europe/Paris",
    SOUFFLEUR_FLAG_FALLBACK: "Knowledge team",
    SOUFFLEUR_TOKEN_DAYS: "90",
    SOUFFLEUR_ROTATION_HOURS: "2",
    SOUFFLEUR_REQUESTS_PER_MINUTE: "0",
    SOUFFLEUR_WRONG_TOKENS_PER_MINUTE: "5",
    SOUFFLEUR_OLDEST_CLIENT: "1.2.3",
  });

  expect(settings).toEqual({
    oldestClient: "1.2.3",
    flags: {
      lookWithinDays: 5,
      workingWeekdays: [1, 2, 3, 7],
      holidays: ["2026-12-25", "2027-01-01"],
      timeZone: "Europe/Paris",
      fallbackAssignee: "Knowledge team",
    },
    tokenDays: 90,
    rotationGraceMs: 7_200_000,
    requestsPerMinute: null,
    wrongTokensPerMinute: 5,
  });
});

test("reads an empty variable as not set", () => {
  expect(readConfig({ DATABASE_URL: "", PORT: " " })).toMatchObject({ databaseUrl: null, port: 8787 });
});

test("names every variable that is wrong, without its value, which may hold a password", () => {
  const read = () =>
    readConfig({ DATABASE_URL: "mysql://ada:secret@db", PORT: "http", SOUFFLEUR_METRICS_TOKEN: "hunter2" });

  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/DATABASE_URL: expected an address such as postgres[\s\S]*PORT: expected a port/);
  expect(read).toThrow(/SOUFFLEUR_METRICS_TOKEN: expected 16 to 200/);
  expect(read).not.toThrow(/ada|hunter2/);
});

test.each([
  ["DATABASE_POOL_SIZE", "0"],
  ["DATABASE_STATEMENT_TIMEOUT_S", "-1"],
  ["SOUFFLEUR_FLAG_DAYS", "1.5"],
  ["SOUFFLEUR_WORKING_DAYS", "fri-mon"],
  ["SOUFFLEUR_WORKING_DAYS", "monday"],
  ["SOUFFLEUR_HOLIDAYS", "25.12.2026"],
  ["SOUFFLEUR_HOLIDAYS", "2026-02-30"],
  ["SOUFFLEUR_TIME_ZONE", "Mars/Olympus"],
  ["SOUFFLEUR_TOKEN_DAYS", "soon"],
  ["SOUFFLEUR_LOG", "xml"],
  ["SOUFFLEUR_OLDEST_CLIENT", "1.2"],
])("turns down %s=%s and says what it expects", (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    new RegExp(`^The environment is not right\\.\\n${name}: expected`),
  );
});

test("warns of a variable of its own name that it does not know", () => {
  const { warnings } = readConfig({ SOUFFLEUR_PORT: "1", SOUFFLEUR_CHROMIUM: "/bin/chromium", OTHER: "1" });

  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("SOUFFLEUR_PORT");
});

test("tells of every variable in the help", () => {
  const help = describeVariables();

  expect(help.split("\n")).toHaveLength(Object.keys(VARIABLES).length);
  expect(help).toContain("SOUFFLEUR_WORKING_DAYS");
});
