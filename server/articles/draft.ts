import type { Article } from "../../lib/contract/article";

/**
 * An article as its author hands it in. Null leaves it to the server: `version` counts on, `publishedAt` is the
 * moment it comes in, `updatedAt` the moment its content last changed. Instants are in UTC as `toISOString` writes them.
 */
export type ArticleDraft = Omit<
  Article,
  "version" | "publishedAt" | "updatedAt" | "openFlags" | "verifiedBy" | "expiresAt"
> & {
  version: number | null;
  publishedAt: string | null;
  updatedAt: string | null;
};
