/** Terms of a vocabulary that a mistyped one may have been meant for. */
import { editDistance } from "./edit-distance";
import { bitCount, letterSetsOf } from "./letter-sets";

/** Shorter words have too many neighbours one letter away. */
export const MIN_MISTYPED_LENGTH = 5;
const TWO_ERRORS_LENGTH = 8;

/** Terms of one length, in no order, with their letters beside them. */
type Shelf = { terms: string[]; once: number[]; twice: number[] };

export type MistypedTerms = {
  add(term: string): void;
  remove(term: string): void;
  /** Calls back for each term within one error, two from eight letters on, with the number of errors. */
  forEachNear(term: string, visit: (near: string, errors: number) => void): void;
};

export function createMistypedTerms(): MistypedTerms {
  const shelves = new Map<number, Shelf>();
  const places = new Map<string, number>();

  return {
    add(term) {
      const shelf = shelves.get(term.length) ?? { terms: [], once: [], twice: [] };
      shelves.set(term.length, shelf);
      const { once, twice } = letterSetsOf(term);
      places.set(term, shelf.terms.length);
      shelf.terms.push(term);
      shelf.once.push(once);
      shelf.twice.push(twice);
    },
    remove(term) {
      const place = places.get(term);
      const shelf = shelves.get(term.length);
      if (place === undefined || !shelf) return;
      places.delete(term);
      const moved = shelf.terms.pop() ?? "";
      const once = shelf.once.pop() ?? 0;
      const twice = shelf.twice.pop() ?? 0;
      if (moved === term) return;
      shelf.terms[place] = moved;
      shelf.once[place] = once;
      shelf.twice[place] = twice;
      places.set(moved, place);
    },
    forEachNear(term, visit) {
      if (term.length < MIN_MISTYPED_LENGTH) return;
      const most = term.length < TWO_ERRORS_LENGTH ? 1 : 2;
      const { once, twice } = letterSetsOf(term);
      for (let length = term.length - most; length <= term.length + most; length += 1) {
        const shelf = shelves.get(length);
        if (!shelf) continue;
        for (let at = 0; at < shelf.terms.length; at += 1) {
          const changed = bitCount(once ^ (shelf.once[at] ?? 0)) + bitCount(twice ^ (shelf.twice[at] ?? 0));
          // An error exchanges one letter for another at most.
          if (changed > 2 * most) continue;
          const near = shelf.terms[at] ?? "";
          const errors = editDistance(term, near, most);
          if (errors > 0 && errors <= most) visit(near, errors);
        }
      }
    },
  };
}
