/**
 * How much each feature of an article counts in its score. Features lie between 0 and about 1 (`features.ts`); the score is
 * their weighted sum. `npm run tune -- --data DIR… --write` learns the numbers and writes them here; only where a
 * reason says so is one set by hand.
 */
export const FEATURE_WEIGHTS = {
  /** All fields as one text: the work-horse. */
  words: 10.5,
  /** What the article says, whatever it is called: long tickets seldom use the title's words. */
  body: 15.4,
  /** How much of its title the ticket says. */
  title: 4.72,
  /** Runs of letters that ticket and title share: compounds, typing errors, other endings. */
  titleLetters: 6.91,
  /** Words that stand together in both. */
  pairs: 4.33,
  /** The best stretch of the article: one paragraph about the matter beats its words strewn over ten pages. */
  passage: 4.1,
  /** The words of tickets that the article solved. */
  learnedWords: 13.9,
  /** The same with function words: "how do I" asks for another article than "why was I". */
  learnedPhrasing: 51.5,
  /** Pairs of words of such tickets. */
  learnedPairs: 12.1,
  /** A situation of the team that the ticket tells of and the article belongs to. Set, not learnt: no set has situations. */
  situation: 2,
  /** The ticket's fields and tags name the article's tags or category. Set, not learnt: no set has fields. */
  ticketFields: 1,
} as const;

export type Feature = keyof typeof FEATURE_WEIGHTS;
export const FEATURES = Object.keys(FEATURE_WEIGHTS) as Feature[];
