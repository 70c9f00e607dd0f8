import { uuidv7 } from "uuidv7";

/** A batch of new flags on any of the articles, as JSON. */
export function makeFlagBatch(size: number, articles: number): string {
  const flags = Array.from({ length: size }, () => ({
    id: uuidv7(),
    articleId: articleId(Math.floor(Math.random() * articles)),
    articleVersion: 1,
    reason: "outdated",
    comment: "The fee has changed.",
    flaggedAt: new Date().toISOString(),
  }));
  return JSON.stringify({ flags });
}

/** The n-th article of the bench's base. */
export function articleId(index: number): string {
  return `article-${index}`;
}
