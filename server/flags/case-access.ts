import { and, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Agent } from "../agents/agent";
import { areColumnsInReach } from "../articles/reach";
import { articles } from "../db/schema";

/**
 * Condition on an article's row (null in a left join): the manager deals with its flags. For managers it is for them, in
 * use or not, or was when it was deleted: its last groups and audience stay on its row. Admins deal with all, also where the article's row is gone.
 */
export function isDealtWithBy(manager: Agent): SQL {
  if (manager.role === "admin") return sql`true`;
  if (manager.role === "agent") return sql`false`;
  return and(isNotNull(articles.id), areColumnsInReach(manager, articles)) ?? sql`false`;
}
