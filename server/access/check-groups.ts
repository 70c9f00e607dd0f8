import type { Agent } from "../agents/agent";
import { isGroupName } from "../articles/access";
import { ProblemError } from "../http/problem";

/**
 * Lets a manager address everybody and groups of its own, and change only what was addressed so; admins address
 * anybody. Otherwise ends the request: `invalid_request` for a name no group may have, `forbidden` for other groups.
 */
export function checkGroups(writer: Agent, groups: readonly string[], groupsBefore: readonly string[] = []): void {
  const unusable = groups.find((group) => !isGroupName(group));
  if (unusable !== undefined) throw new ProblemError("invalid_request", `groups: no group can be called "${unusable}"`);
  if (writer.role === "admin") return;
  const isForeign = (group: string) => !writer.groups.includes(group);
  if (groupsBefore.some(isForeign)) {
    throw new ProblemError(
      "forbidden",
      "It is for groups you are not in as well: an admin or one of theirs may write it.",
    );
  }
  const foreign = groups.filter(isForeign);
  if (foreign.length > 0) {
    throw new ProblemError("forbidden", `groups: you are not in ${foreign.join(", ")}; address your own or everybody.`);
  }
}
