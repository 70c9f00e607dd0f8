import type { SynonymCandidate, SynonymSet } from "../../lib/contract/synonym";
import { addSynonymSet } from "../synonyms/add-synonym-set";
import { draftSynonymSet } from "../synonyms/draft-synonym-set";
import { DEFAULT_CANDIDATES, findSynonymCandidates, MAX_CANDIDATES } from "../synonyms/find-candidates";
import { listSynonymSets } from "../synonyms/list-synonym-sets";
import { removeSynonymSet } from "../synonyms/remove-synonym-set";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseLanguage } from "./parse-language";
import { parseOptions } from "./parse-options";

const options = { language: { type: "string" }, limit: { type: "string" }, data: { type: "string" } } as const;

type Values = { language?: string; limit?: string; data?: string };
type Action = (given: readonly string[], values: Values, context: CommandContext) => Promise<void>;

/** `synonyms`: adds, removes and lists sets of phrases that mean the same, and proposes new ones. */
export const synonyms: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [name, ...given] = positionals;
  const action = ACTIONS.get(name ?? "");
  if (!action) {
    throw new CommandError(`synonyms takes add PHRASE PHRASE..., remove ID, list or candidates. ${SEE_HELP}`);
  }
  if (values.limit !== undefined && name !== "candidates") throw new CommandError("--limit is for candidates.");
  if (values.language !== undefined && name !== "add") throw new CommandError("--language is for add.");
  await action(given, values, context);
  return 0;
};

const add: Action = async (written, values, context) => {
  const drafted = draftSynonymSet(written, parseLanguage(values.language));
  if ("problems" in drafted) throw new CommandError(`Nothing is added: ${drafted.problems.join("; ")}.`);
  const { set } = drafted;
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const outcome = await addSynonymSet(db, set, context.clock());
    context.out(
      outcome === "added"
        ? `Added ${inWords(set)}. Agents get it with their next sync.`
        : `Nothing changed: ${inWords(set)} is there.`,
    );
  } finally {
    await close();
  }
};

const remove: Action = async ([id, ...others], values, context) => {
  if (id === undefined || others.length > 0) throw new CommandError("synonyms remove takes one id; see synonyms list.");
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const removed = await removeSynonymSet(db, id, context.clock());
    context.out(removed ? `Removed ${inWords(removed)}.` : `There is no synonym set with the id ${id}.`);
  } finally {
    await close();
  }
};

const list: Action = async (given, values, context) => {
  if (given.length > 0) throw new CommandError("synonyms list takes nothing else.");
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const sets = await listSynonymSets(db);
    for (const set of sets) context.out(inWords(set));
    if (sets.length === 0) context.err("There are no synonym sets.");
  } finally {
    await close();
  }
};

const candidates: Action = async (given, values, context) => {
  if (given.length > 0) throw new CommandError("synonyms candidates takes --limit only.");
  const limit = parseLimit(values.limit);
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const found = await findSynonymCandidates({ db, reader: null, limit });
    if (found.length === 0) {
      context.err("There are no candidates: too few words were taught for the same articles by enough agents.");
      return;
    }
    context.err(
      "Words taught for the same articles, likeliest first. None is in use; a word may be a word's beginning.",
    );
    for (const candidate of found) for (const line of proposal(candidate)) context.out(line);
  } finally {
    await close();
  }
};

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["add", add],
  ["remove", remove],
  ["list", list],
  ["candidates", candidates],
]);

function parseLimit(text: string | undefined): number {
  const limit = text === undefined ? DEFAULT_CANDIDATES : Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_CANDIDATES) return limit;
  throw new CommandError(`--limit: expected a number from 1 to ${MAX_CANDIDATES}.`);
}

/** For example `3f0a1b2c4d5e (fr): avoir, remboursement`. */
function inWords({ id, language, phrases }: SynonymSet): string {
  return `${id} (${language ?? "any language"}): ${phrases.join(", ")}`;
}

/** What is known of a candidate, and the command that would put it into force. The words are letters only. */
function proposal({ words, language, articles, agents, score }: SynonymCandidate): string[] {
  const inLanguage = language === null ? "" : ` --language ${language}`;
  return [
    `${words.join(" / ")}: together on ${articles} articles, each by ${agents} agents or more, score ${score.toFixed(2)}`,
    `  npm run server -- synonyms add${inLanguage} ${words.map((word) => `"${word}"`).join(" ")}`,
  ];
}
