import type { Clock } from "../clock";
import type { Config } from "../config";

/** The world around a command. `out` is for its result, `err` for what a person should know beside it; a line each. */
export type CommandContext = {
  config: Config;
  clock: Clock;
  out(line: string): void;
  err(line: string): void;
  /** Where a server's log goes, a line each; without it to `err`. */
  logLine?(line: string): void;
  /** Resolves when the process is asked to stop. */
  waitForStop(): Promise<void>;
  /** For what stands in no configuration: sign-ins of other services. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The web; the true one when not given. */
  fetch?: typeof fetch;
  /** Shows how far a command has come, in the place of what it showed before; null clears it. Only on a terminal. */
  showProgress?(text: string | null): void;
};

/** A command gets the arguments after its name and answers the exit code. */
export type Command = (args: string[], context: CommandContext) => Promise<number>;

/** The command cannot be carried out as it was called; the message is for the person who called it. Exit code 2. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** For messages about a command line that cannot be understood. */
export const SEE_HELP = "See: npm run server -- --help";
