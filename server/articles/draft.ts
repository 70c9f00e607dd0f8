import type { Article } from "../../lib/contract/article";

/**
 * An article as a file or another system hands it in. Null leaves it to the server: `version` counts on, `publishedAt` is
 * the moment it comes in, `updatedAt` the moment its content last changed; `verifyEveryDays` is the category's. What it
 * does not say of dates and verification stays as it is here. Instants are in UTC as `toISOString` writes them.
 */
export type ArticleDraft = Omit<Article, "version" | "publishedAt" | "updatedAt" | "openFlags" | "verifyEveryDays"> & {
  version: number | null;
  publishedAt: string | null;
  updatedAt: string | null;
  verifyEveryDays: number | null;
  /** Out of use since then; not said: as it stands here. */
  archivedAt?: string | null;
};
