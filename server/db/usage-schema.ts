import { date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { UsageType } from "../../lib/contract/usage";
import { instant, names, wholeNumber } from "./columns";
import { agents } from "./schema";

/** Batches of usage that were counted, so that each counts once. Kept for as long as a client may send one again. */
export const usageBatches = pgTable(
  "usage_batches",
  {
    id: text().primaryKey(),
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    receivedDay: date("received_day", { mode: "string" }).notNull(),
  },
  (table) => [index("usage_batches_day").on(table.receivedDay)],
);

/** How often something was done on a day. `articleId` "": with no article. `group` "": all agents together. */
export const usageCounts = pgTable(
  "usage_counts",
  {
    day: date({ mode: "string" }).notNull(),
    type: text().$type<UsageType>().notNull(),
    articleId: text("article_id").notNull(),
    group: text("group_name").notNull(),
    count: wholeNumber("count").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.type, table.articleId, table.group] }),
    index("usage_counts_article").on(table.articleId, table.day),
  ],
);

/** The same for one agent, told to that agent alone. */
export const usageOfAgents = pgTable(
  "usage_of_agents",
  {
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    day: date({ mode: "string" }).notNull(),
    type: text().$type<UsageType>().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.agentId, table.day, table.type] })],
);

/** Needs that no article covers, as agents reported them: the words they let go, nothing else. The id is the client's. */
export const gaps = pgTable(
  "gaps",
  {
    id: text().primaryKey(),
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    terms: names("terms"),
    language: text(),
    day: date({ mode: "string" }).notNull(),
    receivedAt: instant("received_at").notNull(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
  },
  (table) => [index("gaps_day").on(table.day), index("gaps_agent").on(table.agentId)],
);

export type GapRow = typeof gaps.$inferSelect;
