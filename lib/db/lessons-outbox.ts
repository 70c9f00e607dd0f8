/** Lessons waiting to be sent, and the newest of those that were, so that the agent can see what left this machine. */
import type { LessonResult } from "../contract/learned-terms";
import type { LibraryDatabase, StoredLesson } from "./library-database";

/** As many wait at most, the newest: a server that takes none must not fill the disk. */
export const MAX_QUEUED_LESSONS = 1_000;

/** As many settled lessons are kept to be shown. */
export const MAX_SETTLED_LESSONS = 20;

const byAge = (a: StoredLesson, b: StoredLesson) => a.queuedAtMs - b.queuedAtMs || (a.id < b.id ? -1 : 1);

async function queued({ lessons }: LibraryDatabase): Promise<StoredLesson[]> {
  return (await lessons.where("state").equals("queued").toArray()).sort(byAge);
}

/** Puts a lesson in the queue; the oldest ones leave it when it is full. */
export function queueLesson(database: LibraryDatabase, lesson: Omit<StoredLesson, "state">): Promise<void> {
  return database.transaction("rw", database.lessons, async () => {
    await database.lessons.put({ ...lesson, state: "queued" });
    const excess = (await queued(database)).slice(0, -MAX_QUEUED_LESSONS);
    await database.lessons.bulkDelete(excess.map(({ id }) => id));
  });
}

/** Takes back the lesson of a flag that was undone, if it has not left. */
export async function unqueueLessonOf(database: LibraryDatabase, flagId: string): Promise<void> {
  await database.lessons
    .where("state")
    .equals("queued")
    .filter((lesson) => lesson.flagId === flagId)
    .delete();
}

/** Queued lessons that may leave, oldest first, at most `limit`. */
export async function dueLessons(database: LibraryDatabase, nowMs: number, limit: number): Promise<StoredLesson[]> {
  return (await queued(database)).filter((lesson) => lesson.dueAtMs <= nowMs).slice(0, limit);
}

/** Records the server's answers and drops the oldest settled lessons; answers how many were settled. */
export function recordLessonResults(database: LibraryDatabase, results: LessonResult[]): Promise<number> {
  return database.transaction("rw", database.lessons, async () => {
    let settled = 0;
    for (const { id, status } of results) {
      const state = status === "refused" ? "refused" : "sent";
      const known = await database.lessons.get(id);
      if (known?.state !== "queued") continue;
      await database.lessons.put({ ...known, state });
      settled += 1;
    }
    const old = (await database.lessons.where("state").anyOf("sent", "refused").toArray()).sort(byAge);
    await database.lessons.bulkDelete(old.slice(0, -MAX_SETTLED_LESSONS).map(({ id }) => id));
    return settled;
  });
}

/** The newest lessons, sent or not, newest first. */
export async function readLastLessons(database: LibraryDatabase, limit: number): Promise<StoredLesson[]> {
  return (await database.lessons.toArray()).sort(byAge).reverse().slice(0, limit);
}

/** Removes what has not left yet. */
export async function deleteQueuedLessons(database: LibraryDatabase): Promise<void> {
  await database.lessons.where("state").equals("queued").delete();
}
