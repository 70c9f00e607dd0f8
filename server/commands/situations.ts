import type { Situation } from "../../lib/contract/situation";
import { tidyPhrase } from "../phrases";
import { addSituation } from "../situations/add-situation";
import { draftSituation } from "../situations/draft-situation";
import { listSituations } from "../situations/list-situations";
import { removeSituation } from "../situations/remove-situation";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseLanguage } from "./parse-language";
import { parseOptions } from "./parse-options";

const options = { language: { type: "string" }, data: { type: "string" } } as const;

type Values = { language?: string; data?: string };
type Action = (given: readonly string[], values: Values, context: CommandContext) => Promise<void>;

/** `situations`: adds, removes and lists customer situations and the cues they are recognised by. */
export const situations: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [name, ...given] = positionals;
  const action = ACTIONS.get(name ?? "");
  if (!action) {
    throw new CommandError(`situations takes add NAME CUE..., remove ID [CUE]... or list. ${SEE_HELP}`);
  }
  if (values.language !== undefined && name !== "add") throw new CommandError("--language is for add.");
  await action(given, values, context);
  return 0;
};

const add: Action = async ([name, ...cues], values, context) => {
  if (name === undefined) throw new CommandError("situations add takes a name and at least one cue.");
  const drafted = draftSituation(name, cues, parseLanguage(values.language));
  if ("problems" in drafted) throw new CommandError(`Nothing is added: ${drafted.problems.join("; ")}.`);
  const { situation } = drafted;
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const added = await addSituation(db, situation);
    if (added === "full") throw new CommandError("Nothing is added: the situation would have too many cues.");
    const now = inWords({ ...situation, cues: added.cues });
    context.out(
      added.outcome === "added"
        ? `Added: ${now}. Agents get it with their next sync.`
        : `Nothing changed: ${now} is there.`,
    );
    if (!added.hasArticles) context.err(`No article carries the situation "${situation.name}" yet.`);
  } finally {
    await close();
  }
};

const remove: Action = async ([id, ...cues], values, context) => {
  if (id === undefined) throw new CommandError("situations remove takes an id; see situations list.");
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const removed = await removeSituation(db, id, cues.map(tidyPhrase), context.clock());
    context.out(removed ? afterRemoval(removed) : `There is no situation with the id ${id}.`);
  } finally {
    await close();
  }
};

const list: Action = async (given, values, context) => {
  if (given.length > 0) throw new CommandError("situations list takes nothing else.");
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const all = await listSituations(db);
    for (const situation of all) context.out(inWords(situation));
    if (all.length === 0) context.err("There are no situations.");
  } finally {
    await close();
  }
};

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["add", add],
  ["remove", remove],
  ["list", list],
]);

function afterRemoval({ situation, changed }: { situation: Situation; changed: boolean }): string {
  if (!changed) return `Nothing changed: ${inWords(situation)} has none of these cues.`;
  return situation.cues.length === 0 ? `Removed ${situation.name}.` : `Left: ${inWords(situation)}.`;
}

/** For example `3f0a1b2c4d5e (fr) déménagement: je déménage, nouvelle adresse`. */
function inWords({ id, language, name, cues }: Situation): string {
  return `${id} (${language ?? "any language"}) ${name}: ${cues.join(", ")}`;
}
