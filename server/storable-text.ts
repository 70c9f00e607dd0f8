/**
 * Text that every database here can hold: PostgreSQL takes neither U+0000 nor half a surrogate pair, and pasted text
 * has both at times.
 */
export function toStorableText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what this is about.
  return text.replace(/\u0000/g, "").replace(/\p{Surrogate}/gu, "\uFFFD");
}
