/** What the agent said of articles, so that a day's word is counted once. */
import type { LibraryDatabase, StoredRating } from "./library-database";

type Word = StoredRating["said"][number];

/**
 * Notes the agent's word on an article; true when it is to be counted. The opposite word of the same day is taken back as
 * long as its count has not left: what was told stays told, so a changed word may count on both sides.
 */
export function noteRating(
  database: LibraryDatabase,
  { articleId, day, word }: { articleId: string; day: string; word: Word },
): Promise<boolean> {
  return database.transaction("rw", database.ratings, database.usage, async () => {
    const stored = await database.ratings.get(articleId);
    const said = stored?.day === day ? stored.said : [];
    const opposite: Word = word === "helpful" ? "notHelpful" : "helpful";
    const isTakenBack = said.includes(opposite) && (await takeBack(database, articleId, day, opposite));
    const kept = isTakenBack ? said.filter((each) => each !== opposite) : said;
    await database.ratings.put({ articleId, day, said: [...new Set([...kept, word])] });
    return !said.includes(word);
  });
}

async function takeBack({ usage }: LibraryDatabase, articleId: string, day: string, word: Word): Promise<boolean> {
  const isIt = ({
    batchId,
    event,
  }: {
    batchId: string | null;
    event: { type: string; day: string; articleId?: string };
  }) => batchId === null && event.type === word && event.day === day && event.articleId === articleId;
  return (await usage.filter(isIt).delete()) > 0;
}
