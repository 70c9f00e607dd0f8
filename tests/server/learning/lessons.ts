import { uuidv7 } from "uuidv7";
import { type Lesson, type LessonResult, postLessonsResponseSchema } from "../../../lib/contract/learned-terms";
import type { TestAgent, TestServer } from "../support";

/** The day test clocks start on. */
export const TODAY = "2026-11-02";

/** A lesson; a test says only what it is about. Terms given as words weigh 1 each. */
export function lesson({
  terms = ["refund"],
  ...about
}: Partial<Omit<Lesson, "terms">> & { terms?: string[] }): Lesson {
  const weighted = terms.map((term) => ({ term, weight: 1 }));
  return { id: uuidv7(), articleId: "a", analysis: 1, day: TODAY, kind: "learn", ...about, terms: weighted };
}

/** Sends lessons as the client does, in batches of 100, and answers what became of each. */
export async function teach(agent: TestAgent, ...lessons: Lesson[]): Promise<LessonResult[]> {
  const results: LessonResult[] = [];
  for (let at = 0; at < lessons.length; at += 100) {
    const response = await agent.post("/v1/lessons", { lessons: lessons.slice(at, at + 100) });
    results.push(...postLessonsResponseSchema.parse(await response.json()).results);
  }
  return results;
}

/** So many new agents that may read everything. */
export async function addTeachers(server: TestServer, count: number): Promise<TestAgent[]> {
  return Promise.all(Array.from({ length: count }, () => server.addAgent({ role: "admin" })));
}

/** Three new agents teach an article some terms, so that everybody who may read it is told. */
export async function teachByThree(server: TestServer, about: Parameters<typeof lesson>[0]): Promise<void> {
  for (const teacher of await addTeachers(server, 3)) await teach(teacher, lesson(about));
}
