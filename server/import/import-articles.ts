import type { ArticleDraft } from "../articles/draft";
import { saveArticles } from "../articles/save-articles";
import type { Clock } from "../clock";
import type { Database } from "../db/database";
import type { ImportLine } from "./import-line";
import { completeDraft, type ImportedDraft } from "./imported-draft";
import { parseLine } from "./parse-line";

/**
 * Large enough to be quick, small enough that agents' polls do not wait long behind a transaction, and far from the
 * 65,535 values a PostgreSQL statement may have (a row has 28).
 */
const ARTICLES_PER_TRANSACTION = 200;

/** A line that was skipped. `reason` starts with the field it is about, when it is about one. */
export type BadLine = { line: number; reason: string };

/** How many articles were new, changed or as before, and how many lines were bad. */
export type ImportReport = { new: number; changed: number; unchanged: number; bad: number };

type ImportOptions = {
  db: Database;
  clock: Clock;
  /** The lines of the file, in order; empty ones are skipped. */
  lines: AsyncIterable<ImportLine>;
  onBadLine: (badLine: BadLine) => void;
  /** Language of the articles that name none. */
  defaultLanguage?: string;
};

/**
 * Takes in lines, one JSON object each, without remembering where they came from: nothing vanishes. Good lines go in
 * whatever the others are like; importing the same ones again changes nothing. What was written before a failure stays.
 */
export async function importArticles(options: ImportOptions): Promise<ImportReport> {
  const { db, clock, lines, onBadLine, defaultLanguage = "en" } = options;
  const report: ImportReport = { new: 0, changed: 0, unchanged: 0, bad: 0 };
  let drafts: ArticleDraft[] = [];
  const save = async () => {
    for (const outcome of await saveArticles(db, drafts, clock())) report[outcome] += 1;
    drafts = [];
  };
  for await (const parsed of parseLines(lines, defaultLanguage)) {
    if ("draft" in parsed) {
      drafts.push(completeDraft(parsed.draft, undefined));
    } else {
      report.bad += 1;
      onBadLine(parsed);
    }
    if (drafts.length === ARTICLES_PER_TRANSACTION) await save();
  }
  await save();
  return report;
}

/** The articles and the bad lines of a file, in its order; no two of the articles have one id. */
export async function* parseLines(
  lines: AsyncIterable<ImportLine>,
  defaultLanguage: string,
): AsyncIterable<{ draft: ImportedDraft } | BadLine> {
  const lineOfId = new Map<string, number>();
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (typeof text === "string" && text.trim() === "") continue;
    const parsed = parseLine(text, defaultLanguage);
    if ("reason" in parsed) {
      yield { line, reason: parsed.reason };
      continue;
    }
    const { id } = parsed.draft;
    const earlierLine = lineOfId.get(id);
    if (earlierLine === undefined) {
      lineOfId.set(id, line);
      yield parsed;
    } else {
      yield { line, reason: `_id: "${id}" is on line ${earlierLine} already` };
    }
  }
}
