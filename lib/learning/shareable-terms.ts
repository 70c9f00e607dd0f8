import { MAX_TERMS_PER_LESSON } from "../contract/learned-terms";

const byAlphabet = (a: string, b: string) => (a < b ? -1 : 1);

/**
 * What of a lesson's terms may leave the machine: in the order of the alphabet, and of the pairs only some, so that no word
 * stands in two of them. From all pairs of a short ticket its sentences could be put together again.
 */
export function shareableTerms(terms: string[]): string[] {
  const words = terms.filter((term) => !term.includes(" "));
  const pairs: string[] = [];
  const paired = new Set<string>();
  for (const pair of terms.filter((term) => term.includes(" ")).sort(byAlphabet)) {
    const both = pair.split(" ");
    if (both.some((word) => paired.has(word))) continue;
    for (const word of both) paired.add(word);
    pairs.push(pair);
  }
  return [...words, ...pairs].slice(0, MAX_TERMS_PER_LESSON).sort(byAlphabet);
}
