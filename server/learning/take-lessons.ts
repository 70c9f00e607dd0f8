import { and, count, eq, inArray, lt } from "drizzle-orm";
import type { Lesson, LessonResult } from "../../lib/contract/learned-terms";
import type { Agent } from "../agents/agent";
import { isReadableBy } from "../articles/access";
import type { Database } from "../db/database";
import { articles, lessons } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { toStorableText } from "../storable-text";
import { addContributions } from "./add-contributions";
import { dayOf } from "./days";
import { judgeLesson, oldestDay, parseLesson } from "./judge-lesson";
import { shareAfterLessons } from "./share-terms";

type Batch = { db: Database; agent: Agent; sent: readonly unknown[]; nowMs: number };

/**
 * Takes a batch of lessons in one transaction and answers for each, in its order. An id teaches once, however often it is
 * sent. Of a lesson only ids, days, kind and what its terms add are stored.
 */
export async function takeLessons({ db, agent, sent, nowMs }: Batch): Promise<LessonResult[]> {
  const parsed = sent.map(parseLesson);
  const wellFormed = parsed.flatMap((each) => ("lesson" in each ? [each.lesson] : []));
  if (wellFormed.length === 0) return parsed.flatMap((each) => ("refusal" in each ? [each.refusal] : []));
  return writeChanges(db, async (tx, next) => {
    const knownFrom = await readSenders(tx, wellFormed);
    const readable = await readReadableIds(tx, agent, wellFormed);
    const takenBefore = await countTaken(tx, agent, dayOf(nowMs));
    const taken: Lesson[] = [];
    const results = parsed.map((each): LessonResult => {
      if ("refusal" in each) return each.refusal;
      const { lesson } = each;
      const isReadable = readable.has(lesson.articleId);
      const circumstances = { agentId: agent.id, isReadable, takenToday: takenBefore + taken.length, nowMs };
      const verdict = judgeLesson(lesson, { ...circumstances, knownFrom: knownFrom.get(lesson.id) });
      if (verdict.status === "stored") {
        knownFrom.set(lesson.id, agent.id);
        taken.push(lesson);
      }
      return { id: lesson.id, ...verdict };
    });
    await storeLessons(tx, agent, taken, nowMs);
    await addContributions(tx, agent.id, taken, dayOf(nowMs));
    await shareAfterLessons(tx, new Set(taken.map((lesson) => lesson.articleId)), nowMs, next);
    return results;
  });
}

async function readSenders(tx: Database, sent: readonly Lesson[]): Promise<Map<string, string>> {
  const ids = sent.map((lesson) => lesson.id);
  const { id, agentId } = lessons;
  const rows = await tx.select({ id, agentId }).from(lessons).where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row.agentId]));
}

async function readReadableIds(tx: Database, agent: Agent, sent: readonly Lesson[]): Promise<Set<string>> {
  // No article has an id that cannot be stored, and PostgreSQL would not take the question.
  const ids = sent.map((lesson) => lesson.articleId).filter((id) => id === toStorableText(id));
  const isWanted = and(inArray(articles.id, ids), isReadableBy(agent));
  const rows = await tx.select({ id: articles.id }).from(articles).where(isWanted);
  return new Set(rows.map((row) => row.id));
}

async function countTaken(tx: Database, agent: Agent, today: string): Promise<number> {
  const isOfToday = and(eq(lessons.agentId, agent.id), eq(lessons.receivedDay, today));
  const [counted] = await tx.select({ lessons: count() }).from(lessons).where(isOfToday);
  return counted?.lessons ?? 0;
}

/** Writes the lessons, and throws away the agent's own that could not be sent again. */
async function storeLessons(tx: Database, agent: Agent, taken: readonly Lesson[], nowMs: number): Promise<void> {
  await tx.delete(lessons).where(and(eq(lessons.agentId, agent.id), lt(lessons.day, oldestDay(nowMs))));
  if (taken.length === 0) return;
  const receivedDay = dayOf(nowMs);
  const rows = taken.map(({ terms, ...lesson }) => ({ ...lesson, agentId: agent.id, receivedDay }));
  await tx.insert(lessons).values(rows);
}
