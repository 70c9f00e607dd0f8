/** What a flag takes away, and its undo. */
import { decayBetween } from "./decay";
import { decayedTo, type LearnedArticle, type TermWeights, teachable, withDoubts, withGain } from "./learned-article";
import type { LearningRows, TakenByFlag, TaughtTicket } from "./learning-store";
import { withoutContribution } from "./pending-terms";

/** A flag's share that stays: one agent may be wrong, so nothing is unlearnt at one blow. */
const LEFT_BY_FLAG = 0.5;

/** A flag on an article. `ticket` is the one in front with its terms; null: none is, and the whole article is doubted. */
export type FlagLesson = {
  flagId: string;
  articleId: string;
  atMs: number;
  ticket: { ticketHash: string; terms: string[]; unknown: string[] } | null;
};

/** What goes of each term: all that the ticket itself taught, and half of what is left then. */
function takenTerms(terms: TermWeights, concerned: Iterable<string>, taughtWeight: number): Map<string, number> {
  const taken = new Map<string, number>();
  for (const term of concerned) {
    const weight = terms.get(term) ?? 0;
    const withoutTicket = Math.max(0, weight - taughtWeight);
    if (weight > 0) taken.set(term, weight - withoutTicket * LEFT_BY_FLAG);
  }
  return taken;
}

function heaviestFirst(weights: TermWeights): string[] {
  return [...weights].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([term]) => term);
}

async function takePending(rows: LearningRows, hashes: string[], ticketHash: string, articleId: string) {
  const all: TakenByFlag["pending"] = [];
  for (const hash of hashes) {
    const pending = await rows.pending.get(hash);
    if (!pending) continue;
    const { rest, taken } = withoutContribution(pending, ticketHash, articleId);
    if (taken.length === 0) continue;
    all.push({ hash, contributions: taken });
    if (rest) await rows.pending.put(rest);
    else await rows.pending.delete(hash);
  }
  return all;
}

async function takeTaught(rows: LearningRows, ticketHash: string, articleId: string): Promise<TaughtTicket | null> {
  const taught = await rows.taught.get({ ticketHash, articleId });
  if (taught) await rows.taught.delete({ ticketHash, articleId });
  return taught ?? null;
}

function withChangedDoubts(article: LearnedArticle, terms: string[], change: (doubt: number) => number) {
  const doubts = new Map(article.doubts);
  for (const term of terms) doubts.set(term, Math.max(0, change(doubts.get(term) ?? 0)));
  return withDoubts(article, doubts);
}

/** Takes back what a flagged article was taught. Answers the terms concerned, those it lost most of first; null when the flag was counted before. */
export async function unteachRows(rows: LearningRows, flag: FlagLesson): Promise<string[] | null> {
  const { flagId, articleId, ticket, atMs } = flag;
  if (await rows.taken.get(flagId)) return null;
  const taught = ticket && (await takeTaught(rows, ticket.ticketHash, articleId));
  const pending = ticket ? await takePending(rows, ticket.unknown, ticket.ticketHash, articleId) : [];
  const before = decayedTo(teachable(await rows.articles.get(articleId), articleId, atMs), atMs);
  const taughtWeight = taught ? taught.strength * Math.min(1, decayBetween(taught.atMs, atMs)) : 0;
  const terms = takenTerms(before.terms, ticket ? ticket.terms : before.terms.keys(), taughtWeight);
  const tickets = Math.min(before.tickets, taughtWeight);
  const minus = new Map([...terms].map(([term, weight]) => [term, -weight]));
  const lowered = withGain(before, { tickets: -tickets, terms: minus, atMs });
  const byTeam = (await rows.shared(articleId))?.terms.map(({ term }) => term) ?? [];
  const doubted = ticket ? byTeam.filter((term) => ticket.terms.includes(term)) : byTeam;
  const after = withChangedDoubts(lowered, doubted, (doubt) => 1 - (1 - doubt) * LEFT_BY_FLAG);
  await rows.articles.put(after);
  await rows.taken.put({ flagId, articleId, atMs, tickets, terms, doubted, taught, pending });
  return ticket ? ticket.terms : heaviestFirst(terms);
}

/** Gives back what a flag took; answers the article's id, null when it took nothing. */
export async function restoreRows(rows: LearningRows, flagId: string, atMs: number): Promise<string | null> {
  const taken = await rows.taken.get(flagId);
  if (!taken) return null;
  await rows.taken.delete(flagId);
  const before = decayedTo(teachable(await rows.articles.get(taken.articleId), taken.articleId, atMs), atMs);
  const { tickets, terms } = taken;
  const raised = withGain(before, { tickets, terms, atMs: Math.min(taken.atMs, atMs) });
  const after = withChangedDoubts(raised, taken.doubted, (doubt) => 1 - (1 - doubt) / LEFT_BY_FLAG);
  await rows.articles.put(after);
  if (taken.taught) await rows.taught.put(taken.taught);
  for (const { hash, contributions } of taken.pending) {
    const pending = await rows.pending.get(hash);
    await rows.pending.put({
      hash,
      atMs: Math.max(pending?.atMs ?? 0, taken.atMs),
      contributions: [...(pending?.contributions ?? []), ...contributions],
    });
  }
  return taken.articleId;
}
