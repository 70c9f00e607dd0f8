import { parseArgs } from "node:util";

export const BENCH_SERVER_USAGE = `Usage: npm run bench:server -- [options]

Measures the server on the built-in database and on a PostgreSQL of its own, beside a bare Hono route that answers the same.

  --seconds N       how long each kind of request is sent (default 10)
  --articles N      how many articles there are (default 50000)
  --connections N   how many clients ask at once (default 64)
  --database NAME   pglite, postgres or both (default)
  --json FILE       writes the figures there as well
  --help            this text`;

export type BenchServerOptions = {
  seconds: number;
  articles: number;
  connections: number;
  databases: ("pglite" | "postgres")[];
  json: string | null;
};

/** A mistake in the command's words; the message says what to write instead. */
export class UsageError extends Error {}

const options = {
  seconds: { type: "string", default: "10" },
  articles: { type: "string", default: "50000" },
  connections: { type: "string", default: "64" },
  database: { type: "string", default: "both" },
  json: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** Reads the command line; null when help is asked for. Throws a UsageError. */
export function readBenchServerOptions(args: string[]): BenchServerOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const { database } = values;
  if (database !== "both" && database !== "pglite" && database !== "postgres") {
    throw new UsageError(`--database ${database}: it is pglite, postgres or both.`);
  }
  return {
    seconds: wholeNumber("seconds", values.seconds),
    articles: wholeNumber("articles", values.articles),
    connections: wholeNumber("connections", values.connections),
    databases: database === "both" ? ["pglite", "postgres"] : [database],
    json: values.json ?? null,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new UsageError(`--${name} ${text}: a whole number from 1 up is needed.`);
}
