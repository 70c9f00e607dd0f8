import { parseArgs } from "node:util";
import { helpdeskSchema } from "../../lib/ticket";
import type { ReplicaHelpdesk } from "../../tests/replicas/desk";

export const START_USAGE = `Usage: npm start -- [options]

Shows the sidebar beside a helpdesk page, with everything real but the helpdesk.

  --helpdesk NAME    zendesk (default) or freshdesk
  --language TAG     only tickets in this language, and the sidebar in it too (en or fr in the sample)
  --ticket N         the N-th ticket of that language (default 1)
  --data DIR         articles and tickets from a BEIR folder (corpus.jsonl, queries.jsonl) instead of the sample
  --screenshot FILE  where the picture goes (default .data/start.png)
  --headless         no window, even where there is a display
  --help             this text`;

export type StartOptions = {
  helpdesk: ReplicaHelpdesk;
  language: string | null;
  /** Counted from 1. */
  ticketNumber: number;
  dataDir: string | null;
  screenshotPath: string;
  headless: boolean;
};

/** A mistake in the command's words; the message says what to write instead. */
export class UsageError extends Error {}

/** Whether windows can be shown here. */
function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform === "darwin" || platform === "win32" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Reads the command line; null when help is asked for. Throws a UsageError. */
export function readStartOptions(
  args: string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): StartOptions | null {
  const options = {
    helpdesk: { type: "string", default: "zendesk" },
    language: { type: "string" },
    ticket: { type: "string", default: "1" },
    data: { type: "string" },
    screenshot: { type: "string", default: ".data/start.png" },
    headless: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return null;
  const helpdesk = helpdeskSchema.extract(["zendesk", "freshdesk"]).safeParse(values.helpdesk);
  if (!helpdesk.success) throw new UsageError(`--helpdesk ${values.helpdesk}: it is zendesk or freshdesk.`);
  const ticketNumber = Number(values.ticket);
  if (!Number.isInteger(ticketNumber) || ticketNumber < 1) {
    throw new UsageError(`--ticket ${values.ticket}: a whole number from 1 up is needed.`);
  }
  return {
    helpdesk: helpdesk.data,
    language: values.language ?? null,
    ticketNumber,
    dataDir: values.data ?? null,
    screenshotPath: values.screenshot,
    headless: values.headless || !hasDisplay(env, platform),
  };
}
