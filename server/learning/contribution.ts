/**
 * How much one agent's lessons weigh for one term of one article. Every bound on an over-eager client is here: what
 * arrives from it in a day moves its weight by 1 at most, whatever days it names, and its weight never leaves -1 to 3.
 */
import { TERM_HALF_LIFE_DAYS } from "../../lib/contract/learned-terms";
import type { ArticleTermRow } from "../db/schema";
import { daysFrom } from "./days";

/** Most that one agent's lessons received on one day count for one term of one article, either way. */
export const MAX_WEIGHT_PER_DAY = 1;

/** Most that one agent counts for one term of one article. */
export const MAX_WEIGHT_PER_AGENT = 3;

/** Most that one agent takes from what others taught about one term of one article. */
export const MAX_WEIGHT_AGAINST = 1;

/** An agent whose weight has sunk below this does not count as one who taught the term. */
export const FADED_WEIGHT = 0.02;

export type Contribution = Pick<ArticleTermRow, "weight" | "asOf" | "days">;

/** One term of a lesson; `weight` is what it is taught with, 0 to 1. */
type Step = { kind: "learn" | "unlearn"; day: string; weight: number };

/**
 * The contribution after one more lesson. Unlearning lowers what the agent taught before, and from zero on counts against
 * what others taught.
 */
export function contribute(before: Contribution | undefined, step: Step, today: string): Contribution {
  // By the day received: what a client names as its day is its own word.
  const net = before?.days[today] ?? 0;
  const change =
    step.kind === "learn"
      ? Math.min(step.weight, MAX_WEIGHT_PER_DAY - net)
      : -Math.min(step.weight, MAX_WEIGHT_PER_DAY + net);
  const standing = before ? before.weight * decayOver(daysFrom(before.asOf, today)) : 0;
  const weight = clamp(standing + change * decayOver(daysFrom(step.day, today)));
  return { weight, asOf: today, days: { [today]: net + change } };
}

/** What is left of a weight of 1 after so many days. */
export function decayOver(days: number): number {
  return 0.5 ** (days / TERM_HALF_LIFE_DAYS);
}

function clamp(weight: number): number {
  return Math.max(-MAX_WEIGHT_AGAINST, Math.min(MAX_WEIGHT_PER_AGENT, weight));
}
