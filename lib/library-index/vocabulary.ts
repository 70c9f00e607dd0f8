/** Every term of the library with the number of articles that hold it. */
export type Vocabulary = {
  /** How many articles hold a term. */
  frequency(term: string): number;
  /** Counts as many more articles (fewer when negative) for each term. */
  count(terms: Iterable<string>, step: number): void;
  clear(): void;
};

/** `onTerm` hears when a term comes in (true) or has gone (false). */
export function createVocabulary(onTerm: (term: string, isThere: boolean) => void): Vocabulary {
  const frequencies = new Map<string, number>();
  return {
    frequency: (term) => frequencies.get(term) ?? 0,
    count(terms, step) {
      if (step === 0) return;
      for (const term of terms) {
        const before = frequencies.get(term) ?? 0;
        const after = before + step;
        if (after > 0) frequencies.set(term, after);
        else frequencies.delete(term);
        if (before === 0) onTerm(term, true);
        else if (after <= 0) onTerm(term, false);
      }
    },
    clear: () => frequencies.clear(),
  };
}
