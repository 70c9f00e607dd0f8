import { and, isNotNull, not, or, type SQL, sql } from "drizzle-orm";
import type { Agent } from "../agents/agent";
import { isReadableBy, wasReadableBy } from "../articles/access";
import { articles } from "../db/schema";

/**
 * Condition on an article's row (null in a left join): the manager deals with its flags. For managers it is readable, or
 * it was before it was deleted or taken out of use. Admins deal with all, also where the article's row is gone.
 */
export function isDealtWithBy(manager: Agent): SQL {
  if (manager.role === "admin") return sql`true`;
  if (manager.role === "agent") return sql`false`;
  const isOutOfUse = or(isNotNull(articles.deletedAt), not(articles.isPublished));
  return or(isReadableBy(manager), and(isOutOfUse, wasReadableBy(manager))) ?? sql`false`;
}
