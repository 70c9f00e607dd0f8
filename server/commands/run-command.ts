import { ConfigError, describeVariables, readConfig } from "../config";
import { addAgent } from "./add-agent";
import { agents } from "./agents";
import { audit } from "./audit";
import { backup, newEpoch, restore } from "./backup";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { config as configCommand } from "./config";
import { exportAll } from "./export";
import { flags } from "./flags";
import { importArticles } from "./import";
import { notices } from "./notices";
import { pageReader } from "./page-reader";
import { serve } from "./serve";
import { situations } from "./situations";
import { synonyms } from "./synonyms";
import { tokens } from "./tokens";

const HELP = `Usage: npm run server -- COMMAND

  serve [--port 8787] [--host 127.0.0.1] [--data DIR]
      Answers the API until it is stopped.
  config
      Prints the configuration in force, without passwords and tokens.
  add-agent --name NAME [--role agent|manager|admin] [--group GROUP]... [--audience public] [--days N|never] [--another]
      Adds an agent and prints its token once. Admins read every article, others those of their groups; with
      --audience public none that is internal. --another: although there is an agent of that name.
  agents list, agents disable AGENT, agents enable AGENT
      Lists agents with their ids, or switches an agent's access off or on. AGENT is an id or a name.
  agents change AGENT [--name NAME] [--role ROLE] [--group GROUP]... [--no-groups] [--audience public|internal]
      Changes what is said; the groups named take the place of those before.
  tokens list [AGENT], tokens issue AGENT [--label TEXT] [--days N|never]
      Lists tokens with their ids, or issues one more and prints it once.
  tokens rotate TOKEN-ID, tokens revoke TOKEN-ID
      Issues a token in place of another, which is taken for a while longer, or ends one at once.
  flags list [--overdue] [--status open|accepted|fixed|declined|underWay|closed|all]
      Lists the cases of flagged articles, those under way unless said otherwise, by the day to look.
  flags answer CASE --status accepted|fixed|declined [--answer TEXT]
      Answers a case; declining takes a text. Who flagged hears it.
  import FILE [--language en] [--source NAME] [--data DIR]
      Takes in articles, one JSON object a line; FILE may end in .gz. --language is for articles that name none.
  import markdown DIR, import html DIR [--language en] [--id-prefix PREFIX] [--source NAME] [--data DIR]
      Takes in a folder of Markdown files with front matter, or of web pages.
  import zendesk --host acme.zendesk.com [--locale en-us]... [--locale all] [--data DIR]
      Takes in a Zendesk help center, signed in with ZENDESK_EMAIL and ZENDESK_API_TOKEN from the environment. Without
      these only what is public, in the languages named.
  import freshdesk --host acme.freshdesk.com [--language en] [--locale fr]... [--data DIR]
      Takes in Freshdesk's solutions with FRESHDESK_API_KEY from the environment; --locale adds translations.
  Every import: [--dry-run] [--keep-missing] [--archive-many] [--allow-public] [--restart]
      The same again changes nothing; what the source has no more is archived; one that was interrupted goes on where it
      stopped. --dry-run writes nothing. --keep-missing archives nothing, --archive-many also more than half. What is
      internal here stays so unless --allow-public. Exit code 1: some articles were bad, the others are in.
  export FILE.jsonl[.gz], export DIR [--format jsonl|markdown] [--versions] [--force] [--data DIR]
      Writes everything the team owns, in the form import takes: articles in every state, categories, notices,
      situations, synonyms, page readers; with --versions every version. A folder gets Markdown files.
  audit [--since DAY] [--actor AGENT] [--action ACTION] [--json] [--data DIR]
      Prints who wrote what and when, the newest first.
  backup FILE.gz [--force] [--data DIR]
      Writes every table as of one moment, agents and hashes of tokens included, beside running servers too.
  restore FILE.gz [--replace] [--data DIR]
      Puts a backup into an empty database, or with --replace in place of what is there. Clients read everything anew.
  new-epoch [--data DIR]
      Has every client read everything anew; for who restored PostgreSQL by other means.
  page-reader publish FILE [--data DIR]
      Sends selectors for a helpdesk whose pages changed to every agent; see docs/mending-a-reader.md.
  page-reader show [HELPDESK] [--data DIR]
      Tells which helpdesks have such an update, or prints the one of HELPDESK (zendesk, freshdesk, zammad).
  page-reader remove HELPDESK [--data DIR]
      Takes it back: what the extension came with applies alone again.
  synonyms add PHRASE PHRASE... [--language fr] [--data DIR]
      Has tickets with one of the phrases find articles with another; without --language in any language.
  synonyms list [--data DIR], synonyms remove ID [--data DIR]
      Lists the sets with their ids, or takes one out.
  synonyms candidates [--limit 20] [--data DIR]
      Proposes words that agents' use puts with the same articles, with the command that would add each pair.
  situations add NAME CUE... [--language fr] [--data DIR]
      Has tickets with one of the cues show articles that carry the situation NAME. More cues are added to those there.
  situations list [--data DIR], situations remove ID [CUE]... [--data DIR]
      Lists the situations with their ids, or takes one out, or some of its cues.
  situations link ID ROLE ARTICLE [--data DIR], situations unlink ID ROLE ARTICLE [--data DIR]
      Gives a situation an article in a role (answer, keyFact, advice, offer), or takes it away.
  notices add TITLE WHAT-CHANGED [--severity info|important|critical] [--group GROUP]... [--cue CUE]... [--tag TAG]...
      [--condition TEXT] [--article ID] [--language fr] [--effective DAY] [--publish WHEN] [--expires WHEN]
      [--acknowledge] [--data DIR]
      Tells agents, or those of the groups, what changed; WHEN is a day or an instant such as 2026-12-01T09:00:00+01:00.
  notices list [--data DIR], notices end ID [--data DIR]
      Lists the notices with their ids, or has one expire now.

All of it is kept in DIR (.data/server) by a built-in database for one process at a time, or in PostgreSQL.
Exit code 2: the command could not be carried out.

Environment (in brackets what holds when it is not set):
${describeVariables()}`;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["serve", serve],
  ["config", configCommand],
  ["add-agent", addAgent],
  ["agents", agents],
  ["tokens", tokens],
  ["flags", flags],
  ["import", importArticles],
  ["export", exportAll],
  ["audit", audit],
  ["backup", backup],
  ["restore", restore],
  ["new-epoch", newEpoch],
  ["page-reader", pageReader],
  ["synonyms", synonyms],
  ["situations", situations],
  ["notices", notices],
]);

type World = Omit<CommandContext, "config" | "env"> & { env: Readonly<Record<string, string | undefined>> };

/** Carries out the command line and answers the exit code. Errors nobody expected are thrown. */
export async function runCommand(argv: readonly string[], { env, ...world }: World): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined) {
    world.err(HELP);
    return 2;
  }
  if (argv.some((argument) => argument === "--help" || argument === "-h") || name === "help") {
    world.out(HELP);
    return 0;
  }
  try {
    const command = COMMANDS.get(name);
    if (!command) throw new CommandError(`There is no command "${name}". ${SEE_HELP}`);
    const config = readConfig(env);
    config.warnings.forEach(world.err);
    return await command(args, { ...world, env, config });
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof ConfigError)) throw error;
    world.err(error.message);
    return 2;
  }
}
