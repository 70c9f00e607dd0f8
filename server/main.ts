import { runCommand } from "./commands/run-command";

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  clock: Date.now,
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  // Once: a second Ctrl-C ends the process at once. Only `serve` waits, so others stop at the first.
  waitForStop: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
});
