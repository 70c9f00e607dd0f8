/**
 * How much each feature of an article counts in its score. Features lie between 0 and about 1 (`features.ts`); the score is
 * their weighted sum. `npm run tune -- --data DIR… --write` learns the numbers and writes them here; nobody edits them by hand.
 */
export const FEATURE_WEIGHTS = {
  /** All fields as one text: the work-horse. */
  words: 5.8,
  /** What the article says, whatever it is called: long tickets seldom use the title's words. */
  body: 8,
  /** How much of its title the ticket says. */
  title: 2.2,
  /** The same with words spelt alike. */
  titleAlike: 2.2,
  /** Runs of letters that ticket and title share: compounds, typing errors, other endings. */
  titleLetters: 2,
  /** Words that stand together in both. */
  pairs: 3.5,
  /** The best stretch of the article: one paragraph about the matter beats its words strewn over ten pages. */
  passage: 1.5,
  /** The words of tickets that the article solved. */
  learnedWords: 5,
  /** The same with function words: "how do I" asks for another article than "why was I". */
  learnedPhrasing: 8,
  /** Pairs of words of such tickets. */
  learnedPairs: 3,
} as const;

export type Feature = keyof typeof FEATURE_WEIGHTS;
export const FEATURES = Object.keys(FEATURE_WEIGHTS) as Feature[];
