/** Articles that were used on tickets like this one: told by the words of those tickets alone, not by the articles' own. */
import type { LearnedModel } from "../learning/learned-model";
import type { CustomerTerms } from "./learned-evidence";

/**
 * How much of what the customer says the tickets of an article must have said, rare words counting more. A ticket of the
 * same matter says about half of it again; one that shares a word or two, as "parcel" in a shop, stays well below.
 */
const MIN_LIKENESS = 0.4;

/** One word in common is chance. */
const MIN_SHARED_WORDS = 2;

/** An article needs so much of a ticket taught, decayed, so that merely opening it twice is not called using it. */
const MIN_TICKETS = 0.5;

/** A word that no ticket taught may be a name or an order's number: it says half as much against an article. */
const UNKNOWN_SHARE = 0.5;

/** Words of the ticket that are looked up: a log of thousands of lines names its matter in the first ones. */
const MAX_WORDS = 120;

type Tally = { sum: number; shared: number };

/** Rarity among the articles something was learnt for, as BM25 has it. */
function rarity(articles: number, holding: number): number {
  return Math.log(1 + (articles - holding + 0.5) / (holding + 0.5));
}

/** At most `limit` articles, the most alike first, ties by id; empty when no ticket that is known was like this one. */
export function usedOnSimilarTickets(
  model: LearnedModel,
  { words }: Pick<CustomerTerms, "words">,
  limit: number,
): string[] {
  const articles = model.articleIds.size;
  const tallies = new Map<string, Tally>();
  let total = 0;
  for (const word of [...words].slice(0, MAX_WORDS)) {
    const { numbers, weights } = model.postingList(word);
    const worth = rarity(articles, Math.max(1, numbers.length));
    total += numbers.length > 0 ? worth : UNKNOWN_SHARE * worth;
    numbers.forEach((number, at) => {
      const id = model.articleId(number);
      const { sum, shared } = tallies.get(id) ?? { sum: 0, shared: 0 };
      // The root: of many tickets on one matter each says it in its own words.
      const share = Math.sqrt((weights[at] ?? 0) / model.articleTotal(id));
      tallies.set(id, { sum: sum + worth * share, shared: shared + 1 });
    });
  }
  return [...tallies]
    .filter(([id, { shared }]) => shared >= MIN_SHARED_WORDS && model.articleTotal(id) >= MIN_TICKETS)
    .map(([id, { sum }]) => ({ id, likeness: sum / total }))
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
}
