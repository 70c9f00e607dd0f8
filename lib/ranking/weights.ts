/**
 * Every number the ranking uses, with its reason. Found on public question-to-article sets by the relevance bench;
 * see docs/relevance.md before changing one.
 */

/** Share of an article's field in its score. Titles and headings name the matter; tags are chosen by hand. */
export const FIELD_BOOSTS = { title: 2.5, headings: 1.3, tags: 1.2, body: 1 } as const;

/**
 * BM25+ of MiniSearch. `d: 0` makes it plain BM25: with the default 0.5 every extra matched word adds a constant, which
 * on long tickets drowns the words that matter. `k: 2` lets repeated words in long articles count for longer.
 */
export const BM25 = { k: 2, b: 0.75, d: 0 } as const;

/**
 * Weight of a word by where the ticket has it. A subject is the customer's own summary, unless it came with the mail they
 * answer or forward. Notes stay out of the query: they are not the customer's need.
 */
export const ZONE_WEIGHTS = {
  subject: 2,
  replySubject: 1,
  newestCustomerMessage: 1.25,
  customerMessage: 1,
  agentMessage: 0.3,
} as const;

/**
 * Rare words weigh more than BM25's own inverse document frequency makes them: in a long ticket a dozen everyday words
 * otherwise outvote the one that names the matter. The weight is multiplied by that frequency to this power, less one.
 */
export const RARITY_POWER = 1.4;

/** Most terms of a query, rarest first. From 40 on more terms change no ranking and only cost time. */
export const MAX_QUERY_TERMS = 40;

/** In a base of at least this many articles, words that more than this share of them hold are left out of the query. */
export const COMMON_TERM = { minArticles: 400, maxShare: 0.25 } as const;

/** How many candidates get the second look. */
export const CANDIDATES = 30;

/**
 * Second look: two words of the query that stand at most `distance` words apart in the ticket and in the article add the
 * mean of their weights times `weight`, once for each pair. "Red light" says more than "red" and "light".
 */
export const PAIRS = { distance: 3, weight: 2 } as const;

/** Second look: what a title fully covered by the ticket's words adds, as a factor 1 + weight. */
export const TITLE_COVERAGE_WEIGHT = 0.5;

/** Factors for what an agent would rather not read first. An article in another language than the ticket's is a last resort. */
export const OTHER_LANGUAGE_FACTOR = 0.5;
export const OVERDUE_FACTOR = 0.97;
export const LAGGING_TRANSLATION_FACTOR = 0.97;
export const OPEN_FLAG_FACTOR = 0.95;

/**
 * At most this many suggestions, and none that scores below this share of the first: a third article fewer on average, and
 * no right one lost on the development sets.
 */
export const MAX_SUGGESTIONS = 5;
export const MIN_SHARE_OF_FIRST = 0.3;
