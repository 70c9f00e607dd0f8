/** First wait after a failure and the longest one, in milliseconds. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * How long to wait after the n-th failure in a row (n ≥ 1): doubling, capped, the second half random ("equal jitter",
 * AWS Architecture Blog, 2015), so that a fleet does not return at once. The server's own wish is the least. `random`
 * gives 0 to 1.
 */
export function backOffMs(failures: number, retryAfterMs: number | null, random: () => number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20));
  const wait = ceiling / 2 + random() * (ceiling / 2);
  return Math.round(Math.max(wait, retryAfterMs ?? 0));
}
