import type { ArticleTerms } from "../contract/learned-terms";
import { TEXT_ANALYSIS_VERSION } from "../text/analysis-version";
import { decayBetween } from "./decay";
import { decayedTo, type LearnedArticle } from "./learned-article";
import type { LearnedEntry } from "./learned-model";

/**
 * As many tickets of the team count, however many there were: from about ten on more of them teach ranking nothing, and
 * a term that a few clients made heavy must not outweigh every other word of a ticket.
 */
export const MAX_TEAM_TICKETS = 30;

/** The team's sums as of a time, scaled down together when they are too many. */
function teamShare(shared: ArticleTerms, atMs: number): { tickets: number; weights: [string, number][] } {
  const left = Math.min(1, decayBetween(Date.parse(shared.asOf), atMs));
  const tickets = shared.tickets * left;
  const scale = tickets > MAX_TEAM_TICKETS ? MAX_TEAM_TICKETS / tickets : 1;
  const weights = shared.terms.map(({ term, weight }): [string, number] => [term, weight * left * scale]);
  return { tickets: tickets * scale, weights };
}

/**
 * What is known of an article at a time, from this machine and from the team. The team's sums hold this agent's own part
 * already, so of each number the larger counts and not the sum. Terms of another text analysis are left out.
 */
export function learnedEntry(
  articleId: string,
  own: LearnedArticle | undefined,
  shared: ArticleTerms | undefined,
  atMs: number,
): LearnedEntry {
  const current = own?.analysis === TEXT_ANALYSIS_VERSION ? decayedTo(own, atMs) : null;
  const team = shared?.analysis === TEXT_ANALYSIS_VERSION ? teamShare(shared, atMs) : { tickets: 0, weights: [] };
  const tickets = Math.max(current?.tickets ?? 0, team.tickets);
  const terms = new Map(current?.terms ?? []);
  for (const [term, weight] of team.weights) {
    const trusted = weight * (1 - (current?.doubts.get(term) ?? 0));
    terms.set(term, Math.max(terms.get(term) ?? 0, trusted));
  }
  for (const [term, weight] of terms) if (weight > tickets) terms.set(term, tickets);
  return { articleId, tickets, terms };
}
