/**
 * How much each signal counts for the confidence that the first article is right (`confidence.ts`): a logistic regression learnt by
 * `npm run tune -- --data DIR… --write`, which writes the numbers here; nobody edits them by hand.
 */
export const CONFIDENCE_WEIGHTS = {
  constant: -3,
  /** How far the second article is behind. */
  lead: 1,
  /** How much the first one's title is spelt like the ticket. */
  titleSpelling: 1,
  /** The first article's score. */
  score: 1,
  /** How far the first five behind it are. */
  standing: 1,
  /** How far it stands out of all candidates. */
  standsOut: 1,
  /** How many terms the ticket has. */
  length: 0,
  /** A long ticket fits some article somehow, so the same signals say another thing there. */
  scoreByLength: 0,
  standingByLength: 0,
  standsOutByLength: 0,
} as const;
