/** What screen readers were told beside the tickets: a list that is drawn again says nothing twice. */
export type Said = {
  /** Notes what is said of a subject; false when it was the last thing said of it. */
  isNew(subject: string, words: string): boolean;
};

export function createSaid(): Said {
  const last = new Map<string, string>();
  return {
    isNew(subject, words) {
      if (last.get(subject) === words) return false;
      last.set(subject, words);
      return true;
    },
  };
}
