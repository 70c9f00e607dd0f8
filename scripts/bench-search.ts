/**
 * `npm run bench:search -- --articles N --corpus DIR`: what the search index costs in time and memory, on a base of N articles
 * made out of the corpora, in Node and in Chromium.
 */
import { resolve } from "node:path";
import type { Article } from "../lib/contract/article";
import { readArticles } from "./relevance/read-articles";
import { makeBase } from "./search-bench/make-base";
import { makeTickets } from "./search-bench/make-tickets";
import { measureInChromium } from "./search-bench/measure-in-chromium";
import { measureInNode } from "./search-bench/measure-in-node";
import {
  BENCH_SEARCH_USAGE,
  type BenchSearchOptions,
  readBenchSearchOptions,
  UsageError,
} from "./search-bench/options";

const BASE_SEED = 1;
const TICKET_SEED = 7;

async function readCorpora({ corpora, language }: BenchSearchOptions): Promise<Article[]> {
  const articles: Article[] = [];
  for (const folder of corpora) {
    const warn = (line: number, reason: string) => console.error(`${folder}: line ${line} left out: ${reason}`);
    // A folder that cannot be read was named by mistake.
    const read = readArticles(resolve(folder), language, warn).catch((error: Error) => {
      throw new UsageError(`--corpus ${folder}: ${error.message}`);
    });
    articles.push(...(await read));
  }
  if (!articles.some(({ sections }) => sections.length > 0)) throw new UsageError("--corpus: no article with text.");
  return articles;
}

async function main(): Promise<void> {
  const options = readBenchSearchOptions(process.argv.slice(2));
  if (!options) {
    console.log(BENCH_SEARCH_USAGE);
    return;
  }
  const corpus = await readCorpora(options);
  const base = makeBase(corpus, options.articles, BASE_SEED);
  const tickets = makeTickets(corpus, options.tickets, TICKET_SEED);
  console.log(`${base.length} articles made out of ${corpus.length}, ${options.tickets} tickets of each length\n`);
  await measureInNode(base, tickets);
  if (options.browser === "chromium") await measureInChromium(base, tickets);
}

main().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${BENCH_SEARCH_USAGE}`);
  process.exitCode = 2;
});
