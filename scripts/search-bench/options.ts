import { parseArgs } from "node:util";

export const BENCH_SEARCH_USAGE = `Usage: npm run bench:search -- --articles N --corpus DIR [--corpus DIR ...] [options]

Makes a base of N articles out of the corpora and prints what the search index costs.

  --articles N        how many articles
  --corpus DIR        a BEIR folder (corpus.jsonl or corpus.jsonl.gz); may be given several times
  --language TAG      language of articles that name none (default en)
  --tickets N         tickets asked of each length (default 100)
  --browser NAME      chromium (default): in Node, then in Chromium; none: in Node alone
  --help              this text`;

export type BenchSearchOptions = {
  articles: number;
  corpora: string[];
  language: string;
  tickets: number;
  browser: "chromium" | "none";
};

/** A mistake in the command's words; the message says what to write instead. */
export class UsageError extends Error {}

function wholeNumber(name: string, text: string | undefined): number {
  if (text === undefined) throw new UsageError(`--${name} is missing.`);
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${name} ${text}: a whole number from 1 up is needed.`);
  return number;
}

/** Reads the command line; null when help is asked for. Throws a UsageError. */
export function readBenchSearchOptions(args: string[]): BenchSearchOptions | null {
  const options = {
    articles: { type: "string" },
    corpus: { type: "string", multiple: true, default: [] as string[] },
    language: { type: "string", default: "en" },
    tickets: { type: "string", default: "100" },
    browser: { type: "string", default: "chromium" },
    help: { type: "boolean", default: false },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return null;
  const { browser, corpus, language } = values;
  if (corpus.length === 0) throw new UsageError("--corpus is missing: the base is made out of a corpus.");
  if (browser !== "chromium" && browser !== "none")
    throw new UsageError(`--browser ${browser}: it is chromium or none.`);
  return {
    articles: wholeNumber("articles", values.articles),
    corpora: corpus,
    language,
    tickets: wholeNumber("tickets", values.tickets),
    browser,
  };
}
