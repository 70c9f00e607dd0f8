/** When a request that failed is made again. All times in milliseconds. */

/** A server that is busy or broken is asked this often before the import gives up. */
export const MAX_TRIES = 6;

/** A server that asks for patience is asked again this often: it is well, only counting. */
export const MAX_TRIES_WHEN_LIMITED = 30;

/** Longest wait that is accepted from a server; one that asks for more is not worth a process that sits there. */
export const LONGEST_WAIT_MS = 15 * 60_000;

const FIRST_WAIT_MS = 1_000;
const WAIT_WHEN_LIMITED_MS = 30_000;

/** What `Retry-After` asks for, as seconds or as a date; null when it says nothing. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/** Before the next try after a failure: twice as long each time, and not for all clients at the same moment. */
export function backOff(tries: number, random: () => number): number {
  return FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + random());
}

/** How long to wait after a 429. */
export function waitWhenLimited(retryAfterMs: number | null, random: () => number): number {
  return retryAfterMs === null ? WAIT_WHEN_LIMITED_MS * (0.5 + random()) : retryAfterMs + 250 * random();
}

/** A pause before the next request when the server says that few are left; 0 when it has plenty or does not say. */
export function pauseFor(headers: Headers): number {
  const remaining = numberOf(headers, "x-rate-limit-remaining", "x-ratelimit-remaining", "ratelimit-remaining");
  const limit = numberOf(headers, "x-rate-limit", "x-ratelimit-total", "x-ratelimit-limit", "ratelimit-limit");
  return remaining !== null && limit !== null && remaining < limit / 10 ? 1_000 : 0;
}

function numberOf(headers: Headers, ...names: string[]): number | null {
  for (const name of names) {
    const text = headers.get(name);
    if (text !== null && /^\d+$/.test(text.trim())) return Number(text);
  }
  return null;
}
