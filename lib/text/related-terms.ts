/**
 * Terms of a base for a term that it does not have, or hardly: what a mistyped word was meant for, compounds that the word is
 * a part of, and the parts of a compound. What is answered depends on the terms held, not on when they came.
 */
import { createCompoundTerms } from "./compound-terms";
import { createMistypedTerms } from "./mistyped-terms";

/**
 * `similarity`, above 0 and below 1, is how sure the relation is. `typo`: one or two typing errors away; `compound`: a longer
 * word with the term in it; `part`: a word that the term is made of.
 */
export type RelatedTerm = { term: string; similarity: number; kind: "typo" | "compound" | "part" };

/** `limit`: most terms answered. */
export type RelatedOptions = { limit: number };

export type RelatedTerms = {
  /** Takes a term into the vocabulary; one it has changes nothing. */
  add(term: string): void;
  /** Takes a term out; one it has not changes nothing. */
  remove(term: string): void;
  /** The terms related to one, the nearest first, ties by code unit. None for codes and numbers. */
  related(term: string, options: RelatedOptions): RelatedTerm[];
};

/** Codes differ by a digit and mean another thing; scripts without letters have no typing errors of this kind. */
const RELATABLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{3,64}$/u;

/** Typing errors seldom fall on the first letter, and a letter too many or too few beside its like is hardly one. */
const FIRST_LETTER_PENALTY = 0.1;
const DOUBLED_LETTER_ERRORS = 0.5;

/** A compound has a second meaning beside the part's. */
const COMPOUND_SHARE = 0.9;
const LONE_PART_SHARE = 0.7;

function withoutDoubles(word: string): string {
  return word.replace(/(.)\1/g, "$1");
}

function typoSimilarity(term: string, near: string, errors: number): number | null {
  const isDoubled = withoutDoubles(term) === withoutDoubles(near);
  const similarity = 1 - (isDoubled ? DOUBLED_LETTER_ERRORS : errors) / Math.max(term.length, near.length);
  if (term[0] === near[0]) return similarity;
  return errors === 1 ? similarity - FIRST_LETTER_PENALTY : null;
}

/** An empty vocabulary. */
export function createRelatedTerms(): RelatedTerms {
  const mistyped = createMistypedTerms();
  const compounds = createCompoundTerms();
  const held = new Set<string>();

  function collect(term: string): Map<string, RelatedTerm> {
    const found = new Map<string, RelatedTerm>();
    const keep = (other: string, similarity: number, kind: RelatedTerm["kind"]) => {
      if (other !== term && similarity > (found.get(other)?.similarity ?? 0)) {
        found.set(other, { term: other, similarity, kind });
      }
    };
    compounds.forEachCompound(term, (compound) =>
      keep(compound, COMPOUND_SHARE * Math.sqrt(term.length / compound.length), "compound"),
    );
    compounds.forEachPart(term, (part, isWhole) => {
      const share = Math.sqrt(Math.min(1, part.length / term.length));
      keep(part, (isWhole ? COMPOUND_SHARE : LONE_PART_SHARE) * share, "part");
    });
    mistyped.forEachNear(term, (near, errors) => {
      const similarity = typoSimilarity(term, near, errors);
      if (similarity !== null) keep(near, similarity, "typo");
    });
    return found;
  }

  return {
    add(term) {
      if (held.has(term) || !RELATABLE.test(term)) return;
      held.add(term);
      mistyped.add(term);
      compounds.add(term);
    },
    remove(term) {
      if (!held.delete(term)) return;
      mistyped.remove(term);
      compounds.remove(term);
    },
    related(term, { limit }) {
      if (!RELATABLE.test(term)) return [];
      return [...collect(term).values()]
        .sort((a, b) => b.similarity - a.similarity || (a.term < b.term ? -1 : 1))
        .slice(0, limit);
    },
  };
}
