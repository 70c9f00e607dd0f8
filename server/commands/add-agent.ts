import { roleSchema } from "../../lib/contract/me";
import { addAgent as addAgentTo } from "../agents/add-agent";
import { isGroupName } from "../articles/access";
import { type Command, CommandError } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseOptions } from "./parse-options";

const options = {
  name: { type: "string" },
  role: { type: "string", default: "agent" },
  group: { type: "string", multiple: true, default: [] as string[] },
  data: { type: "string" },
} as const;

/** `add-agent`: adds an agent and prints its token, the last line of the output, this one time. */
export const addAgent: Command = async (args, context) => {
  const { values } = parseOptions({ args, options });
  const name = values.name?.trim();
  if (!name) throw new CommandError("--name is missing: how is the agent called?");
  const role = roleSchema.safeParse(values.role);
  if (!role.success) throw new CommandError(`--role: expected one of ${roleSchema.options.join(", ")}.`);
  const groups = values.group.map((group) => group.trim());
  if (!groups.every(isGroupName)) {
    throw new CommandError(`--group: a group needs a name, and neither "*" nor one that begins with "public/".`);
  }
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const { token } = await addAgentTo({ db, clock: context.clock, name, role: role.data, groups });
    const inGroups = groups.length > 0 ? `in ${groups.join(", ")}` : "in no group";
    context.out(`Added ${name} (${role.data}, ${inGroups}). The token, which is not shown again:`);
    context.out(token);
  } finally {
    await close();
  }
  return 0;
};
