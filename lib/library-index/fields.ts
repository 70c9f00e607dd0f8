/** The fields of an article that are counted apart, and how often a term stands in each, packed into one integer. */
export const FIELDS = ["title", "headings", "tags", "body"] as const;
export type Field = (typeof FIELDS)[number];

/** Bits of each field in a packed count: 32 together. A body repeats words; a title does not. */
const BITS: Record<Field, number> = { body: 14, tags: 6, headings: 6, title: 6 };
const SHIFTS: Record<Field, number> = { body: 0, tags: 14, headings: 20, title: 26 };

/** A packed count up to this is of the body alone, which most are. */
export const BODY_ONLY = 2 ** BITS.body - 1;

/** How often a term stands in a field, by its packed counts; 16,383 in the body and 63 elsewhere also mean "or more". */
export function countIn(packed: number, field: Field): number {
  return (packed >>> SHIFTS[field]) & (2 ** BITS[field] - 1);
}

/** Packed counts with one more in a field; a full field stays as it is. */
export function addTo(packed: number, field: Field): number {
  if (countIn(packed, field) === 2 ** BITS[field] - 1) return packed;
  return (packed + 2 ** SHIFTS[field]) >>> 0;
}
