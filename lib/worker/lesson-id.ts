import { UUID } from "uuidv7";

/**
 * A new UUID, version 7, that tells the day and no more: the time in it is midnight, UTC. A lesson carries no time, so
 * that nobody learns from it when an agent worked on what. `day` is `YYYY-MM-DD`.
 */
export function createLessonId(day: string): string {
  const [randA = 0, randBHi = 0, randBLo = 0] = crypto.getRandomValues(new Uint32Array(3));
  return UUID.fromFieldsV7(Date.parse(day), randA & 0xfff, randBHi & 0x3fffffff, randBLo).toString();
}
