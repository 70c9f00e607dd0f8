/**
 * How much each signal counts for the confidence that the first article is right (`confidence.ts`): a logistic regression learnt by
 * `npm run tune -- --data DIR… --write`, which writes the numbers here; nobody edits them by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  constant: -4.36,
  /** How far the second article is behind. */
  lead: 0.566,
  /** How much the first one's title is spelt like the ticket. */
  titleSpelling: 1.74,
  /** The first article's score. */
  score: 0.699,
  /** How far the first five behind it are. */
  standing: 1.3,
  /** How far it stands out of all candidates. */
  standsOut: 0.14,
  /** How many terms the ticket has. */
  length: -8.93,
  /** A long ticket fits some article somehow, so the same signals say another thing there. */
  scoreByLength: 2.02,
  standingByLength: 1.73,
  standsOutByLength: 2.78,
} as const;
