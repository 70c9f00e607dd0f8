/**
 * Which words of a vocabulary are spelt alike: by the runs of four letters they share, rare runs counting for more. It
 * brings together what stems miss: compounds and their parts, typing errors, families of words. (Character n-grams as index
 * terms: McNamee and Mayfield 2004; here they join terms, so that the index itself stays one of terms.)
 */

const GRAM_LENGTH = 4;

/** Words less alike than this have nothing to do with each other; the measure is a cosine, 0 to 1. */
const MIN_SIMILARITY = 0.35;

/** Words asked for are remembered up to this many. */
const CACHE_LIMIT = 5_000;
const WEIGHT_LIMIT = 200_000;

/** A word of the vocabulary that is spelt like another one. */
export type SimilarTerm = { term: string; similarity: number };

export type SimilarTerms = {
  add(term: string): void;
  remove(term: string): void;
  /** At most `limit` terms spelt like this one, the most alike first, ties by code unit; never the term itself. */
  similar(term: string, limit: number): SimilarTerm[];
  /** How much a run of letters says: the rarer among the terms, the more. */
  gramWeight(gram: string): number;
};

/** The runs of letters of a term, each once, its beginning and end marked; none of codes and numbers. */
export function gramsOf(term: string): string[] {
  if (/\d/.test(term)) return [];
  const marked = `_${term}_`;
  if (marked.length <= GRAM_LENGTH) return [marked];
  const grams = new Set<string>();
  for (let at = 0; at + GRAM_LENGTH <= marked.length; at += 1) grams.add(marked.slice(at, at + GRAM_LENGTH));
  return [...grams];
}

type Gram = { /** Terms that have it or had it once, by number. */ terms: number[]; live: number };

/** An empty vocabulary. What it answers depends on the terms it holds, not on when they came. */
export function createSimilarTerms(): SimilarTerms {
  const grams = new Map<string, Gram>();
  const terms: string[] = [];
  const isLive: boolean[] = [];
  const numbers = new Map<string, number>();
  let liveCount = 0;
  const weights = new Map<string, number>();
  const cache = new Map<string, SimilarTerm[]>();

  function setLive(number: number, live: boolean): void {
    if (isLive[number] === live) return;
    isLive[number] = live;
    liveCount += live ? 1 : -1;
    for (const gram of gramsOf(terms[number] ?? "")) {
      const known = grams.get(gram);
      if (known) known.live += live ? 1 : -1;
    }
    cache.clear();
    weights.clear();
  }

  function gramWeight(gram: string): number {
    let weight = weights.get(gram);
    if (weight === undefined) {
      weight = Math.log(1 + (liveCount + 1) / ((grams.get(gram)?.live ?? 0) + 0.5));
      // Of the vocabulary's own grams there are not many; those asked for beside them are.
      if (weights.size >= WEIGHT_LIMIT) weights.clear();
      weights.set(gram, weight);
    }
    return weight;
  }

  function squaredLength(term: string): number {
    return gramsOf(term).reduce((sum, gram) => sum + gramWeight(gram), 0);
  }

  function find(term: string, limit: number): SimilarTerm[] {
    const shared = new Map<number, number>();
    for (const gram of gramsOf(term)) {
      const weight = gramWeight(gram);
      for (const number of grams.get(gram)?.terms ?? []) shared.set(number, (shared.get(number) ?? 0) + weight);
    }
    const length = squaredLength(term);
    const found: SimilarTerm[] = [];
    for (const [number, weight] of shared) {
      const other = terms[number] ?? "";
      // The cosine is at most the square root of the share of this term's own weight.
      if (isLive[number] !== true || other === term || weight < length * MIN_SIMILARITY ** 2) continue;
      const similarity = weight / Math.sqrt(length * squaredLength(other));
      if (similarity >= MIN_SIMILARITY) found.push({ term: other, similarity });
    }
    return found.sort((a, b) => b.similarity - a.similarity || (a.term < b.term ? -1 : 1)).slice(0, limit);
  }

  return {
    add(term) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = terms.push(term) - 1;
        numbers.set(term, number);
        isLive.push(false);
        for (const gram of gramsOf(term)) {
          const known = grams.get(gram);
          if (known) known.terms.push(number);
          else grams.set(gram, { terms: [number], live: 0 });
        }
      }
      setLive(number, true);
    },
    remove(term) {
      const number = numbers.get(term);
      if (number !== undefined) setLive(number, false);
    },
    similar(term, limit) {
      const key = `${limit} ${term}`;
      const known = cache.get(key) ?? find(term, limit);
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(key, known);
      return known;
    },
    gramWeight,
  };
}
