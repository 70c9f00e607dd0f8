import { readArticles } from "../db/articles";
import { readLastLessons } from "../db/lessons-outbox";
import type { LibraryDatabase } from "../db/library-database";
import type { ShownLesson } from "./protocol";

/** How many lessons the agent is shown. */
const SHOWN_LESSONS = 20;

/** The newest lessons of a library, as they are shown; newest first. */
export async function readShownLessons(database: LibraryDatabase): Promise<ShownLesson[]> {
  const stored = await readLastLessons(database, SHOWN_LESSONS);
  const articles = await readArticles(database, [...new Set(stored.map(({ lesson }) => lesson.articleId))]);
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  return stored.map(({ state, lesson: { articleId, kind, day, terms } }) => {
    const articleTitle = titles.get(articleId) ?? null;
    return { state, articleId, articleTitle, kind, day, terms: terms.map(({ term }) => term) };
  });
}
