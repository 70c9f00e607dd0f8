/**
 * How much each signal counts for the confidence that the first article is right (`confidence.ts`): a logistic regression learnt by
 * `npm run tune -- --data DIR… --write`, which writes the numbers here; nobody edits them by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  constant: -4.5,
  /** How far the second article is behind. */
  lead: 0.563,
  /** How much the first one's title is spelt like the ticket. */
  titleSpelling: 1.68,
  /** The first article's score. */
  score: 0.767,
  /** How far the first five behind it are. */
  standing: 1.27,
  /** How far it stands out of all candidates. */
  standsOut: 0.139,
  /** How many terms the ticket has. */
  length: -8.66,
  /** A long ticket fits some article somehow, so the same signals say another thing there. */
  scoreByLength: 1.95,
  standingByLength: 1.96,
  standsOutByLength: 2.68,
} as const;
