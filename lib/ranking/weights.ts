/**
 * The constants of the ranking's structure, each with its reason. How much each feature counts stands in
 * `feature-weights.ts` and is learnt; docs/relevance.md tells what each gives.
 */
import type { Bm25f } from "../library-index/library-index";

/**
 * The words of an article as one text, its fields by their shares. A title names the matter, so it counts eight times; `k` is
 * high because long articles repeat what they are about; `b` because a long one holds every word sooner or later.
 */
export const WORDS_BM25F: Bm25f = {
  k: 6,
  fields: {
    title: { share: 8, b: 0.85 },
    headings: { share: 1.3, b: 0.85 },
    tags: { share: 1.2, b: 0.85 },
    body: { share: 1, b: 0.85 },
  },
};

/** The same without title and tags: what an article says, apart from what it is called. */
export const BODY_BM25F: Bm25f = {
  k: 6,
  fields: {
    title: { share: 0, b: 0 },
    headings: { share: 1, b: 0.85 },
    tags: { share: 0, b: 0 },
    body: { share: 1, b: 0.85 },
  },
};

/**
 * Weight of a word by where the ticket has it, added up over all places. A subject is the customer's own summary, unless it
 * came with the mail they answer or forward. Notes stay out of the query: they are not the customer's need.
 */
export const ZONE_WEIGHTS = {
  subject: 2,
  replySubject: 1,
  newestCustomerMessage: 1.25,
  customerMessage: 1,
  agentMessage: 0.3,
} as const;

/** Most terms of a query, weightiest first. From 40 on more terms change no ranking and only cost time. */
export const MAX_QUERY_TERMS = 40;

/**
 * Words of the base spelt like a word of the ticket stand in for it. Their likeness counts squared: one letter in eight is a
 * typing error or an ending, one in two chance. More than eight change nothing.
 */
export const ALTERNATIVES = { most: 8, power: 2 } as const;

/** How many candidates get the second look. */
export const CANDIDATES = 50;

/** Two words at most this far apart in the ticket and in the article are a pair: "red light" says more than "red" and "light". */
export const PAIR_DISTANCE = 3;

/** A passage is a stretch of this many words; the next one begins half-way. About two paragraphs. */
export const PASSAGE_WORDS = 100;

/**
 * Evidence of past tickets: `k` is the saturation of learnt counts; `tickets` so many count half of what endless ones would for
 * an article without a text, and as many more for each `ownTerms` of its text; `faint` is the trust that is noise beside a long
 * text: with it, none of the six development sets ranks worse for having learnt (`npm run tune`). Learnt words spelt like one
 * of the ticket's count by their likeness to this `power`; of a ticket's words the first `lookedUp` are looked for so.
 */
export const LEARNED = {
  k: 1,
  power: 3,
  tickets: 2,
  ownTerms: 10,
  faint: 0.05,
  candidates: 20,
  lookedUp: 120,
} as const;

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
