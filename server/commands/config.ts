import { showConfig } from "../show-config";
import type { Command } from "./command";
import { parseOptions } from "./parse-options";

/** `config`: prints the configuration in force, a variable a line, without passwords and tokens. */
export const config: Command = async (args, { config: inForce, out }) => {
  parseOptions({ args, options: {} });
  for (const [name, value] of Object.entries(showConfig(inForce))) out(`${name}=${value}`);
  return 0;
};
