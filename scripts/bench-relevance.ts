/**
 * `npm run bench:relevance -- --data DIR [--learn K] [--json FILE]`: how good the suggestions are on a set of tickets with known answers, in
 * BEIR form, beside MiniSearch with default options in the same run.
 */
import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Article } from "../lib/contract/article";
import { type BeirQuery, readBeirQueries, readPastTickets, readRelevant } from "./relevance/beir";
import { commonLanguage } from "./relevance/common-language";
import { areaUnderRoc, type Figures, figuresOf, meanFigures, percentile } from "./relevance/metrics";
import { readArticles } from "./relevance/read-articles";
import { createDefaultSystem, createSidebarSystem, type System } from "./relevance/systems";

const USAGE = `Usage: npm run bench:relevance -- --data DIR [--learn K] [--json FILE]

  --data DIR   a folder with corpus.jsonl[.gz], queries.jsonl[.gz] and qrels/test.tsv
  --learn K    teaches past tickets first, at most K for each article, of train.jsonl and qrels/train.tsv
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
    const { ranked, isShown, confidence, tookMs } = await system(query);
    timesMs.push(tookMs);
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

function row(name: string, figures: SystemFigures): string {
  const { ndcg10, recall1, recall5, mrr10, p50Ms, p95Ms, shownAnswerable, shownUnanswerable, auroc } = figures;
  const shares = [ndcg10, recall1, recall5, mrr10].map((value) => value.toFixed(3).padStart(9));
  const times = [p50Ms, p95Ms].map((value) => value.toFixed(1).padStart(9));
  const silence = [shownAnswerable, shownUnanswerable, auroc].map((value) => (value?.toFixed(3) ?? "-").padStart(9));
  return name.padEnd(22) + [...shares, ...times, ...silence].join("");
}

const HEADINGS = ["nDCG@10", "first", "in 5", "MRR@10", "p50 ms", "p95 ms", "shown", "wrongly", "AUROC"];

async function bench(folder: string, learn: number) {
  const queries = await readBeirQueries(folder);
  const relevant = await readRelevant(folder);
  const warn = (line: number, reason: string) => console.error(`corpus line ${line} left out: ${reason}`);
  const articles: Article[] = await readArticles(folder, commonLanguage(queries), warn);
  const past = learn > 0 ? await readPastTickets(folder, learn) : [];
  return {
    dataset: basename(folder),
    articles: articles.length,
    tickets: queries.length,
    system: await measure(await createSidebarSystem(articles, past), queries, relevant),
    minisearchDefault: await measure(createDefaultSystem(articles), queries, relevant),
  };
}

async function main(): Promise<void> {
  const options = {
    data: { type: "string" },
    learn: { type: "string", default: "0" },
    json: { type: "string" },
  } as const;
  const { values } = parseArgs({ options });
  if (!values.data) throw new Error(`--data is missing.\n\n${USAGE}`);
  if (!/^\d{1,6}$/.test(values.learn))
    throw new Error(`--learn wants a whole number, not "${values.learn}".\n\n${USAGE}`);
  const result = await bench(resolve(values.data), Number(values.learn));
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
