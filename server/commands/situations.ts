import { type Situation, type SituationArticle, situationRoleSchema } from "../../lib/contract/situation";
import type { Database } from "../db/database";
import { tidyPhrase } from "../phrases";
import { addSituation } from "../situations/add-situation";
import { draftSituation } from "../situations/draft-situation";
import { type LinkOutcome, linkArticle, unlinkArticle } from "../situations/link-article";
import { listSituations } from "../situations/list-situations";
import { removeSituation } from "../situations/remove-situation";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseLanguage } from "./parse-language";
import { parseOptions } from "./parse-options";

const options = { language: { type: "string" }, data: { type: "string" } } as const;

type Values = { language?: string; data?: string };
type Action = (given: readonly string[], values: Values, context: CommandContext) => Promise<void>;

/** `situations`: adds, removes and lists customer situations, the cues they are recognised by, and their articles. */
export const situations: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [name, ...given] = positionals;
  const action = ACTIONS.get(name ?? "");
  if (!action) {
    throw new CommandError(
      `situations takes add NAME CUE..., remove ID [CUE]..., link or unlink ID ROLE ARTICLE, or list. ${SEE_HELP}`,
    );
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
    const added = await addSituation(db, situation, context.clock());
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
    for (const situation of all) {
      context.out(inWords(situation));
      for (const { role, articleId } of situation.articles) context.out(`  ${role}: ${articleId}`);
    }
    if (all.length === 0) context.err("There are no situations.");
  } finally {
    await close();
  }
};

const link: Action = async (given, values, context) => {
  const { id, reference } = parseLink("link", given);
  await change(values, context, (db) => linkArticle({ db, id, reference, nowMs: context.clock() }));
};

const unlink: Action = async (given, values, context) => {
  const { id, reference } = parseLink("unlink", given);
  await change(values, context, (db) => unlinkArticle({ db, id, reference, nowMs: context.clock() }));
};

async function change(
  values: Values,
  context: CommandContext,
  write: (db: Database) => Promise<LinkOutcome>,
): Promise<void> {
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const result = await write(db);
    if (typeof result === "string") throw new CommandError(`Nothing is changed: ${LINK_PROBLEMS[result]}`);
    const { outcome, situation } = result;
    const articles = situation.articles.map(({ role, articleId }) => `${articleId} (${role})`).join(", ") || "none";
    const now = `${situation.id} ${situation.name}, articles: ${articles}`;
    context.out(outcome === "unchanged" ? `Nothing changed: ${now}.` : `${now}. Agents get it with their next sync.`);
  } finally {
    await close();
  }
}

const LINK_PROBLEMS = {
  "no situation": "there is no situation with this id; see situations list.",
  "no article": "there is no article with this id.",
  full: "the situation would have too many articles.",
} as const;

function parseLink(name: string, [id, role, articleId, ...others]: readonly string[]) {
  if (id === undefined || role === undefined || articleId === undefined || others.length > 0) {
    throw new CommandError(`situations ${name} takes ID ROLE ARTICLE; see situations list.`);
  }
  const parsed = situationRoleSchema.safeParse(role);
  if (!parsed.success) throw new CommandError(`ROLE: expected ${situationRoleSchema.options.join(", ")}.`);
  const reference: SituationArticle = { articleId, role: parsed.data };
  return { id, reference };
}

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["add", add],
  ["remove", remove],
  ["link", link],
  ["unlink", unlink],
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
