import { count } from "drizzle-orm";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { readFeedState } from "../feed/feed-state";
import { isReadableBy } from "./access";
import { publishDueArticles } from "./publish-due";

/** How many articles the agent may read now, those included whose time of publication has just come. */
export async function countReadableArticles(db: Database, agent: Agent, nowMs: number): Promise<number> {
  const { hasDue } = await readFeedState(db, nowMs);
  if (hasDue) await publishDueArticles(db, nowMs);
  const [counted] = await db.select({ articles: count() }).from(articles).where(isReadableBy(agent));
  return counted?.articles ?? 0;
}
