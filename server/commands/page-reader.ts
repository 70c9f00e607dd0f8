import { readFile } from "node:fs/promises";
import { type Helpdesk, helpdeskSchema } from "../../lib/contract/helpdesk";
import { type PageReader, pageReadingUpdateSchema } from "../../lib/contract/page-reader";
import { findSlowPatterns } from "../page-readers/find-slow-patterns";
import { listPageReaders } from "../page-readers/list-page-readers";
import { parsePageReader } from "../page-readers/parse-page-reader";
import { publishPageReader } from "../page-readers/publish-page-reader";
import { removePageReader } from "../page-readers/remove-page-reader";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseOptions } from "./parse-options";

const options = { data: { type: "string" } } as const;

type Action = (argument: string | undefined, context: CommandContext, dataDir: string | undefined) => Promise<void>;

/** `page-reader`: publishes, shows or removes the update of a helpdesk's page reader. */
export const pageReader: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [name, argument, ...others] = positionals;
  const action = ACTIONS.get(name ?? "");
  if (!action || others.length > 0) {
    throw new CommandError(`page-reader takes publish FILE, show [HELPDESK] or remove HELPDESK. ${SEE_HELP}`);
  }
  await action(argument, context, values.data);
  return 0;
};

const publish: Action = async (path, context, dataDir) => {
  if (path === undefined) throw new CommandError("page-reader publish takes a file.");
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new CommandError(`${path} cannot be read: ${error.message}`);
  });
  const parsed = parsePageReader(text);
  if ("problems" in parsed) throw refusal(path, parsed.problems);
  const { draft } = parsed;
  const slow = await findSlowPatterns(draft.reading);
  if (slow.length > 0) throw refusal(path, slow);
  const { db, close } = await openConfiguredDatabase(context, dataDir);
  try {
    const { outcome, version } = await publishPageReader(db, draft, context.clock());
    context.out(
      outcome === "published"
        ? `Published version ${version} for ${draft.helpdesk}. Agents get it with their next sync.`
        : `Nothing changed: version ${version} for ${draft.helpdesk} says the same.`,
    );
  } finally {
    await close();
  }
};

const show: Action = async (name, context, dataDir) => {
  const wanted = name === undefined ? helpdeskSchema.options : [parseHelpdesk(name)];
  const { db, close } = await openConfiguredDatabase(context, dataDir);
  try {
    const readers = await listPageReaders(db);
    for (const helpdesk of wanted) {
      const reader = readers.find((each) => each.helpdesk === helpdesk);
      const state = reader ? `version ${reader.version}, published ${reader.updatedAt}` : "none, as bundled";
      // Asked for one, the update itself is the result: what is printed can be changed and published again.
      (name === undefined ? context.out : context.err)(`${helpdesk}: ${state}`);
      if (reader && name !== undefined) context.out(writeUpdate(reader));
    }
  } finally {
    await close();
  }
};

const remove: Action = async (name, context, dataDir) => {
  const helpdesk = parseHelpdesk(name);
  const { db, close } = await openConfiguredDatabase(context, dataDir);
  try {
    const isRemoved = await removePageReader(db, helpdesk, context.clock());
    context.out(isRemoved ? `Removed the update for ${helpdesk}.` : `There is no update for ${helpdesk}.`);
  } finally {
    await close();
  }
};

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["publish", publish],
  ["show", show],
  ["remove", remove],
]);

function refusal(path: string, problems: readonly string[]): CommandError {
  return new CommandError(`${path} is not published:\n${problems.map((line) => `  ${line}`).join("\n")}`);
}

/** The update in the form of a file. The schema puts keys in their order again, which the database does not keep. */
function writeUpdate({ helpdesk, reading }: PageReader): string {
  return JSON.stringify({ helpdesk, reading: pageReadingUpdateSchema.parse(reading) }, null, 2);
}

function parseHelpdesk(name: string | undefined): Helpdesk {
  const parsed = helpdeskSchema.safeParse(name);
  if (!parsed.success) throw new CommandError(`HELPDESK: expected one of ${helpdeskSchema.options.join(", ")}.`);
  return parsed.data;
}
