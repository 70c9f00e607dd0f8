/** The environment's variables: how each is read, what it means, and whether its value may be shown. */
import { z } from "../lib/contract/zod";
import { DEFAULT_SETTINGS } from "./settings";

type Variable = { schema: z.ZodType; meaning: string; isSecret?: true };
export type Variables = Record<string, Variable>;

const HOUR_MS = 3_600_000;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ALL_DAYS_EXPECTED = "expected days such as mon-fri or mon,tue,thu";

/** A port to listen on; 0 takes a free one. */
export const portSchema = wholeNumber("a port number", 0, 65_535, "expected a port from 0 to 65535");

/** Where the database is and where the server listens. */
export const placeVariables = {
  DATABASE_URL: {
    schema: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: "expected an address such as postgres://user:password@host:5432/name",
      })
      .optional(),
    meaning: "PostgreSQL as postgres://user:password@host:5432/name; without it the built-in database",
    isSecret: true,
  },
  DATABASE_POOL_SIZE: {
    schema: wholeNumber("a number of connections", 1, 1000).default(10),
    meaning: "connections to PostgreSQL at once (10)",
  },
  DATABASE_STATEMENT_TIMEOUT_S: {
    schema: wholeNumber("seconds", 0, 3600).default(30),
    meaning: "seconds PostgreSQL may take for one statement of the API (30; 0: any)",
  },
  PORT: { schema: portSchema.default(8787), meaning: "where to listen (8787; 0: a free one)" },
  HOST: { schema: z.string().default("127.0.0.1"), meaning: "address to listen on (127.0.0.1)" },
  SOUFFLEUR_DATA: {
    schema: z.string().default(".data/server"),
    meaning: "folder of the built-in database (.data/server)",
  },
  SOUFFLEUR_LOG: {
    schema: z.enum(["json", "text", "off"], { error: "expected json, text or off" }).default("text"),
    meaning: "form of the log: json, text, off (text)",
  },
  SOUFFLEUR_METRICS_TOKEN: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9._~+/=-]{16,200}$/, "expected 16 to 200 letters, digits or ._~+/=-")
      .optional(),
    meaning: "bearer token that GET /metrics asks for; without it there are no metrics",
    isSecret: true,
  },
} satisfies Variables;

/** What clients and tokens may do. */
export const limitVariables = {
  SOUFFLEUR_REQUESTS_PER_MINUTE: {
    schema: wholeNumber("a number of requests", 0, 1_000_000).default(DEFAULT_SETTINGS.requestsPerMinute ?? 0),
    meaning: "requests a token may make in a minute, to this process (600; 0: any number)",
  },
  SOUFFLEUR_WRONG_TOKENS_PER_MINUTE: {
    schema: wholeNumber("a number of requests", 0, 1_000_000).default(DEFAULT_SETTINGS.wrongTokensPerMinute ?? 0),
    meaning: "wrong tokens an address may send in a minute before it hears 429 (30; 0: any number)",
  },
  SOUFFLEUR_TOKEN_DAYS: {
    schema: wholeNumber("a number of days", 0, 36_500).default(DEFAULT_SETTINGS.tokenDays ?? 0),
    meaning: "days until a new token expires (0: never)",
  },
  SOUFFLEUR_ROTATION_HOURS: {
    schema: wholeNumber("a number of hours", 0, 24 * 365).default(DEFAULT_SETTINGS.rotationGraceMs / HOUR_MS),
    meaning: "hours an old token is still taken after its rotation (24)",
  },
  SOUFFLEUR_OLDEST_CLIENT: {
    schema: z
      .string()
      .regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/, "expected a version such as 0.1.0")
      .optional(),
    meaning: `oldest extension to accept (${DEFAULT_SETTINGS.oldestClient})`,
  },
} satisfies Variables;

/** How soon somebody looks at a flag, and who. */
export const flagVariables = {
  SOUFFLEUR_FLAG_DAYS: {
    schema: wholeNumber("a number of working days", 1, 365).default(DEFAULT_SETTINGS.flags.lookWithinDays),
    meaning: "working days within which somebody looks at a flag (3)",
  },
  SOUFFLEUR_WORKING_DAYS: {
    schema: z
      .string()
      .transform(readWeekdays)
      .default([...DEFAULT_SETTINGS.flags.workingWeekdays]),
    meaning: "days on which people work, such as mon-fri or mon,tue,thu (mon-fri)",
  },
  SOUFFLEUR_HOLIDAYS: {
    schema: z
      .string()
      .transform((text) =>
        text
          .split(",")
          .map((day) => day.trim())
          .filter(Boolean)
          .sort(),
      )
      .pipe(z.array(z.iso.date("expected days such as 2026-12-25,2027-01-01")))
      .default([]),
    meaning: "days off, such as 2026-12-25,2027-01-01 (none)",
  },
  SOUFFLEUR_TIME_ZONE: {
    schema: z
      .string()
      .refine(isTimeZone, "expected the name of a time zone such as Europe/Paris")
      .default(DEFAULT_SETTINGS.flags.timeZone),
    meaning: "time zone in which days begin, such as Europe/Paris (UTC)",
  },
  SOUFFLEUR_FLAG_FALLBACK: {
    schema: z.string().trim().max(200, "expected a name of at most 200 characters").optional(),
    meaning: "agent or team that looks at flags on articles without an owner (whoever manages)",
  },
} satisfies Variables;

/** A line of help: the name, and what it means. */
export function describeVariable([name, { meaning }]: [string, Variable]): string {
  return `  ${name.padEnd(34)}${meaning}`;
}

function wholeNumber(what: string, min: number, max: number, range = `expected ${what} from ${min} to ${max}`) {
  return z.coerce
    .number({ error: `expected ${what}` })
    .int(`expected ${what}`)
    .min(min, range)
    .max(max, range);
}

function readWeekdays(text: string, issues: z.RefinementCtx): number[] {
  const days = new Set<number>();
  for (const part of text.toLowerCase().split(",")) {
    const [first = 0, last = first] = part.split("-").map((name) => WEEKDAYS.indexOf(name.trim()) + 1);
    if (first === 0 || last < first || part.split("-").length > 2) {
      issues.addIssue({ code: "custom", message: ALL_DAYS_EXPECTED });
      return z.NEVER;
    }
    for (let day = first; day <= last; day += 1) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // RangeError: this engine knows no such zone.
    return false;
  }
}
