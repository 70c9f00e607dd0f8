/** `npm run bench:server`: see scripts/server-bench/options.ts. */
import { writeFile } from "node:fs/promises";
import { measureDatabase } from "./server-bench/measure-database";
import {
  BENCH_SERVER_USAGE,
  type BenchServerOptions,
  readBenchServerOptions,
  UsageError,
} from "./server-bench/options";
import { toMarkdown } from "./server-bench/report";

async function bench(options: BenchServerOptions): Promise<void> {
  const results = [];
  for (const database of options.databases) {
    results.push(await measureDatabase(database, options, (line) => console.error(`${database}: ${line}`)));
  }
  console.log(toMarkdown(results, options));
  if (options.json !== null) await writeFile(options.json, `${JSON.stringify({ options, results }, null, 2)}\n`);
}

try {
  const options = readBenchServerOptions(process.argv.slice(2));
  if (options === null) console.log(BENCH_SERVER_USAGE);
  else await bench(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${BENCH_SERVER_USAGE}`);
  process.exitCode = 1;
}
