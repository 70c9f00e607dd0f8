/** A backup is a file of JSON lines, packed: a header, the rows of every table, and an end that counts them. */
import { z } from "../../lib/contract/zod";

export const BACKUP_FORMAT = 1;

/** First line. `schemaVersion` tells which tables and columns the rows are for. */
export const headerSchema = z.object({
  souffleurBackup: z.literal(BACKUP_FORMAT),
  schemaVersion: z.int(),
  serverVersion: z.string(),
  createdAt: z.string(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** A row, by the names of the database's columns, as PostgreSQL writes it in JSON. */
export const rowLineSchema = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });

/** Last line: how many rows each table has. A file without it was cut off. */
export const endSchema = z.object({ end: z.record(z.string(), z.int()) });

/** The file is no backup, or not whole, or not for these tables; the message says which. */
export class BackupFileError extends Error {
  override readonly name = "BackupFileError";
}
