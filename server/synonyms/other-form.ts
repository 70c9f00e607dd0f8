/** Length in characters of what two words begin with alike, as a part of the shorter one, from which they are one word. */
const LIKE_BEGINNING = 0.75;
const LEAST_BEGINNING = 4;

/** Whether two terms look like forms or spellings of one word: one begins the other, or they differ in one character. */
export function isOtherForm(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true;
  const shorter = Math.min(a.length, b.length);
  const beginning = commonBeginning(a, b);
  if (beginning >= LEAST_BEGINNING && beginning >= shorter * LIKE_BEGINNING) return true;
  return shorter >= LEAST_BEGINNING && differsByOne(a, b, beginning);
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** One character put in, left out, replaced, or two neighbours exchanged, at `at`. */
function differsByOne(a: string, b: string, at: number): boolean {
  const isReplaced = a.slice(at + 1) === b.slice(at + 1);
  const isPutIn = a.slice(at + 1) === b.slice(at) || a.slice(at) === b.slice(at + 1);
  const isExchanged = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return isReplaced || isPutIn || isExchanged;
}
