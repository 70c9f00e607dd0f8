import type { Article } from "../../lib/contract/article";
import { DEFAULT_VERIFY_EVERY_DAYS } from "../../server/categories/nearest-setting";
import { completeDraft } from "../../server/import/imported-draft";
import { parseLine } from "../../server/import/parse-line";
import { readFileLines } from "../../server/import/read-lines";
import { beirFile } from "./beir";

/**
 * The articles of a set, made by the importer itself, so that the bench ranks what agents would have. Bad lines are
 * told to `onBadLine` and left out.
 */
export async function readArticles(
  folder: string,
  defaultLanguage: string,
  onBadLine: (line: number, reason: string) => void,
): Promise<Article[]> {
  const articles: Article[] = [];
  const now = new Date().toISOString();
  let lineNumber = 0;
  for await (const line of readFileLines(beirFile(folder, "corpus.jsonl"))) {
    lineNumber += 1;
    const parsed = parseLine(line, defaultLanguage);
    if ("reason" in parsed) {
      onBadLine(lineNumber, parsed.reason);
      continue;
    }
    const draft = completeDraft(parsed.draft, undefined);
    articles.push({
      ...draft,
      ...{ version: draft.version ?? 1, verifyEveryDays: draft.verifyEveryDays ?? DEFAULT_VERIFY_EVERY_DAYS },
      publishedAt: draft.publishedAt ?? now,
      updatedAt: draft.updatedAt ?? now,
      openFlags: 0,
    });
  }
  return articles;
}
