import type { RunReport } from "../import/report";
import type { SourceKind } from "./import-sources";

/** A line of the report. `isResult`: for standard output, the others are advice. */
export type ReportLine = { text: string; isResult: boolean };

const BAD_WORDS: Record<SourceKind, [one: string, many: string]> = {
  lines: ["bad line", "bad lines"],
  markdown: ["bad file", "bad files"],
  html: ["bad file", "bad files"],
  zendesk: ["bad article", "bad articles"],
  freshdesk: ["bad article", "bad articles"],
};

/** For example `62 imported (60 new, 2 changed), 5 unchanged, 3 bad lines`, and what to know beside it. */
export function summariseImport(report: RunReport, kind: SourceKind, isDryRun: boolean): ReportLine[] {
  const result = isDryRun ? `Nothing is written. It would be: ${countsIn(report, kind)}` : countsIn(report, kind);
  return [{ text: result, isResult: true }, ...adviceOn(report).map((text) => ({ text, isResult: false }))];
}

function countsIn(report: RunReport, kind: SourceKind): string {
  const { new: added, changed, unchanged, bad, archived, others, skipped } = report;
  const [one, many] = BAD_WORDS[kind];
  const parts = [
    `${added + changed} imported (${added} new, ${changed} changed)`,
    `${unchanged} unchanged`,
    `${bad} ${bad === 1 ? one : many}`,
  ];
  for (const [reason, count] of Object.entries(skipped)) parts.push(`${count} left out (${reason})`);
  if (archived > 0) parts.push(`${archived} archived`);
  if (others > 0) parts.push(`${others} others than articles`);
  return parts.join(", ");
}

const KEPT: Record<NonNullable<RunReport["keptVanished"]>, string> = {
  asked: "because of --keep-missing",
  bad: "since some articles could not be read: mend those and import again",
  mayLack: "since articles may have been missed: import again",
  many: "since they are so many: if that is right, import again with --archive-many",
};

function adviceOn({ keptInternal, sentToReview, vanished, keptVanished, mayLack }: RunReport): string[] {
  const advice: string[] = [];
  if (keptInternal > 0) {
    advice.push(
      `${articlesIn(keptInternal)} internal here and public at the source: left internal. --allow-public makes them public.`,
    );
  }
  if (sentToReview > 0) {
    const copies = sentToReview === 1 ? "1 working copy was" : `${sentToReview} working copies were`;
    advice.push(`${copies} scheduled: now in review, since nothing is published that nobody here has approved.`);
  }
  if (mayLack !== null) advice.push(`Some articles may have been missed: ${mayLack}.`);
  if (keptVanished !== null) {
    advice.push(`${articlesIn(vanished)} not at the source any more: left in use ${KEPT[keptVanished]}.`);
  }
  return advice;
}

function articlesIn(count: number): string {
  return count === 1 ? "1 article is" : `${count} articles are`;
}
