/** Numbers as customers and articles write them: "2,5 Go" and "2.5GB" are the same amount, and a telephone number is none. */
import { exceptionMap } from "./stemming/families";

/** Where a number that begins at some offset ends, and its terms: the amount with its unit, then the bare number. */
export type NumberReading = { end: number; terms: string[] };

/** How a language groups the digits of large numbers; null when it does so by spaces only. */
export type GroupMark = "," | "." | null;

const UNITS = exceptionMap(`
  kb: kb kib
  mb: mb mib megabyte megabytes megaoctet megaoctets
  gb: gb gib gigabyte gigabytes gigaoctet gigaoctets gigas
  tb: tb tib terabyte terabytes
  mbps: mbps mbit/s mb/s mbits/s mbit mo/s
  gbps: gbps gbit/s gb/s
  ghz: ghz
  mhz: mhz
  eur: € eur euro euros
  usd: $ usd dollar dollars dolares
  gbp: £ gbp pound pounds
  chf: chf
  pct: % percent prozent procent
  kg: kg kilo kilos
  km: km
  cm: cm
  mm: mm
  ml: ml
  kw: kw
  kwh: kwh
  mah: mah
  min: min mn minute minutes minuten minuto minutos
  hour: h hr hrs hour hours heure heures stunde stunden hora horas
  day: day days jour jours tag tage tagen dia dias giorno giorni dag dagen
  week: week weeks semaine semaines woche wochen semana semanas
  month: month months mois monat monate monaten mes meses
  year: year years ans annee annees jahr jahre jahren ano anos
`);

/** Units that are everyday words in other languages than French. */
const FRENCH_UNITS = exceptionMap(`
  kb: ko
  mb: mo
  gb: go
  tb: to
  day: j
`);

/** A word this long is more than a unit: it stays a word as well ("20 minutes"). */
const MAX_SIGN_LENGTH = 3;

const NUMBER = /(\d{1,3}(?:[ \u00a0\u202f'’]\d{3}){1,5}(?!\d)|\d+)((?:[.,]\d+){0,8})/y;
const UNGROUPED_NUMBER = /(\d+)((?:[.,]\d+){0,8})/y;
const UNIT = /[ \u00a0\u202f]?(%|€|\$|£|[a-zA-Zéñüû]{1,12}(?:\/s)?)(?![\p{L}\p{N}])/uy;
const CURRENCY_BEFORE = /(€|\$|£|EUR|USD|GBP|CHF)[ \u00a0\u202f]?$/;

/** Groups of digits as telephone, card and account numbers have them. */
const DIGIT_GROUPS = /\(?\d{1,4}\)?(?:[ \u00a0\u202f./-]{1,2}\(?\d{2,5}\)?){2,40}(?![\p{L}\p{N}])/uy;
const ACCOUNT_NUMBER = /[A-Za-z]{2}\d{2}(?: (?=[A-Z]{0,4}\d)[A-Z\d]{4}){2,8}(?: [A-Z\d]{1,4}(?![\p{L}\p{N}]))?/uy;
const MIN_LONG_NUMBER = 9;
const MAX_PLAIN_DIGITS = 11;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** `1.234,50` is `1234.50`; null when the marks are those of a version ("2.1.3"). */
function plainNumber(whole: string, tail: string, groupMark: GroupMark): string | null {
  const digits = whole.replace(/\D/g, "");
  const groups = [...tail.matchAll(/([.,])(\d+)/g)].map(([, mark = "", group = ""]) => ({ mark, group }));
  const [first] = groups;
  const last = groups.at(-1);
  if (!first || !last) return digits;
  const isGrouped = groups.slice(0, -1).every(({ mark, group }) => mark === first.mark && group.length === 3);
  const isWhole = last.mark === first.mark && last.group.length === 3 && (groups.length > 1 || last.mark === groupMark);
  if (isGrouped && isWhole) return digits + groups.map(({ group }) => group).join("");
  if (groups.length > 1 && (!isGrouped || last.mark === first.mark)) return null;
  const before =
    digits +
    groups
      .slice(0, -1)
      .map(({ group }) => group)
      .join("");
  return `${before}.${last.group}`;
}

/** One past the international account number that begins at an offset, in groups of four; null when there is none. */
export function endOfAccountNumber(text: string, start: number): number | null {
  const match = matchAt(ACCOUNT_NUMBER, text, start);
  return match ? start + match[0].length : null;
}

/** A telephone, card or account number, or a date: something with no terms at all. */
function skipDigitGroups(text: string, start: number): NumberReading | null {
  const match = matchAt(DIGIT_GROUPS, text, start);
  if (!match || IP_ADDRESS.test(match[0])) return null;
  const isLong = match[0].replace(/\D/g, "").length >= MIN_LONG_NUMBER;
  return isLong || DATE.test(match[0]) ? { end: start + match[0].length, terms: [] } : null;
}

function unitAfter(text: string, at: number, isFrench: boolean): { unit: string; end: number } | null {
  const match = matchAt(UNIT, text, at);
  const sign = match?.[1]
    ?.toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  if (!match || sign === undefined) return null;
  const unit = UNITS.get(sign) ?? (isFrench ? FRENCH_UNITS.get(sign) : undefined);
  if (unit === undefined) return null;
  return { unit, end: sign.length > MAX_SIGN_LENGTH ? at : at + match[0].length };
}

/**
 * Reads the number at an offset where a digit stands. Null when letters follow that are no unit ("4K", "0x80"): that is a code.
 */
export function readNumber(
  text: string,
  start: number,
  rules: { groupMark: GroupMark; isFrench: boolean },
): NumberReading | null {
  const skipped = skipDigitGroups(text, start);
  if (skipped) return skipped;
  let match = matchAt(NUMBER, text, start);
  if (!match) return null;
  let end = start + match[0].length;
  let unit = unitAfter(text, end, rules.isFrench);
  if (!unit && / /.test(match[1] ?? "")) {
    // "12 345" may be two numbers; only a unit after them says otherwise.
    match = matchAt(UNGROUPED_NUMBER, text, start);
    end = start + (match?.[0].length ?? 0);
    unit = null;
  }
  if (!match || (!unit && /[\p{L}_]/u.test(text.charAt(end)))) return null;
  const number = plainNumber(match[1] ?? "", match[2] ?? "", rules.groupMark);
  if (number === null) return { end, terms: [match[0]] };
  if (number.length > MAX_PLAIN_DIGITS || (/^0\d{8}/.test(number) && !unit)) return { end, terms: [] };
  const before = CURRENCY_BEFORE.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  const name = unit?.unit ?? (before ? UNITS.get(before.toLowerCase()) : undefined);
  if (name === undefined) return { end, terms: [number] };
  const amount = number.includes(".") ? number.replace(/\.?0+$/, "") : number;
  return { end: unit?.end ?? end, terms: [`${amount}${name}`, number] };
}
