/**
 * `npm run bench:panel -- [--articles N] [--runs N] [--strict]`: how soon the panel paints, how soon suggestions stand in
 * it, and whether typing in the search is ever held up, in the built extension's real side panel.
 */
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openBenchStage } from "./panel-bench/bench-stage";
import { measureFirstPaint, measureOpening, measureTyping, type Opening } from "./panel-bench/measure-panel";
import { percentile } from "./relevance/metrics";

const ROOT = resolve(import.meta.dirname, "..");
const BUILD = join(process.env.SOUFFLEUR_BUILD_DIR ?? join(ROOT, ".output"), "chrome-mv3");

const USAGE = `Usage: npm run bench:panel -- [--articles 10000] [--runs 12] [--strict]

  --articles N  articles in the panel's copy
  --runs N      openings, and times that thirty keys are typed; ten at least tell something
  --strict      ends with 1 when a median is over its budget`;

/** Milliseconds; the median has to stay within. What has none is told for comparison. */
const BUDGETS = {
  "an empty page opened → first paint": null,
  "opened → first paint": 100,
  "opened → its words": null,
  "opened → first suggestions": 1000,
  "loaded again → first paint": 100,
  "loaded again → its words": null,
  "loaded again → first suggestions": 1000,
  "typing: longest gap between frames": 50,
  "typing: longest task": 50,
} as const;

type Measure = keyof typeof BUDGETS;

const MEASURES = Object.keys(BUDGETS) as Measure[];

function isOver(measure: Measure, timesMs: number[]): boolean {
  return percentile(timesMs, 0.5) > (BUDGETS[measure] ?? Number.POSITIVE_INFINITY);
}

function printTable(times: Record<Measure, number[]>): void {
  console.log(`\n| measure (ms) | budget | median | worst | |\n| --- | ---: | ---: | ---: | --- |`);
  for (const measure of MEASURES) {
    const timesMs = times[measure];
    const figures = [percentile(timesMs, 0.5), Math.max(...timesMs)].map((ms) => ms.toFixed(0));
    const budget = BUDGETS[measure];
    const verdict = budget === null ? "" : isOver(measure, timesMs) ? "over" : "within";
    console.log(`| ${[measure, budget ?? "", ...figures, verdict].join(" | ")} |`);
  }
}

async function bench(articles: number, runs: number): Promise<Record<Measure, number[]>> {
  const times = Object.fromEntries(MEASURES.map((measure) => [measure, [] as number[]])) as Record<Measure, number[]>;
  const stage = await openBenchStage({ root: ROOT, build: BUILD, articles }, (line) => console.error(line));
  const noteOpening = (how: "opened" | "loaded again", { firstPaintMs, wordsMs, suggestionsMs }: Opening) => {
    times[`${how} → first paint`].push(firstPaintMs);
    times[`${how} → its words`].push(wordsMs);
    times[`${how} → first suggestions`].push(suggestionsMs);
  };
  try {
    for (let run = 0; run < runs; run += 1) {
      times["an empty page opened → first paint"].push(await measureFirstPaint(await stage.reopenEmpty()));
      noteOpening("opened", await measureOpening(await stage.reopen(), stage.ticketId));
      await stage.panel.reload();
      noteOpening("loaded again", await measureOpening(stage.panel, stage.ticketId));
      const typing = await measureTyping(stage.panel);
      times["typing: longest gap between frames"].push(typing.longestGapMs);
      times["typing: longest task"].push(typing.longestTaskMs);
    }
  } finally {
    await stage.close();
  }
  return times;
}

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    runs: { type: "string", default: "12" },
    strict: { type: "boolean", default: false },
  },
});
const [articles, runs] = [Number(values.articles), Number(values.runs)];
if (![articles, runs].every((count) => Number.isInteger(count) && count > 0)) {
  console.error(USAGE);
  process.exit(2);
}
const times = await bench(articles, runs);
printTable(times);
console.log(`\n${articles} articles, ${runs} runs; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}.`);
if (values.strict && MEASURES.some((measure) => isOver(measure, times[measure]))) {
  process.exitCode = 1;
}
