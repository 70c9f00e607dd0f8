/** The amounts of a sentence: money, shares, lengths of time and other numbers with a unit. */
import { searchLanguage } from "../text/languages";
import { readNumber } from "../text/quantities";
import { nextWord } from "../text/words";

/**
 * `least` and `most` are equal unless it is a range. `dimension` says what may be compared: amounts of one dimension are
 * in one unit here, whatever the text wrote ("24 hours" and "1 day" are equal).
 */
export type Amount = { start: number; end: number; dimension: string; least: number; most: number };

/** `bareNumbers`: numbers without a unit, which may tell two things apart. `isUnclear`: some cannot be taken apart. */
export type ReadAmounts = { amounts: Amount[]; bareNumbers: string[]; isUnclear: boolean };

const SCALES = new Map<string, { dimension: string; factor: number }>([
  ["min", { dimension: "time", factor: 1 }],
  ["hour", { dimension: "time", factor: 60 }],
  ["day", { dimension: "time", factor: 1440 }],
  ["week", { dimension: "time", factor: 7 * 1440 }],
  ["month", { dimension: "months", factor: 1 }],
  ["year", { dimension: "months", factor: 12 }],
]);

const CURRENCY_BEFORE = /(?:€|\$|£|EUR|USD|GBP|CHF)[ \u00a0\u202f]?$/;
const UNIT_AFTER = /^[ \u00a0\u202f]?(?:%|€|\$|£|\p{L}{1,12}(?:\/s)?)/u;
const RANGE_SIGN = /^[ \u00a0\u202f]?(?:[-–—]|to|bis|a|à)[ \u00a0\u202f]?(?=[€$£]?\d)/iu;
const AND_SIGN = /^ (?:and|et|und|y) (?=[€$£]?\d)/iu;
const OR_SIGN = /^ ?(?:\/|or|ou|oder|o|u) ?(?=[€$£]?\d)/iu;
const BETWEEN = /(?:between|entre|zwischen)[ \u00a0\u202f][€$£]?$/iu;

/** Puts a number beside its unit: "30-day" and "3 business days" as "30 day" and "3 days business". */
export function withPlainUnits(text: string): string {
  return text
    .replace(/(\d)-(minute|hour|day|week|month|year)s?\b/gi, "$1 $2")
    .replace(/(\d) (business|working|calendar|full) (days?|hours?|weeks?|months?)\b/gi, "$1 $3 $2");
}

type Part = { start: number; end: number; value: number; unit: string | null };

function readPart(text: string, at: number, language: string): Part | "none" | "unreadable" {
  const number = readNumber(text, at, searchLanguage(language));
  if (!number) return "unreadable";
  const [term, bare] = number.terms;
  if (term === undefined) return "none";
  const value = Number(bare ?? term);
  if (!Number.isFinite(value)) return "unreadable";
  if (bare === undefined) return { start: at, end: number.end, value, unit: null };
  const unit = term.replace(/^[\d.]+/, "");
  const sign = CURRENCY_BEFORE.exec(text.slice(Math.max(0, at - 4), at))?.[0] ?? "";
  // A unit of several letters stays a word for the matcher; here it belongs to the amount.
  const isWordBehind = sign === "" && /\d$/.test(text.slice(at, number.end));
  const behind = isWordBehind ? (UNIT_AFTER.exec(text.slice(number.end))?.[0].length ?? 0) : 0;
  return { start: at - sign.length, end: number.end + behind, value, unit };
}

/** The other end of a range, when one follows. */
function readOtherEnd(text: string, first: Part, language: string): Part | "unclear" | null {
  const rest = text.slice(first.end);
  if (OR_SIGN.test(rest)) return "unclear";
  const isBetween = BETWEEN.test(text.slice(0, first.start));
  const sign = RANGE_SIGN.exec(rest) ?? (isBetween ? AND_SIGN.exec(rest) : null);
  if (!sign) return null;
  const at = first.end + sign[0].length + (/^[€$£]/.test(rest.slice(sign[0].length)) ? 1 : 0);
  const second = readPart(text, at, language);
  if (second === "none" || second === "unreadable") return "unclear";
  if (second.unit === null && first.unit === null) return "unclear";
  return first.unit !== null && second.unit !== null && first.unit !== second.unit ? "unclear" : second;
}

function amountOf(text: string, first: Part, last: Part | null): Amount | null {
  const unit = first.unit ?? last?.unit ?? null;
  if (unit === null) return null;
  const { dimension, factor } = SCALES.get(unit) ?? { dimension: unit, factor: 1 };
  const [least, most] = [first.value * factor, (last ?? first).value * factor];
  const end = (last ?? first).end;
  return least <= most && end <= text.length ? { start: first.start, end, dimension, least, most } : null;
}

/** Reads the amounts of a text that went through `withPlainUnits`, in its order. */
export function readAmounts(text: string, language: string): ReadAmounts {
  const read: ReadAmounts = { amounts: [], bareNumbers: [], isUnclear: false };
  let from = 0;
  for (let word = nextWord(text, from); word; word = nextWord(text, from)) {
    from = word.end;
    if (!/^\d/.test(text.charAt(word.start))) continue;
    const first = readPart(text, word.start, language);
    if (first === "unreadable") {
      read.bareNumbers.push(text.slice(word.start, word.end));
      continue;
    }
    if (first === "none") {
      read.isUnclear = true;
      from = Math.max(from, readNumber(text, word.start, searchLanguage(language))?.end ?? from);
      continue;
    }
    const other = readOtherEnd(text, first, language);
    const amount = other === "unclear" ? null : amountOf(text, first, other);
    if (other === "unclear") read.isUnclear = true;
    if (amount) read.amounts.push(amount);
    else read.bareNumbers.push(String(first.value));
    from = Math.max(amount?.end ?? first.end, word.start + 1);
  }
  return read;
}
