import pino from "pino";
import { runCommand } from "./commands/run-command";
import { describeFailure } from "./db/database-failure";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

// Written in the background, many lines at once when they come fast: a request does not wait for its line.
const logs = pino.destination({ dest: 2, sync: false });
logs.on("error", () => undefined); // Nobody reads standard error any more; that is no reason to stop answering.
process.on("exit", () => {
  try {
    logs.flushSync();
  } catch {
    // Not open yet, or nobody reads it.
  }
});

// By default the whole error would be printed, with the values of a query among them.
process.on("uncaughtException", fail);

function fail(error: unknown): never {
  console.error(describeFailure(error));
  process.exit(1);
}

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    env: process.env,
    clock: Date.now,
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    ...(process.stderr.isTTY && { showProgress: (text) => process.stderr.write(`\r\u001b[K${text ?? ""}`) }),
    logLine: (line) => logs.write(`${line}\n`),
    // The first signal only: the next one ends the process at once. Commands that wait end in good order, others stop at the first.
    waitForStop: () =>
      new Promise((resolve) => {
        const stop = () => {
          for (const signal of SIGNALS) process.off(signal, stop);
          resolve();
        };
        for (const signal of SIGNALS) process.on(signal, stop);
      }),
  });
} catch (error) {
  fail(error);
}
