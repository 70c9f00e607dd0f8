import type { AgentAccount } from "../../lib/contract/agents";
import { type AgentChange, changeAgent } from "../agents/change-agent";
import { findAgent } from "../agents/find-agent";
import { listAgents, readAgent } from "../agents/list-agents";
import { COMMAND_LINE } from "../audit/actor";
import { parseAudience, parseGroupOptions, parseRole, warnOfGroups } from "./agent-options";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { parseOptions } from "./parse-options";
import { withDatabase } from "./with-database";

const options = {
  name: { type: "string" },
  role: { type: "string" },
  group: { type: "string", multiple: true },
  "no-groups": { type: "boolean", default: false },
  audience: { type: "string" },
  another: { type: "boolean", default: false },
  data: { type: "string" },
} as const;

const AGENTS_PER_READ = 200;

/** `agents`: lists agents, changes their access, and switches it off and on. */
export const agents: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [action, who, ...more] = positionals;
  const { name, role, group, audience, another, data, "no-groups": noGroups } = values;
  const isSaid = name !== undefined || role !== undefined || group !== undefined || audience !== undefined || noGroups;
  const isChange = action === "change";
  if (isSaid && !isChange)
    throw new CommandError(`--name, --role, --group, --no-groups and --audience are for change.`);
  if (action === "list" && who === undefined) await list(context, data);
  else if (who !== undefined && more.length === 0 && (isChange || action === "disable" || action === "enable")) {
    if (isChange && !isSaid)
      throw new CommandError("Nothing is to be changed: say --name, --role, --group or --audience.");
    if (group !== undefined && noGroups) throw new CommandError("--group and --no-groups exclude each other.");
    const groups = noGroups ? [] : group && parseGroupOptions(group);
    const access = { name: name?.trim(), role: parseRole(role), groups, audience: parseAudience(audience) };
    if (access.name === "") throw new CommandError("--name: an agent needs one.");
    await change(context, data, who, isChange ? access : { isDisabled: action === "disable" }, another);
  } else {
    throw new CommandError(`agents takes list, change AGENT, disable AGENT or enable AGENT. ${SEE_HELP}`);
  }
  return 0;
};

async function list(context: CommandContext, data: string | undefined): Promise<void> {
  await withDatabase(context, data, async (db) => {
    let cursor: string | undefined;
    let listed = 0;
    do {
      const page = await listAgents({ db, nowMs: context.clock(), limit: AGENTS_PER_READ, cursor });
      for (const agent of page.agents) context.out(inWords(agent));
      listed += page.agents.length;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    if (listed === 0) context.err("There are no agents; add-agent adds one.");
  });
}

async function change(
  context: CommandContext,
  data: string | undefined,
  who: string,
  wanted: AgentChange,
  mayShareName: boolean,
): Promise<void> {
  const nowMs = context.clock();
  await withDatabase(context, data, async (db) => {
    const { id } = await findAgent(db, who);
    const { fallbackAssignee } = context.config.settings.flags;
    const by = { fallbackAssignee, actor: COMMAND_LINE, nowMs };
    const changed = await changeAgent({ db, id, change: wanted, mayShareName, ...by });
    for (const line of warnOfGroups(changed?.unknownGroups ?? [])) context.err(line);
    const agent = await readAgent(db, id, nowMs);
    if (agent) context.out(inWords(agent));
  });
}

/** For example `a3c5… Noor Haddad (agent, in billing), 1 token, last used 2026-11-02 14h UTC`. */
function inWords({ id, name, role, groups, audience, disabledAt, tokens, lastUsedAt }: AgentAccount): string {
  const inGroups = groups.length > 0 ? `in ${groups.join(", ")}` : "in no group";
  const traits = [role, inGroups, ...(audience === "public" ? ["public articles only"] : [])];
  const used =
    lastUsedAt === null ? "never used" : `last used ${lastUsedAt.slice(0, 10)} ${lastUsedAt.slice(11, 13)}h UTC`;
  const state = disabledAt === null ? "" : `, DISABLED since ${disabledAt.slice(0, 10)}`;
  return `${id} ${name} (${traits.join(", ")}), ${tokens} ${tokens === 1 ? "token" : "tokens"}, ${used}${state}`;
}
