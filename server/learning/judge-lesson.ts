import { type Lesson, type LessonResult, lessonSchema, MAX_LESSON_AGE_DAYS } from "../../lib/contract/learned-terms";
import { describeIssues } from "../http/describe-issues";
import { idOf } from "../http/id-of";
import { addDays, dayOf } from "./days";

/** Most lessons taken from one agent in a day (UTC), by the day they arrive. */
export const MAX_LESSONS_PER_DAY = 500;

/** Where the day begins first, clocks are this far ahead of UTC. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

/** A lesson as sent: well formed, or the result that refuses it. */
export type ParsedLesson = { lesson: Lesson } | { refusal: LessonResult };

/** What is known when a lesson is judged. `knownFrom` is the agent a stored lesson with its id came from. */
type Circumstances = {
  agentId: string;
  knownFrom: string | undefined;
  isReadable: boolean;
  takenToday: number;
  nowMs: number;
};

/** Parses one lesson of a batch. A refusal carries the lesson's id when it has one, else "". */
export function parseLesson(sent: unknown): ParsedLesson {
  const parsed = lessonSchema.safeParse(sent);
  if (parsed.success) return { lesson: parsed.data };
  return { refusal: { id: idOf(sent), status: "refused", detail: describeIssues(parsed.error) } };
}

/** Judges a lesson. An article the agent may not read is refused in the words for one that does not exist. */
export function judgeLesson(lesson: Lesson, circumstances: Circumstances): Omit<LessonResult, "id"> {
  const { agentId, knownFrom, isReadable, takenToday, nowMs } = circumstances;
  if (knownFrom === agentId) return { status: "known" };
  if (knownFrom !== undefined) return refused("id: belongs to another lesson");
  if (lesson.day > dayOf(nowMs + EARLIEST_ZONE_MS)) return refused("day: lies in the future");
  if (lesson.day < oldestDay(nowMs)) return refused(`day: more than ${MAX_LESSON_AGE_DAYS} days ago`);
  if (!isReadable) return refused("articleId: there is no such article");
  if (takenToday >= MAX_LESSONS_PER_DAY) return refused(`more than ${MAX_LESSONS_PER_DAY} lessons in a day`);
  return { status: "stored" };
}

/** The oldest day that lessons are taken for. */
export function oldestDay(nowMs: number): string {
  return addDays(dayOf(nowMs), -MAX_LESSON_AGE_DAYS);
}

function refused(detail: string): Omit<LessonResult, "id"> {
  return { status: "refused", detail };
}
