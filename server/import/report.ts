/** What an import came to, in numbers of articles. */
export type RunReport = {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  bad: number;
  /** Public at the source, left internal as they are here. */
  keptInternal: number;
  /** Working copies that were scheduled, and are to be looked at again. */
  sentToReview: number;
  /** Not in the source any more. */
  vanished: number;
  archived: number;
  /** Of other kinds than articles: new or changed. */
  others: number;
  /** Not for agents, by the reason. */
  skipped: Record<string, number>;
  /** Why articles may have been missed. */
  mayLack: string | null;
  /** Why vanished articles were left as they are; null when there was none or they were archived. */
  keptVanished: "bad" | "mayLack" | "many" | "asked" | null;
};

/** The report of a run that has done nothing yet. */
export function emptyReport(): RunReport {
  const none = { read: 0, new: 0, changed: 0, unchanged: 0, bad: 0 };
  return {
    ...{ ...none, keptInternal: 0, sentToReview: 0, vanished: 0, archived: 0, others: 0 },
    ...{ skipped: {}, mayLack: null, keptVanished: null },
  };
}

/** The numbers of a report. */
export function countsOf({ skipped, mayLack, keptVanished, ...counts }: RunReport): Record<string, number> {
  return { ...counts, skipped: Object.values(skipped).reduce((sum, count) => sum + count, 0) };
}

/** Adds numbers under the same names. */
export function addCounts(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
