import { cpus } from "node:os";
import type { DatabaseResult } from "./measure-database";
import type { BenchServerOptions } from "./options";

const MB = 1_000_000;

/** The figures as Markdown tables, with what one has to know to read them. */
export function toMarkdown(results: readonly DatabaseResult[], options: BenchServerOptions): string {
  const processors = cpus();
  return [
    `${options.articles} articles, 100 agents, ${options.connections} connections, ${options.seconds} s for each figure.`,
    `${processors.length} × ${processors[0]?.model ?? "processor"}; server, database and load generator share them.`,
    "Log as JSON, answers compressed, PostgreSQL with fsync.",
    "",
    "| | requests/s | bare Hono | share | p50 ms | p95 ms | answer |",
    "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ...results.flatMap(comparisonRows),
    "",
    "| | first page of 200 | everything, in pages of 500 | memory at start | after reading all | at the end |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...results.map(readRow),
  ].join("\n");
}

function comparisonRows({ database, comparisons }: DatabaseResult): string[] {
  return comparisons.map(({ name, status, bytes, server, bare }) => {
    const share = `${Math.round((100 * server.perSecond) / bare.perSecond)} %`;
    const times = [server.p50Ms, server.p95Ms].map((ms) => ms.toFixed(1));
    const rates = [server.perSecond, bare.perSecond].map((rate) => String(Math.round(rate)));
    return row([`${database}: ${name}`, ...rates, share, ...times, `${status}, ${bytes} bytes`]);
  });
}

function readRow({ database, firstRead, memory }: DatabaseResult): string {
  const { firstPageMs, wholeMs, pages, bytes } = firstRead;
  const whole = `${(wholeMs / 1000).toFixed(1)} s (${pages} pages, ${Math.round(bytes / MB)} MB)`;
  const memories = [memory.started, memory.read, memory.ended].map((each) => `${Math.round(each / MB)} MB`);
  return row([database, `${Math.round(firstPageMs)} ms`, whole, ...memories]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
