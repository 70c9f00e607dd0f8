/** Days of the calendar as articles write them. Months alone, years alone and times of day are none. */

/** `year` null where the text leaves it out. */
export type CalendarDate = { start: number; end: number; day: number; month: number; year: number | null };

const MONTHS = [
  ["january", "jan", "janvier", "janv", "januar", "enero"],
  ["february", "feb", "fevrier", "fevr", "februar", "febrero"],
  ["march", "mar", "mars", "marz", "marzo"],
  ["april", "apr", "avril", "abril"],
  ["may", "mai", "mayo"],
  ["june", "jun", "juin", "juni", "junio"],
  ["july", "jul", "juillet", "juil", "juli", "julio"],
  ["august", "aug", "aout", "agosto"],
  ["september", "sept", "sep", "septembre", "septiembre"],
  ["october", "oct", "octobre", "oktober", "okt", "octubre"],
  ["november", "nov", "novembre", "noviembre"],
  ["december", "dec", "decembre", "dezember", "dez", "diciembre"],
];

const MONTH_NUMBERS = new Map(MONTHS.flatMap((names, month) => names.map((name) => [name, month + 1] as const)));
const NAMES = [...MONTH_NUMBERS.keys()].sort((a, b) => b.length - a.length).join("|");
const WORDS_BEFORE = "(?<![\\p{L}\\p{N}.,/-])";
const YEAR = "(?:,? (?:de |del )?(\\d{4})(?!\\d))?";

const DAY_FIRST = new RegExp(
  `${WORDS_BEFORE}(\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:of |de )?(${NAMES})\\.?(?!\\p{L})${YEAR}`,
  "gu",
);
const MONTH_FIRST = new RegExp(
  `${WORDS_BEFORE}(${NAMES})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:%€$£])(?:,? (\\d{4})(?!\\d))?`,
  "gu",
);
const ISO = /(?<![\p{L}\p{N}/-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu;
const EUROPEAN = /(?<![\p{L}\p{N}./-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/gu;

function calendarDate(
  at: RegExpExecArray | RegExpMatchArray,
  day: string,
  month: number,
  year?: string,
): CalendarDate[] {
  const start = at.index ?? 0;
  const isReal = Number(day) >= 1 && Number(day) <= 31 && month >= 1 && month <= 12;
  return isReal
    ? [{ start, end: start + at[0].length, day: Number(day), month, year: year === undefined ? null : Number(year) }]
    : [];
}

/** Dates of a folded text, in its order. "03/04/2026" is left out: half the world reads it the other way round. */
export function datesIn(folded: string): CalendarDate[] {
  const found = [
    ...[...folded.matchAll(DAY_FIRST)].flatMap((at) =>
      calendarDate(at, at[1] ?? "", MONTH_NUMBERS.get(at[2] ?? "") ?? 0, at[3]),
    ),
    ...[...folded.matchAll(MONTH_FIRST)].flatMap((at) =>
      calendarDate(at, at[2] ?? "", MONTH_NUMBERS.get(at[1] ?? "") ?? 0, at[3]),
    ),
    ...[...folded.matchAll(ISO)].flatMap((at) => calendarDate(at, at[3] ?? "", Number(at[2]), at[1])),
    ...[...folded.matchAll(EUROPEAN)].flatMap((at) => {
      const isAmbiguous = at[2] === "/" && Number(at[1]) <= 12 && at[1] !== at[3];
      return isAmbiguous ? [] : calendarDate(at, at[1] ?? "", Number(at[3]), at[4]);
    }),
  ];
  return found.sort((a, b) => a.start - b.start).filter((date, at, all) => date.start >= (all[at - 1]?.end ?? 0));
}
