import { TERM_HALF_LIFE_DAYS } from "../contract/learned-terms";

const HALF_LIFE_MS = TERM_HALF_LIFE_DAYS * 86_400_000;

/** What is left of 1 between two times in epoch milliseconds: a half after each half-life. More than 1 backwards. */
export function decayBetween(fromMs: number, toMs: number): number {
  return 2 ** ((fromMs - toMs) / HALF_LIFE_MS);
}
