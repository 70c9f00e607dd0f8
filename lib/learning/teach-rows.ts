/** One lesson on the rows: what a ticket teaches an article, and the words that it makes known. */

import { TEXT_ANALYSIS_VERSION } from "../text/analysis-version";
import { type LearnedArticle, teachable, withGain } from "./learned-article";
import type { LearningRows, TaughtTicket } from "./learning-store";
import { type Contribution, isLearnt, marksOf, withContribution } from "./pending-terms";

/** A ticket's lesson for one article. `unknown` holds words by their hash. */
export type TicketLesson = TaughtTicket & { known: string[]; unknown: ReadonlyMap<string, string> };

/** `changed` are ids of articles; `promoted` are words that became known by this ticket. */
export type LessonOutcome = { gain: number; changed: string[]; promoted: string[] };

type Sighting = { atMs: number; unknown: ReadonlyMap<string, string>; contribution: Contribution };

/**
 * The words that this ticket is the third to have, with all that was waiting for them; the others go on waiting. A word that
 * became known keeps the marks of its tickets, so that it stays known when nothing was taught by it yet.
 */
async function countUnknown(rows: LearningRows, sighting: Sighting): Promise<Map<string, Contribution[]>> {
  const promoted = new Map<string, Contribution[]>();
  for (const [hash, term] of sighting.unknown) {
    const pending = withContribution(hash, await rows.pending.get(hash), sighting.contribution);
    if (isLearnt(pending)) {
      promoted.set(
        term,
        pending.contributions.filter(({ strength }) => strength > 0),
      );
      await rows.pending.put({ ...pending, contributions: marksOf(pending) });
    } else {
      await rows.pending.put(pending);
    }
  }
  return promoted;
}

/** Adds to the articles in `changed`, and to others, what waited for words that are known now. */
async function promote(
  rows: LearningRows,
  promoted: ReadonlyMap<string, Contribution[]>,
  changed: Map<string, LearnedArticle>,
  nowMs: number,
): Promise<void> {
  for (const [term, contributions] of promoted) {
    for (const { articleId, strength, atMs } of contributions) {
      const stored = changed.get(articleId) ?? (await rows.articles.get(articleId));
      // Its tickets were counted when they taught; an article forgotten since stays so.
      if (stored?.analysis !== TEXT_ANALYSIS_VERSION) continue;
      const gain = { tickets: 0, terms: new Map([[term, strength]]), atMs: Math.min(atMs, nowMs) };
      changed.set(articleId, withGain(teachable(stored, articleId, nowMs), gain));
    }
  }
  for (const article of changed.values()) await rows.articles.put(article);
}

/** A ticket was read, whatever comes of it: it may be the third to have a word. Answers the ids of articles that changed. */
export async function noticeRows(
  rows: LearningRows,
  { ticketHash, atMs, unknown }: Pick<TicketLesson, "ticketHash" | "atMs" | "unknown">,
): Promise<string[]> {
  const contribution = { ticketHash, articleId: "", strength: 0, atMs };
  const changed = new Map<string, LearnedArticle>();
  await promote(rows, await countUnknown(rows, { atMs, unknown, contribution }), changed, atMs);
  return [...changed.keys()];
}

/** Adds a lesson. A ticket that taught the article as strongly before changes nothing: `gain` is 0 then. */
export async function teachRows(rows: LearningRows, lesson: TicketLesson): Promise<LessonOutcome> {
  const { ticketHash, articleId, strength, atMs } = lesson;
  const before = await rows.taught.get({ ticketHash, articleId });
  const gain = strength - (before?.strength ?? 0);
  if (gain <= 0) return { gain: 0, changed: [], promoted: [] };
  await rows.taught.put({ ticketHash, articleId, strength, atMs });
  const changed = new Map<string, LearnedArticle>();
  const own = teachable(await rows.articles.get(articleId), articleId, atMs);
  const terms = new Map(lesson.known.map((term) => [term, gain]));
  changed.set(articleId, withGain(own, { tickets: gain, terms, atMs }));
  const contribution = { ticketHash, articleId, strength, atMs };
  const promoted = await countUnknown(rows, { atMs, unknown: lesson.unknown, contribution });
  await promote(rows, promoted, changed, atMs);
  return { gain, changed: [...changed.keys()], promoted: [...promoted.keys()] };
}
