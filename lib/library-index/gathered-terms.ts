/** Something that follows a vocabulary term by term. */
type FollowsTerms = { add(term: string): void; remove(term: string): void };

/** Makes it when it is first asked for, out of all terms there are then, and keeps it up from then on. */
export type GatheredTerms<Gathered extends FollowsTerms> = {
  get(): Gathered;
  /** A term has come in (true) or gone (false). */
  follow(term: string, isThere: boolean): void;
  /** The vocabulary is another one: it is gathered anew when next asked for. */
  forget(): void;
};

/** Nothing is gathered yet: a base that nobody asks for words spelt alike need not know them. */
export function createGatheredTerms<Gathered extends FollowsTerms>(
  create: () => Gathered,
  allTerms: () => Iterable<string>,
): GatheredTerms<Gathered> {
  let known: Gathered | null = null;
  return {
    get() {
      if (known) return known;
      const gathered = create();
      for (const term of allTerms()) gathered.add(term);
      known = gathered;
      return gathered;
    },
    follow(term, isThere) {
      if (isThere) known?.add(term);
      else known?.remove(term);
    },
    forget() {
      known = null;
    },
  };
}
