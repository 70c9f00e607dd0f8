/**
 * Words that the base does not know are remembered by their hash alone until three different tickets had them: what
 * comes once may be a name, what comes thrice is the customers' word for something.
 */

/** What one ticket would have taught one article by a word. */
export type Contribution = { ticketHash: string; articleId: string; strength: number; atMs: number };

/** A word by its hash, with what it will be worth once it is learnt. `atMs` is when it was last seen. */
export type PendingTerm = { hash: string; atMs: number; contributions: Contribution[] };

/** How many different tickets must have had a word. */
export const TICKETS_TO_LEARN_A_WORD = 3;

/** One ticket may teach several articles; of a word as many contributions are kept. */
const MAX_CONTRIBUTIONS = 10;

/** The word once more in a ticket. The stronger of two contributions of one ticket to one article stays. */
export function withContribution(
  hash: string,
  known: PendingTerm | undefined,
  contribution: Contribution,
): PendingTerm {
  const { ticketHash, articleId, strength } = contribution;
  const earlier = known?.contributions ?? [];
  const isSame = (other: Contribution) => other.ticketHash === ticketHash && other.articleId === articleId;
  const before = earlier.find(isSame);
  const contributions =
    before && before.strength >= strength ? earlier : [...earlier.filter((other) => !isSame(other)), contribution];
  return { hash, atMs: contribution.atMs, contributions: contributions.slice(-MAX_CONTRIBUTIONS) };
}

/** Without what one ticket contributed to one article; null when nothing else is left. */
export function withoutContribution(
  pending: PendingTerm,
  ticketHash: string,
  articleId: string,
): { rest: PendingTerm | null; taken: Contribution[] } {
  const isTaken = (other: Contribution) => other.ticketHash === ticketHash && other.articleId === articleId;
  const contributions = pending.contributions.filter((other) => !isTaken(other));
  return {
    rest: contributions.length > 0 ? { ...pending, contributions } : null,
    taken: pending.contributions.filter(isTaken),
  };
}

/** That so many different tickets had the word, and nothing of what they taught. */
export function marksOf({ contributions }: PendingTerm): Contribution[] {
  const atMs = new Map(contributions.map((contribution) => [contribution.ticketHash, contribution.atMs]));
  return [...atMs]
    .slice(-TICKETS_TO_LEARN_A_WORD)
    .map(([ticketHash, seenAtMs]) => ({ ticketHash, articleId: "", strength: 0, atMs: seenAtMs }));
}

/** Whether enough different tickets had the word. */
export function isLearnt({ contributions }: PendingTerm): boolean {
  return new Set(contributions.map(({ ticketHash }) => ticketHash)).size >= TICKETS_TO_LEARN_A_WORD;
}
