import type { AuthorRole } from "../../lib/ticket";
import type { RoleRule } from "../adapter";
import { findAll } from "./find";
import { pattern } from "./pattern";

/** Whether a rule fits a message. */
export function fits(message: Element, rule: RoleRule, untrusted: string): boolean {
  return rule.when.every((selector) =>
    findAll(message, selector, untrusted).some((element) => {
      if (rule.attribute === undefined || rule.pattern === undefined) return true;
      return pattern(rule.pattern).test(element.getAttribute(rule.attribute) ?? "");
    }),
  );
}

/** Who wrote a message. What no rule tells counts as a note: a note must not pass for a reply, the reverse does no harm. */
export function readRole(
  message: Element,
  rules: RoleRule[],
  untrusted: string,
): { role: AuthorRole; strategy: string | null } {
  const rule = rules.find((candidate) => fits(message, candidate, untrusted));
  return rule === undefined ? { role: "note", strategy: null } : { role: rule.role, strategy: rule.name };
}
