/**
 * How much each signal counts for the confidence that the first article is right (`confidence.ts`): a logistic regression learnt by
 * `npm run tune -- --data DIR… --write`, which writes the numbers here; nobody edits them by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  constant: -4.21,
  /** How far the second article is behind. */
  lead: 0.608,
  /** How much the first one's title is spelt like the ticket. */
  titleSpelling: 1.66,
  /** The first article's score. */
  score: 0.726,
  /** How far the first five behind it are. */
  standing: 1.37,
  /** How far it stands out of all candidates. */
  standsOut: 0.0616,
  /** How many terms the ticket has. */
  length: -9.42,
  /** A long ticket fits some article somehow, so the same signals say another thing there. */
  scoreByLength: 2.06,
  standingByLength: 0.362,
  standsOutByLength: 3.27,
} as const;
