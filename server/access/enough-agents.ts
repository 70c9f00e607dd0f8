/**
 * When counts may be told: only when they are about enough agents, and only when what is left of all, taken away from all,
 * would be about enough agents as well. Otherwise they would be figures about people who can be named.
 */
import { MIN_AGENTS_PER_FIGURE } from "../../lib/contract/notice";

/** Whether a count about so many agents may be told, where a count about `all` agents is told too. */
export function isAboutEnough(agents: number, all: number): boolean {
  const rest = all - agents;
  return agents >= MIN_AGENTS_PER_FIGURE && (rest === 0 || rest >= MIN_AGENTS_PER_FIGURE);
}
