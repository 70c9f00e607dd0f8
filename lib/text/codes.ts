/** Error codes, product names with digits and versions. */

/** Longest word with digits that names something; beyond it stand keys, hashes and pasted nonsense. */
const MAX_CODE_LENGTH = 24;

/** Letters this many are a name ("office365"), fewer a code's prefix ("err4102") that would find every other code. */
const MIN_NAME_LENGTH = 4;

const ACCOUNT_NUMBER = /^[a-z]{2}\d{2}[a-z0-9]{8,30}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}$/;
const VERSION = /^v?(\d+(?:\.\d+)+)$/;
const ORDINAL = /^(\d+)(?:st|nd|rd|th|er|ere|e|eme|o|a)$/;

/** Whether letters and digits change so often that nobody would say the word aloud. */
function isHash(code: string): boolean {
  return code.length > 15 && (code.match(/[a-z]+|\d+/g)?.length ?? 0) > 5;
}

/** A code such as `err-4102`, folded: what of it is a term by itself, the whole first; `names` are words in it, still to be stemmed. */
export function readCode(word: string): { terms: string[]; names: string[] } {
  const none = { terms: [], names: [] };
  const whole = word.replace(/['._&-]/g, "");
  if (UUID.test(word) || DATE.test(word) || ACCOUNT_NUMBER.test(whole) || whole.length > MAX_CODE_LENGTH) return none;
  if (isHash(whole)) return none;
  const [, version] = VERSION.exec(word) ?? [];
  if (version !== undefined) return { terms: [version], names: [] };
  const [, ordinal] = ORDINAL.exec(word) ?? [];
  if (ordinal !== undefined) return { terms: [ordinal], names: [] };
  const terms = new Set([whole]);
  const hexadecimal = /^0x([0-9a-f]+)$/.exec(whole)?.[1];
  if (hexadecimal !== undefined) return { terms: [whole, hexadecimal], names: [] };
  for (const [number] of word.matchAll(/\d+(?:\.\d+)*/g)) if (number.length > 1) terms.add(number);
  const names = (word.match(/\p{L}+/gu) ?? []).filter((letters) => letters.length >= MIN_NAME_LENGTH);
  return { terms: [...terms], names };
}
