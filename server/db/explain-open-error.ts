import { DataFolderInUseError } from "./data-folder-lock";
import { databaseCode } from "./database-failure";
import { MigrationBlockedError } from "./migrate";
import { DatabaseNewerError } from "./schema-state";

/** What the codes of PostgreSQL and of the system mean for somebody who starts a server, and what to do. */
const REASONS: Record<string, string> = {
  "28P01": "PostgreSQL turned down the user or the password of DATABASE_URL.",
  "28000": "PostgreSQL lets this user in from nowhere, or not from here (pg_hba.conf).",
  "3D000": "There is no database of the name in DATABASE_URL; make it first (createdb).",
  "42501": "The user of DATABASE_URL may not make tables there; grant it CREATE on the schema.",
  "25006": "PostgreSQL is read-only there; DATABASE_URL has to name the primary, not a standby.",
  "53100": "The disk of the database is full.",
  "53300": "PostgreSQL has no connection left for this server; lower DATABASE_POOL_SIZE or raise max_connections.",
  "57P03": "PostgreSQL is just starting or stopping; try again soon.",
  ENOTFOUND: "The host of DATABASE_URL is not known.",
  ECONNREFUSED: "Nobody answers at the host and port of DATABASE_URL.",
  CONNECT_TIMEOUT: "The host of DATABASE_URL does not answer.",
  EACCES: "This user may not write in the data folder.",
  EPERM: "This user may not write in the data folder.",
  EROFS: "The data folder is on a read-only file system.",
  ENOSPC: "The disk of the data folder is full.",
  EDQUOT: "The disk of the data folder is full for this user.",
  ENOTDIR: "A part of the data folder's path is a file.",
  EEXIST: "A part of the data folder's path is a file.",
};

/** Why the database cannot be opened, in words for the person who started the server. Never holds the password. */
export function explainOpenError(error: unknown): string {
  const isExplained =
    error instanceof DataFolderInUseError ||
    error instanceof DatabaseNewerError ||
    error instanceof MigrationBlockedError;
  if (isExplained) return error.message;
  const code = databaseCode(error);
  const reason = code === null ? undefined : REASONS[code];
  const told = messageOf(error);
  return `The database cannot be opened: ${reason ? `${reason} (${told})` : told}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A refused connection comes as several errors, one per address, and without a message of its own.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  const cause = first instanceof Error ? first.message : null;
  // A failed query's own message is the query.
  return error.message.startsWith("Failed query")
    ? (cause ?? "a query failed")
    : error.message || (cause ?? error.name);
}
