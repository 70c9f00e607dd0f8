/** What operators may set about the API's behaviour. The environment's names for these stand in config.ts. */
import { OLDEST_CLIENT } from "./versions";

export type FlagSettings = {
  /** Working days within which somebody looks at a flag. */
  lookWithinDays: number;
  /** ISO weekdays on which people work, 1 for Monday. */
  workingWeekdays: readonly number[];
  /** Days off, as `2026-12-25`. */
  holidays: readonly string[];
  /** IANA name of the time zone in which days begin. */
  timeZone: string;
  /** An agent's or a team's name for flags on articles without an owner; null: whoever manages. */
  fallbackAssignee: string | null;
};

export type ServerSettings = {
  /** Oldest extension to accept. */
  oldestClient: string;
  flags: FlagSettings;
  /** Days until a new token expires; null: never. */
  tokenDays: number | null;
  /** How long the old token is still taken after a rotation, in milliseconds. */
  rotationGraceMs: number;
  /** Requests a token may make in a minute, and wrong tokens an address may send in a minute; null: any number. */
  requestsPerMinute: number | null;
  wrongTokensPerMinute: number | null;
};

const DAY_MS = 86_400_000;

export const DEFAULT_SETTINGS: ServerSettings = {
  oldestClient: OLDEST_CLIENT,
  flags: {
    lookWithinDays: 3,
    workingWeekdays: [1, 2, 3, 4, 5],
    holidays: [],
    timeZone: "UTC",
    fallbackAssignee: null,
  },
  tokenDays: null,
  rotationGraceMs: DAY_MS,
  requestsPerMinute: 600,
  wrongTokensPerMinute: 30,
};
