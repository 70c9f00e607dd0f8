/** One lesson on the rows: what a ticket teaches an article, and the words that it makes known. */
import { type LearnedArticle, teachable, withGain } from "./learned-article";
import type { LearningRows, TaughtTicket } from "./learning-store";
import { type Contribution, isLearnt, withContribution } from "./pending-terms";

/** A ticket's lesson for one article. `unknown` holds words by their hash. */
export type TicketLesson = TaughtTicket & { known: string[]; unknown: ReadonlyMap<string, string> };

/** `changed` are ids of articles; `promoted` are words that became known by this ticket. */
export type LessonOutcome = { gain: number; changed: string[]; promoted: string[] };

/** The words that this ticket is the third to have, with all that was waiting for them; the others go on waiting. */
async function countUnknown(rows: LearningRows, lesson: TicketLesson): Promise<Map<string, Contribution[]>> {
  const { ticketHash, articleId, strength, atMs } = lesson;
  const promoted = new Map<string, Contribution[]>();
  for (const [hash, term] of lesson.unknown) {
    const known = await rows.pending.get(hash);
    const pending = withContribution(hash, known, { ticketHash, articleId, strength, atMs });
    if (isLearnt(pending)) {
      promoted.set(term, pending.contributions);
      await rows.pending.delete(hash);
    } else {
      await rows.pending.put(pending);
    }
  }
  return promoted;
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
  const promoted = await countUnknown(rows, lesson);
  for (const [term, contributions] of promoted) {
    for (const contribution of contributions) {
      const target = changed.get(contribution.articleId) ?? (await rows.articles.get(contribution.articleId));
      // Its tickets were counted when they taught; an article forgotten since stays so.
      if (target?.analysis !== own.analysis) continue;
      const weight = new Map([[term, contribution.strength]]);
      changed.set(target.articleId, withGain(target, { tickets: 0, terms: weight, atMs: contribution.atMs }));
    }
  }
  for (const article of changed.values()) await rows.articles.put(article);
  return { gain, changed: [...changed.keys()], promoted: [...promoted.keys()] };
}
