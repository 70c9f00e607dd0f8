const EARLIEST_MS = Date.UTC(1970, 0, 1);
const LATEST_MS = Date.UTC(9000, 0, 1);

/** Whether every database here can hold the instant: PostgreSQL knows no year 0, and no years of five digits as written. */
export function isStorableInstant(instant: string): boolean {
  const ms = Date.parse(instant);
  return ms >= EARLIEST_MS && ms < LATEST_MS;
}
