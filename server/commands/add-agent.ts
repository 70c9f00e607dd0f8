import { addAgent as addAgentTo } from "../agents/add-agent";
import { parseAudience, parseDays, parseGroupOptions, parseRole, warnOfGroups } from "./agent-options";
import { type Command, CommandError } from "./command";
import { parseOptions } from "./parse-options";
import { withDatabase } from "./with-database";

const options = {
  name: { type: "string" },
  role: { type: "string", default: "agent" },
  group: { type: "string", multiple: true, default: [] as string[] },
  audience: { type: "string" },
  days: { type: "string" },
  another: { type: "boolean", default: false },
  data: { type: "string" },
} as const;

/** `add-agent`: adds an agent and prints its token, the last line of the output, this one time. */
export const addAgent: Command = async (args, context) => {
  const { values } = parseOptions({ args, options });
  const name = values.name?.trim();
  if (!name) throw new CommandError("--name is missing: how is the agent called?");
  const role = parseRole(values.role) ?? "agent";
  const groups = parseGroupOptions(values.group);
  const audience = parseAudience(values.audience) ?? "internal";
  const validDays = parseDays(values.days, context.config.settings.tokenDays);
  await withDatabase(context, values.data, async (db) => {
    const wanted = { name, role, groups, audience, validDays, mayShareName: values.another };
    const { token, issued, unknownGroups } = await addAgentTo({ db, clock: context.clock, ...wanted }).catch(explain);
    for (const line of warnOfGroups(unknownGroups)) context.err(line);
    const inGroups = groups.length > 0 ? `in ${groups.join(", ")}` : "in no group";
    const until = issued.expiresAt === null ? "" : ` and is good until ${issued.expiresAt}`;
    context.out(`Added ${name} (${role}, ${inGroups}). The token, which is not shown again${until}:`);
    context.out(token);
  });
  return 0;
};

function explain(error: unknown): never {
  const isTaken = error instanceof Error && "code" in error && error.code === "conflict";
  throw isTaken ? new CommandError(`${error.message} --another adds one more of that name.`) : error;
}
