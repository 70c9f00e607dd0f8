import { and, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { isKnownTo } from "../access/known-articles";
import type { Agent } from "../agents/agent";
import { wasReadableBy } from "../articles/access";
import { articles } from "../db/schema";

/**
 * Condition on an article's row (null in a left join): the manager deals with its flags. For managers it is for them, in
 * use or not, or was before it was deleted. Admins deal with all, also where the article's row is gone.
 */
export function isDealtWithBy(manager: Agent): SQL {
  if (manager.role === "admin") return sql`true`;
  if (manager.role === "agent") return sql`false`;
  return or(isKnownTo(manager), and(isNotNull(articles.deletedAt), wasReadableBy(manager))) ?? sql`false`;
}
