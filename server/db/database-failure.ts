import { DrizzleQueryError } from "drizzle-orm";

/** Codes of the driver and of the system for a connection that is not there, or no more. */
const CONNECTION_CODES = new Set([
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
]);

/**
 * SQLSTATEs of a database that cannot do it now and may soon: connection lost, being shut down or started, no free
 * connection, disk or memory full, read-only standby, timed out, beaten by another transaction.
 */
const PASSING_STATES = /^(08...|57P0[1-5]|57014|53...|25006|40001|40P01|55P03)$/;

/** Whether an error says that the database cannot be asked now, rather than that it was asked for nonsense. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = databaseCode(error);
  return code !== null && (CONNECTION_CODES.has(code) || PASSING_STATES.test(code));
}

/** The SQLSTATE or the system's code behind an error; null when it has none. */
export function databaseCode(error: unknown): string | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return null;
}

/**
 * An error for the log. A failed query's own message holds its parameters, among them agents' comments, and is left
 * out; so is what the database says of a value it could not read.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof DrizzleQueryError) {
    const code = databaseCode(error);
    const quotesValues = code?.startsWith("22") ?? false;
    const reason = quotesValues ? "a value was not right" : (error.cause?.message ?? "");
    return `query failed: ${error.query}\n${code ?? ""} ${reason}`.trimEnd();
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
