import { type ParseArgsConfig, parseArgs } from "node:util";
import { CommandError, SEE_HELP } from "./command";

/** `node:util`'s parseArgs, with a `CommandError` in plain words for what it does not accept. */
export function parseOptions<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The engine adds advice on quoting to some messages; the first sentence says it all.
    const [reason = ""] = error.message.split(/\. |\n/);
    throw new CommandError(`${reason.replace(/\.$/, "")}. ${SEE_HELP}`);
  }
}
