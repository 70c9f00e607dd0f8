/** Compounds of a vocabulary and their parts: "rechnungsadress" is made of "rechn" and "adress". */
import { stemGerman } from "./stemming/german";

/** A part, or a word that has it as a part, must have this many letters, and leave as many to the rest. */
const MIN_PART_LENGTH = 5;
const MIN_REST_LENGTH = 3;

/** Parts this short count when the rest of the word is known as well. */
const MIN_KNOWN_PAIR_LENGTH = 3;

const MAX_COMPOUND_LENGTH = 40;

/** Terms are found by these many letters of their beginning and of their end. */
const EDGE_LENGTH = 4;

export type CompoundTerms = {
  add(term: string): void;
  remove(term: string): void;
  /** Calls back for each longer term that begins or ends with the term. */
  forEachCompound(term: string, visit: (compound: string) => void): void;
  /** Calls back for each known term that the term begins or ends with; `isWhole`: the rest of it is known too. */
  forEachPart(term: string, visit: (part: string, isWhole: boolean) => void): void;
};

/** The forms under which the first part of a compound may be known: without its linking letters, or stemmed. */
function firstParts(part: string): string[] {
  return [part, part.replace(/(?:es|en|er|[sne])$/, ""), stemGerman(part)];
}

function createEdges(edgeOf: (term: string) => string) {
  const edges = new Map<string, string[]>();
  return {
    add(term: string) {
      const edge = edgeOf(term);
      const known = edges.get(edge);
      if (known) known.push(term);
      else edges.set(edge, [term]);
    },
    remove(term: string) {
      const terms = edges.get(edgeOf(term));
      const at = terms?.indexOf(term) ?? -1;
      if (terms && at >= 0) terms.splice(at, 1);
    },
    termsLike: (term: string): readonly string[] => edges.get(edgeOf(term)) ?? [],
  };
}

export function createCompoundTerms(): CompoundTerms {
  const beginnings = createEdges((term) => term.slice(0, EDGE_LENGTH));
  const endings = createEdges((term) => term.slice(-EDGE_LENGTH));
  const known = new Set<string>();
  const knownForm = (forms: string[], minLength: number) =>
    forms.find((form) => form.length >= minLength && known.has(form));

  return {
    add(term) {
      known.add(term);
      beginnings.add(term);
      endings.add(term);
    },
    remove(term) {
      known.delete(term);
      beginnings.remove(term);
      endings.remove(term);
    },
    forEachCompound(term, visit) {
      if (term.length < MIN_PART_LENGTH) return;
      const isLonger = (other: string) => other.length >= term.length + MIN_REST_LENGTH;
      for (const other of beginnings.termsLike(term)) if (isLonger(other) && other.startsWith(term)) visit(other);
      for (const other of endings.termsLike(term)) if (isLonger(other) && other.endsWith(term)) visit(other);
    },
    forEachPart(term, visit) {
      if (term.length < MIN_PART_LENGTH + MIN_REST_LENGTH || term.length > MAX_COMPOUND_LENGTH) return;
      for (let at = MIN_REST_LENGTH; at <= term.length - MIN_REST_LENGTH; at += 1) {
        const firsts = firstParts(term.slice(0, at));
        const lasts = [term.slice(at), stemGerman(term.slice(at))];
        const [first, last] = [knownForm(firsts, MIN_KNOWN_PAIR_LENGTH), knownForm(lasts, MIN_KNOWN_PAIR_LENGTH)];
        if (first !== undefined && last !== undefined) {
          visit(first, true);
          visit(last, true);
          continue;
        }
        const lone = knownForm(firsts, MIN_PART_LENGTH) ?? knownForm(lasts, MIN_PART_LENGTH);
        if (lone !== undefined) visit(lone, false);
      }
    },
  };
}
