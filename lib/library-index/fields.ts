/** The fields of an article that are counted apart, and how often a term stands in each, packed into one integer. */
export const FIELDS = ["title", "headings", "tags", "body"] as const;
export type Field = (typeof FIELDS)[number];

/** A packed count up to this is of the body alone, which most are: a body has 14 bits, every other field 6. */
export const BODY_ONLY = 0x3fff;
const SMALL_FIELD = 0x3f;

/** How often a term stands in a field, by its packed counts; 16,383 in the body and 63 elsewhere also mean "or more". */
export function countIn(packed: number, field: Field): number {
  // Written out, because it is called a hundred thousand times for a ticket.
  switch (field) {
    case "title":
      return packed >>> 26;
    case "headings":
      return (packed >>> 20) & SMALL_FIELD;
    case "tags":
      return (packed >>> 14) & SMALL_FIELD;
    case "body":
      return packed & BODY_ONLY;
  }
}

const ONE = { title: 2 ** 26, headings: 2 ** 20, tags: 2 ** 14, body: 1 } as const;

/** Packed counts with one more in a field; a full field stays as it is. */
export function addTo(packed: number, field: Field): number {
  const isFull = countIn(packed, field) === (field === "body" ? BODY_ONLY : SMALL_FIELD);
  return isFull ? packed : packed + ONE[field];
}
