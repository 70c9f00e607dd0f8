import { AGENT_LIMITS } from "../../lib/contract/agents";
import { type Audience, audienceSchema } from "../../lib/contract/article";
import { type Role, roleSchema } from "../../lib/contract/me";
import { isGroupName } from "../articles/access";
import { CommandError } from "./command";

/** The role of `--role`; undefined when it was not said. Throws `CommandError`. */
export function parseRole(text: string | undefined): Role | undefined {
  const role = roleSchema.optional().safeParse(text);
  if (!role.success) throw new CommandError(`--role: expected one of ${roleSchema.options.join(", ")}.`);
  return role.data;
}

/** The audience of `--audience`; undefined when it was not said. Throws `CommandError`. */
export function parseAudience(text: string | undefined): Audience | undefined {
  const audience = audienceSchema.optional().safeParse(text);
  if (!audience.success) throw new CommandError(`--audience: expected one of ${audienceSchema.options.join(", ")}.`);
  return audience.data;
}

/** The groups of `--group`. Throws `CommandError` for a name that no group may have. */
export function parseGroupOptions(texts: readonly string[]): string[] {
  const groups = texts.map((text) => text.trim());
  if (groups.every(isGroupName)) return groups;
  throw new CommandError(`--group: a group needs a name, and neither "*" nor one that begins with "public/".`);
}

/** The days of `--days`: null for `never`, `usual` when it was not said. Throws `CommandError`. */
export function parseDays(text: string | undefined, usual: number | null): number | null {
  if (text === undefined) return usual;
  if (text.trim() === "never") return null;
  const days = /^\d+$/.test(text.trim()) ? Number(text) : 0;
  if (days >= 1 && days <= AGENT_LIMITS.days) return days;
  throw new CommandError(`--days: expected a number of days up to ${AGENT_LIMITS.days}, or never.`);
}

/** What to say of groups that nobody else is in; empty for none. */
export function warnOfGroups(unknownGroups: readonly string[]): string[] {
  return unknownGroups.map((group) => `Note: no other agent and no article is in the group "${group}".`);
}
