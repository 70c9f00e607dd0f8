import { expect, it } from "vitest";
import {
  deleteQueuedLessons,
  dueLessons,
  MAX_QUEUED_LESSONS,
  MAX_SETTLED_LESSONS,
  queueLesson,
  readLastLessons,
  recordLessonResults,
  unqueueLessonOf,
} from "../../../lib/db/lessons-outbox";
import type { LibraryDatabase, StoredLesson } from "../../../lib/db/library-database";
import { freshDatabase } from "./support";

function stored(number: number, overrides: Partial<StoredLesson> = {}): StoredLesson {
  const id = `l${String(number).padStart(5, "0")}`;
  const terms = [{ term: "card", weight: 1 }];
  const lesson = { id, articleId: "a", analysis: 1, day: "2026-11-02", kind: "learn" as const, terms };
  return { id, state: "queued", queuedAtMs: number, dueAtMs: number, flagId: null, lesson, ...overrides };
}

const ids = (lessons: StoredLesson[]) => lessons.map(({ id }) => id);
const left = async (database: LibraryDatabase) => ids(await database.lessons.toArray());

it("hands out what is due, oldest first", async () => {
  const database = freshDatabase();
  for (const number of [3, 1, 2]) await queueLesson(database, stored(number));
  await queueLesson(database, stored(4, { dueAtMs: 9_000 }));

  const due = await dueLessons(database, 100, 2);

  expect(ids(due)).toEqual(["l00001", "l00002"]);
  expect(ids(await dueLessons(database, 100, 10))).not.toContain("l00004");
});

it("keeps the newest when too many wait", async () => {
  const database = freshDatabase();
  await database.lessons.bulkPut(Array.from({ length: MAX_QUEUED_LESSONS }, (_, number) => stored(number)));

  await queueLesson(database, stored(MAX_QUEUED_LESSONS));

  const kept = await left(database);
  expect(kept).toHaveLength(MAX_QUEUED_LESSONS);
  expect(kept[0]).toBe("l00001");
});

it("settles what the server judged, and nothing else", async () => {
  const database = freshDatabase();
  for (const number of [1, 2, 3]) await queueLesson(database, stored(number));

  const settled = await recordLessonResults(database, [
    { id: "l00001", status: "stored" },
    { id: "l00002", status: "refused", detail: "no such article" },
    { id: "nobody", status: "known" },
  ]);

  expect(settled).toBe(2);
  expect((await readLastLessons(database, 10)).map(({ id, state }) => `${id} ${state}`)).toEqual([
    ...["l00003 queued", "l00002 refused", "l00001 sent"],
  ]);
});

it("keeps a few settled lessons to be shown, the newest", async () => {
  const database = freshDatabase();
  const count = MAX_SETTLED_LESSONS + 5;
  for (let number = 0; number < count; number += 1) await queueLesson(database, stored(number));

  await recordLessonResults(
    database,
    ids(await database.lessons.toArray()).map((id) => ({ id, status: "stored" })),
  );

  expect(await left(database)).toHaveLength(MAX_SETTLED_LESSONS);
  expect((await left(database))[0]).toBe("l00005");
});

it("takes back the lesson of an undone flag, unless it has left", async () => {
  const database = freshDatabase();
  await queueLesson(database, stored(1, { flagId: "f1" }));
  await queueLesson(database, stored(2, { flagId: "f2" }));
  await recordLessonResults(database, [{ id: "l00002", status: "stored" }]);

  for (const flagId of ["f1", "f2", "f3"]) await unqueueLessonOf(database, flagId);

  expect(await left(database)).toEqual(["l00002"]);
});

it("deletes what waits and keeps the record of what was sent", async () => {
  const database = freshDatabase();
  for (const number of [1, 2]) await queueLesson(database, stored(number));
  await recordLessonResults(database, [{ id: "l00001", status: "stored" }]);

  await deleteQueuedLessons(database);

  expect(await left(database)).toEqual(["l00001"]);
});
