/** Dates, ages and names as the interface language writes them. Days are those of the agent's own calendar. */
export type Formats = {
  number(value: number): string;
  /** A share of 0 to 1 in whole hundredths, never less than one: "34%". */
  percent(share: number): string;
  /** "today", "12 days ago", "7 months ago". */
  ago(thenMs: number, nowMs: number): string;
  /** A length of time in its largest fitting unit, at least one day: "12 days", "7 months". */
  timeSpan(spanMs: number): string;
  /** The clock time alone when it is today's, otherwise with the day. */
  moment(thenMs: number, nowMs: number): string;
  date(thenMs: number): string;
  /** The day of a moment, past or to come, as it is said within a sentence: "tomorrow", "Monday", "3 March". */
  day(atMs: number, nowMs: number): Day;
  /** Several names in one phrase: "Zendesk and Freshdesk". */
  list(names: string[]): string;
  /** A language's own entry in the interface language ("French"), the tag itself when it has none. */
  languageName(tag: string): string;
};

/** `near`: yesterday, today or tomorrow. `weekday`: a day of the week before or after. `date`: any other. */
export type Day = { kind: "near" | "weekday" | "date"; words: string };

/** Writes numbers, times and names for the given BCP 47 tag; an unknown tag falls back to English. */
export function createFormats(language: string): Formats {
  const locale = supportedLocale(language);
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const dayAndClock = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: "long" });
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
  const dayMonthAndYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  const dated = (format: Intl.DateTimeFormat, atMs: number) => withOrdinal(format.format(atMs), locale);
  return {
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(Math.max(0.01, share)),
    ago: (thenMs, nowMs) => {
      const { amount, unit } = largestUnit(calendarDaysBetween(thenMs, nowMs));
      return relative.format(-amount, unit);
    },
    timeSpan: (spanMs) => {
      const { amount, unit } = largestUnit(Math.max(1, Math.floor(spanMs / DAY_MS)));
      return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(amount);
    },
    moment: (thenMs, nowMs) =>
      calendarDaysBetween(thenMs, nowMs) === 0 ? clock.format(thenMs) : dated(dayAndClock, thenMs),
    date: (thenMs) => dated(days, thenMs),
    day: (atMs, nowMs) => {
      const ahead = daysBetween(nowMs, atMs);
      if (Math.abs(ahead) <= 1) return { kind: "near", words: relative.format(ahead, "day") };
      if (Math.abs(ahead) < 7) return { kind: "weekday", words: weekdays.format(atMs) };
      const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
      return { kind: "date", words: dated(isThisYear ? dayAndMonth : dayMonthAndYear, atMs) };
    },
    list: (each) => lists.format(each),
    languageName: (tag) => capitalised(names.of(tag) ?? tag, locale),
  };
}

export const DAY_MS = 86_400_000;

function supportedLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    // Not a language tag at all: the setting was edited by hand.
    return "en";
  }
}

/** French has an ordinal for the first day of a month, which Intl leaves out: "1er mars", but "2 mars". */
function withOrdinal(date: string, locale: string): string {
  return /^fr\b/.test(locale) ? date.replace(/^1(?=\s\p{L})/u, "1er") : date;
}

function calendarDaysBetween(thenMs: number, nowMs: number): number {
  return Math.max(0, daysBetween(thenMs, nowMs));
}

/** Calendar days; below zero when the second moment is the earlier one. */
function daysBetween(oneMs: number, otherMs: number): number {
  return Math.round((midnightMs(otherMs) - midnightMs(oneMs)) / DAY_MS);
}

function midnightMs(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

function largestUnit(dayCount: number): { amount: number; unit: "day" | "month" | "year" } {
  if (dayCount < 60) return { amount: dayCount, unit: "day" };
  const months = Math.floor(dayCount / 30.44);
  if (months < 24) return { amount: months, unit: "month" };
  return { amount: Math.floor(dayCount / 365.25), unit: "year" };
}

function capitalised(word: string, locale: string): string {
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}
