/**
 * `npm run bench:relevance -- --data DIR [--json FILE]`: how good the suggestions are on a set of tickets with known answers, in
 * BEIR form, beside MiniSearch with default options in the same run.
 */
import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Article } from "../lib/contract/article";
import { type BeirQuery, readBeirQueries, readRelevant } from "./relevance/beir";
import { areaUnderRoc, type Figures, figuresOf, meanFigures, percentile } from "./relevance/metrics";
import { readArticles } from "./relevance/read-articles";
import { createDefaultSystem, createSidebarSystem, type System } from "./relevance/systems";

const USAGE = `Usage: npm run bench:relevance -- --data DIR [--json FILE]

  --data DIR   a folder with corpus.jsonl[.gz], queries.jsonl[.gz] and qrels/test.tsv
  --json FILE  writes the figures there as JSON (- for standard output, without the table)`;

/** Shares are of all tickets of the kind; times are per ticket, in milliseconds; auroc is null without unanswerable tickets. */
type SystemFigures = Figures & {
  p50Ms: number;
  p95Ms: number;
  shownAnswerable: number;
  shownUnanswerable: number | null;
  auroc: number | null;
};

async function measure(system: System, queries: BeirQuery[], relevant: Map<string, Map<string, number>>) {
  const figures: Figures[] = [];
  const timesMs: number[] = [];
  const confidences = { answerable: [] as number[], unanswerable: [] as number[] };
  const shown = { answerable: 0, unanswerable: 0 };
  for (const query of queries) {
    const startMs = performance.now();
    const { ranked, isShown, confidence } = await system(query);
    timesMs.push(performance.now() - startMs);
    const grades = relevant.get(query._id);
    const kind = query.metadata.nothing ? "unanswerable" : "answerable";
    if (kind === "answerable" && !grades) continue;
    if (grades) figures.push(figuresOf(ranked, grades));
    confidences[kind].push(confidence);
    if (isShown) shown[kind] += 1;
  }
  const { answerable, unanswerable } = confidences;
  return {
    ...meanFigures(figures),
    p50Ms: percentile(timesMs, 0.5),
    p95Ms: percentile(timesMs, 0.95),
    shownAnswerable: shown.answerable / (answerable.length || 1),
    shownUnanswerable: unanswerable.length > 0 ? shown.unanswerable / unanswerable.length : null,
    auroc: areaUnderRoc(answerable, unanswerable),
  } satisfies SystemFigures;
}

/** The language most of the tickets say they are in; articles that name none are taken to be in it. */
function languageOf(queries: BeirQuery[]): string {
  const counts = new Map<string, number>();
  for (const { metadata } of queries) {
    if (metadata.lang) counts.set(metadata.lang, (counts.get(metadata.lang) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "en";
}

function row(name: string, figures: SystemFigures): string {
  const { ndcg10, recall1, recall5, mrr10, p50Ms, p95Ms, shownAnswerable, shownUnanswerable, auroc } = figures;
  const shares = [ndcg10, recall1, recall5, mrr10].map((value) => value.toFixed(3).padStart(9));
  const times = [p50Ms, p95Ms].map((value) => value.toFixed(1).padStart(9));
  const silence = [shownAnswerable, shownUnanswerable, auroc].map((value) => (value?.toFixed(3) ?? "-").padStart(9));
  return name.padEnd(22) + [...shares, ...times, ...silence].join("");
}

const HEADINGS = ["nDCG@10", "first", "in 5", "MRR@10", "p50 ms", "p95 ms", "shown", "wrongly", "AUROC"];

async function bench(folder: string) {
  const queries = await readBeirQueries(folder);
  const relevant = await readRelevant(folder);
  const warn = (line: number, reason: string) => console.error(`corpus line ${line} left out: ${reason}`);
  const articles: Article[] = await readArticles(folder, languageOf(queries), warn);
  return {
    dataset: basename(folder),
    articles: articles.length,
    tickets: queries.length,
    system: await measure(createSidebarSystem(articles), queries, relevant),
    minisearchDefault: await measure(createDefaultSystem(articles), queries, relevant),
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" }, json: { type: "string" } } });
  if (!values.data) throw new Error(`--data is missing.\n\n${USAGE}`);
  const result = await bench(resolve(values.data));
  if (values.json === "-") {
    console.log(JSON.stringify(result, null, 2));
    return;
  }
  console.log(`${result.dataset}: ${result.articles} articles, ${result.tickets} tickets\n`);
  console.log(" ".repeat(22) + HEADINGS.map((heading) => heading.padStart(9)).join(""));
  console.log(row("sidebar", result.system));
  console.log(row("MiniSearch defaults", result.minisearchDefault));
  if (values.json) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
